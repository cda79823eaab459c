import { act, screen, within } from '@testing-library/react';
import type { ReactElement } from 'react';

import type { Change } from '../../../src/report/changes';
import { LastCheckNote } from '../../../src/ui/head/last-check-note';
import type { LastCheck } from '../../../src/ui/state/last-check';
import { createStore } from '../../../src/steps/store';
import { renderWithTexts } from '../../support/render-with-texts';
import { subjectReport } from '../../support/subject-report';

const payments = subjectReport({ name: 'GitLab: payments' });
const CHANGES: readonly Change[] = [
  { kind: 'fixed', check: 'ssl-verification', subject: payments },
  { kind: 'found', check: 'webhooks' },
  { kind: 'went', subject: subjectReport({ id: '2', name: 'Gerrit: firmware' }) },
  { kind: 'came', subject: subjectReport({ id: '3', name: 'Archive' }) },
  { kind: 'unread', check: 'display-name', subject: payments },
];

const note = (last: Partial<LastCheck>): ReactElement => (
  <LastCheckNote lastCheck={createStore({ last: { at: Date.now(), changes: [], hasFailed: false, ...last } })} />
);
const status = () => screen.getByRole('status');

test.each<[Partial<LastCheck>, string]>([
  [{}, 'Checked just now: nothing changed.'],
  [{ changes: CHANGES.slice(0, 1) }, 'Checked just now: 1 change: GitLab: payments – SSL verification is fixed.'],
  [
    { changes: CHANGES.slice(1, 4) },
    'Checked just now: 3 changes: All integrations – Webhooks fails; Gerrit: firmware is gone; Archive is new.',
  ],
  [
    { changes: CHANGES },
    'Checked just now: 5 changes: GitLab: payments – SSL verification is fixed; All integrations – Webhooks fails; ' +
      'Gerrit: firmware is gone; and 2 more.',
  ],
  [{ hasFailed: true }, 'Checked just now: something could not be read.'],
])('%#: says what the check brought', (last, text) => {
  renderWithTexts(note(last));
  expect(status()).toHaveTextContent(text);
});

test('a minute later nothing is said; what changed stays to be read', () => {
  jest.useFakeTimers();
  renderWithTexts(
    <>
      <section aria-label="changed">{note({ changes: CHANGES.slice(0, 1) })}</section>
      <section aria-label="same">{note({})}</section>
    </>,
  );
  act(() => jest.advanceTimersByTime(61_000));
  const changed = screen.getByRole('region', { name: 'changed' });
  expect(within(changed).getByRole('status')).toBeEmptyDOMElement();
  expect(changed).toHaveTextContent('In the last check: 1 change: GitLab: payments – SSL verification is fixed.');
  expect(screen.getByRole('region', { name: 'same' })).toHaveTextContent(/^$/);
  jest.useRealTimers();
});
