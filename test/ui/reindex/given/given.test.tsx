import { fireEvent, screen } from '@testing-library/react';

import { NOTHING_KEPT } from '../../../../src/evidence/content';
import { createJiraClient } from '../../../../src/sources/jira-client';
import { textsIn } from '../../../support/texts';
import { scheduleMessage } from '../../../../src/ui/reindex/given/given';
import { EvidenceActions } from '../../../../src/ui/reindex/given/evidence-actions';
import { ImportForm } from '../../../../src/ui/reindex/given/import-form';
import { LocalTime } from '../../../../src/ui/reindex/given/local-time';
import { SchedulerForm } from '../../../../src/ui/reindex/given/scheduler-form';
import type { Evidence } from '../../../../src/ui/state/evidence';
import type { ImportedFile } from '../../../../src/ui/state/imports';
import { createStore } from '../../../../src/ui/state/store';
import { renderWithTexts } from '../../../support/render-with-texts';

const file = (more: Partial<ImportedFile>): ImportedFile => ({
  name: 'a.json',
  outcome: 'read',
  tasks: 0,
  given: [],
  problems: [],
  ...more,
});

function importOf(...files: readonly ImportedFile[]) {
  const nothing = () => undefined;
  const store = createStore({ state: 'done', progress: 1, files } as const);
  const imports = { ...store, start: () => Promise.resolve(), cancel: nothing, stop: nothing, forget: nothing };
  renderWithTexts(<ImportForm imports={imports} />);
}

test('an import says what it brought, also without a task', () => {
  const runs = { key: 'reindex.evidence.readings', count: 2, args: [2] };
  importOf(
    file({ name: 'history.json', given: [runs, { key: 'reindex.evidence.nodes', count: 3, args: [3] }] }),
    file({ name: 'rows.csv', tasks: 5 }),
  );
  expect(screen.getByText('Read from history.json: 2 run durations and 3 indexing nodes.')).toBeVisible();
  expect(screen.getByRole('status')).toHaveTextContent(/^5 tasks read\./);
  expect(screen.queryByText(/rows\.csv/)).toBeNull();
});

test('a history of a newer version is refused with what to do', () => {
  importOf(file({ name: 'new.json', outcome: 'newer' }));
  expect(screen.getByRole('alert')).toHaveTextContent(
    'new.json was exported by a newer version of Git Integration Checkup, so nothing of it is used. Update this app, then import it again.',
  );
});

function actionsOf(more: Partial<Evidence>, isErased = true) {
  const nothing = {
    content: NOTHING_KEPT,
    isLoaded: true,
    entries: [],
    unstored: undefined,
    unstoredTasks: 0,
    spoilt: 0,
  };
  return (
    <EvidenceActions
      evidence={{ ...nothing, ...more }}
      exportJson={() => Promise.resolve('')}
      erase={() => Promise.resolve(isErased)}
    />
  );
}

test.each([
  [0, 'off (0 minutes)'],
  [1, 'every 1 minute'],
  [44_640, 'every 44,640 minutes'],
  [44_641, 'off (44,641 minutes)'],
  [9_999_999, 'off (9,999,999 minutes)'],
])('an interval of %d minutes is shown as “%s”', (minutes, text) => {
  expect(textsIn('en')(scheduleMessage({ kind: 'interval', minutes }))).toBe(text);
});

test('what was spoilt in the store is told', () => {
  renderWithTexts(actionsOf({ spoilt: 2 }));
  expect(
    screen.getByText('2 entries of what was kept here were no possible values, and were removed. The rest is used.'),
  ).toBeVisible();
});

test.each([
  ['full', /^The browser’s store is full\. .* export the history before you close the page/],
  ['rejected', /^The browser did not write it to its store\. .* export the history before you close the page/],
] as const)(
  'a write that was %s is announced once, with what to do, and what is in memory can be exported',
  (unstored, said) => {
    const content = { ...NOTHING_KEPT, runDurations: [{ at: 1, minutes: 2 }] };
    const { rerender } = renderWithTexts(actionsOf({ content }));
    const [announced] = screen.getAllByRole('status');
    expect(announced).toBeEmptyDOMElement();
    rerender(actionsOf({ unstored, content }));
    expect(announced).toContainElement(screen.getByText(said));
    expect(screen.getByText('New evidence is kept only while this page is open')).toBeVisible();
    expect(screen.getByText(said)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Export history' })).toBeEnabled();
  },
);

test('the store of a newer version is left alone, and erasing says so', async () => {
  const { user } = renderWithTexts(
    actionsOf({ unstored: 'newer', content: { ...NOTHING_KEPT, runDurations: [{ at: 1, minutes: 2 }] } }, false),
  );
  expect(
    screen.getByText(
      /^This browser keeps what a newer version of Git Integration Checkup gathered\. This version leaves that as it is/,
    ),
  ).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Erase history' }));
  await user.click(screen.getByRole('button', { name: 'Erase it for good' }));
  expect(screen.getAllByRole('status').at(-1)).toHaveTextContent(
    'The page forgot what was given here. What a newer version of Git Integration Checkup keeps in this browser was left as it is: erase that there.',
  );
});

const RUNNERS = (job: string) =>
  `<table class="runners"><tr data-runner-id="1"><td class="runner-key" data-runner-key="${job}"></td></tr></table>`;

test.each([
  ['<html><p>Proxy</p></html>', /^What was answered is not the Scheduler details page as this app knows it/],
  [RUNNERS('other'), /^Jira’s Scheduler details page was read, but not what it says of the reindex job/],
])('no schedule in %s: says what came', async (answer, said) => {
  const client = createJiraClient({ contextPath: '', send: () => Promise.resolve(new Response(answer)) });
  const { user } = renderWithTexts(<SchedulerForm client={() => client} onSchedule={() => undefined} />);
  await user.click(screen.getByRole('button', { name: 'Read the schedule' }));
  expect(await screen.findByText(said)).toBeVisible();
  expect(screen.getAllByRole('alert')).toHaveLength(1);
});

test('a time that no page can have been copied at is not taken over', () => {
  const heard = jest.fn();
  renderWithTexts(<LocalTime label="Copied at" value={Date.UTC(2026, 2, 2)} onChange={heard} />);
  for (const value of ['275759-01-01T00:00', '0001-01-01T00:00', ''])
    fireEvent.change(screen.getByLabelText('Copied at'), { target: { value } });
  expect(heard).not.toHaveBeenCalled();
  fireEvent.change(screen.getByLabelText('Copied at'), { target: { value: '2026-03-01T10:00' } });
  expect(heard).toHaveBeenCalledWith(new Date(2026, 2, 1, 10).getTime());
});
