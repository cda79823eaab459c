import { screen } from '@testing-library/react';

import type { CurrentSchedule } from '../../../../src/model/schedule';
import { createJiraClient } from '../../../../src/sources/jira-client';
import { NowLine } from '../../../../src/ui/reindex/given/now-line';
import { renderWithTexts } from '../../../support/render-with-texts';

const now = Date.now();
const every = (minutes: number, at = now) => ({ value: { kind: 'interval', minutes } as CurrentSchedule, at });
const client = () => createJiraClient({ contextPath: '', send: () => Promise.resolve(new Response('')) });

type Known = Partial<Parameters<typeof NowLine>[0]>;

function line(known: Known) {
  return (
    <NowLine
      client={client}
      given={undefined}
      read={undefined}
      isSettled={true}
      onSchedule={() => undefined}
      {...known}
    />
  );
}

test.each<[string, Known, RegExp]>([
  ['read', { read: every(30) }, /^Now: every 30 minutes \(read from Scheduler details\) Change$/],
  ['given now', { given: every(5) }, /^Now: every 5 minutes \(entered, pasted or recorded just now\) Change$/],
  [
    'given earlier',
    { given: every(5, now - 7_200_000), read: every(5) },
    /^Now: every 5 minutes \(entered, pasted or recorded 2 hours ago\) Change$/,
  ],
  ['being read', { isSettled: false }, /^Now: is being read… Change$/],
  ['not known', {}, /^Now: not known\.$/],
])('%s', (_, known, said) => {
  renderWithTexts(line(known));
  expect(screen.getByText(/^Now:/)).toHaveTextContent(said);
});

test('when it was given is told whole in the tooltip: day, time and time zone', () => {
  renderWithTexts(line({ given: every(5) }));
  const given = screen.getByText(/just now/, { selector: 'span' });
  expect(given).toHaveAttribute('title', expect.stringMatching(/\d{4}.*\d:\d\d.*(UTC|GMT|[A-Z]{3,4})/));
});

test('the form opens on Change, says what is wrong at its field, and closes once it was used', async () => {
  const heard = jest.fn();
  const { user } = renderWithTexts(line({ read: every(30), onSchedule: heard }));
  expect(screen.queryByLabelText('Current reindex interval')).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Change', expanded: false }));
  const field = screen.getByLabelText('Current reindex interval');
  expect(field).toHaveAccessibleDescription(/^Minutes \(0: off\)/);
  await user.type(field, '1.5{Enter}');
  expect(field).toHaveAccessibleDescription(/^Enter whole minutes/);
  expect(field).toHaveFocus();
  await user.clear(field);
  expect(field).toBeValid();
  await user.type(field, '{Enter}');
  expect(field).toHaveAccessibleDescription('Enter the interval.');
  expect(heard).not.toHaveBeenCalled();
  await user.type(field, '47{Enter}');
  expect(heard).toHaveBeenCalledWith({ kind: 'interval', minutes: 47 }, 'typed', expect.any(Number));
  expect(screen.queryByLabelText('Current reindex interval')).not.toBeInTheDocument();
});

test('where nobody knows it, it is asked for right there', () => {
  renderWithTexts(line({}));
  expect(screen.getByLabelText('Current reindex interval')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Change' })).not.toBeInTheDocument();
});

test('what Scheduler details says otherwise is offered', async () => {
  const heard = jest.fn();
  const { user } = renderWithTexts(line({ given: every(5, 1), read: every(22), onSchedule: heard }));
  expect(screen.getByText(/^Scheduler details says: every 22 minutes\./)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Use that' }));
  expect(heard).toHaveBeenCalledWith(every(22).value, 'scheduler', expect.any(Number));
});
