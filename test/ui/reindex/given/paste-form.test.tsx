import { fireEvent, screen } from '@testing-library/react';
import { createRef } from 'react';

import type { QueueExport } from '../../../../src/queue/collector';
import { PasteForm } from '../../../../src/ui/reindex/given/paste-form';
import { renderWithTexts } from '../../../support/render-with-texts';

const PAGE = 'Indexing queue\nScheduled time for indexing, minutes\n30\nLast run duration: 2 minutes, 17 seconds';

function shown() {
  const heard = jest.fn<void, [QueueExport, number]>();
  const field = createRef<HTMLTextAreaElement>();
  const { user } = renderWithTexts(<PasteForm field={field} onExport={heard} />);
  const area = () => screen.getByLabelText('Paste here with Ctrl+V');
  const paste = (text: string) =>
    fireEvent.paste(area(), { clipboardData: { getData: (type: string) => (type === 'text/plain' ? text : '') } });
  return { heard, user, area, paste };
}

test('a paste is read at once, as of now', () => {
  const { heard, area, paste } = shown();
  const before = Date.now();
  paste(PAGE);
  expect(heard).toHaveBeenCalledTimes(1);
  expect(heard.mock.calls[0]?.[0].dashboard).toMatchObject({ intervalMinutes: 30 });
  expect(heard.mock.calls[0]?.[1]).toBeGreaterThanOrEqual(before);
  expect(area()).toHaveValue('');
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
  expect(screen.queryByLabelText('Copied at')).not.toBeInTheDocument();
});

test('what cannot be read stays, with the reason, until a page is pasted', () => {
  const { heard, area, paste } = shown();
  paste('no queue at all');
  expect(screen.getByRole('alert')).toHaveTextContent(/^This could not be read: no export of the indexing queue/);
  expect(area()).toHaveValue('no queue at all');
  expect(area()).toBeInvalid();
  expect(heard).not.toHaveBeenCalled();
  paste(PAGE);
  expect(heard).toHaveBeenCalledTimes(1);
  expect(area()).toHaveValue('');
  expect(screen.getByRole('alert')).toBeEmptyDOMElement();
});

test('two halves that can only be read together stand one below the other', async () => {
  const { heard, user, area, paste } = shown();
  paste('Last run duration:');
  paste('2 minutes, 17 seconds');
  expect(area()).toHaveValue('Last run duration:\n2 minutes, 17 seconds');
  expect(heard).not.toHaveBeenCalled();
  await user.click(screen.getByRole('button', { name: 'Read this text' }));
  expect(heard.mock.calls[0]?.[0].dashboard?.lastRunMinutes).toBeCloseTo(137 / 60);
});

test('what is typed is read on a button, as of when it was copied', async () => {
  const { heard, user, area, paste } = shown();
  fireEvent.change(area(), { target: { value: PAGE } });
  expect(heard).not.toHaveBeenCalled();
  fireEvent.change(screen.getByLabelText('Copied at'), { target: { value: '2026-03-01T10:00' } });
  paste(PAGE);
  expect(area()).toHaveValue(PAGE);
  await user.click(screen.getByRole('button', { name: 'Read this text' }));
  expect(heard.mock.calls.map(([, at]) => at).at(-1)).toBe(new Date(2026, 2, 1, 10).getTime());
  expect(area()).toHaveValue('');
});

test('what is said of the field is read out with it, and is no news', () => {
  const { area } = shown();
  expect(area()).toHaveAccessibleDescription('It is read at once. Several pages add up.');
  expect(screen.queryByRole('status')).not.toBeInTheDocument();
});
