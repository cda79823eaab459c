import { fireEvent, screen } from '@testing-library/react';

import { NOTHING_KEPT, type EvidenceContent } from '../../../../src/evidence/content';
import { createJiraClient } from '../../../../src/sources/jira-client';
import { textsIn } from '../../../support/texts';
import { scheduleMessage } from '../../../../src/evidence/given';
import { EvidenceActions } from '../../../../src/ui/reindex/given/evidence-actions';
import { GivenLast } from '../../../../src/ui/reindex/given/given-last';
import { ImportForm } from '../../../../src/ui/reindex/given/import-form';
import { Keeping } from '../../../../src/ui/reindex/given/keeping';
import { LocalTime } from '../../../../src/ui/reindex/given/local-time';
import { SchedulerForm } from '../../../../src/ui/reindex/given/scheduler-form';
import type { Evidence, EvidenceEntry } from '../../../../src/ui/state/evidence';
import type { ImportedFile } from '../../../../src/ui/state/imports';
import { createStore } from '../../../../src/steps/store';
import { renderWithTexts } from '../../../support/render-with-texts';

const file = (more: Partial<ImportedFile>): ImportedFile => ({
  name: 'a.json',
  outcome: 'read',
  tasks: 0,
  given: [],
  problems: [],
  ...more,
});

function lastOf(
  entries: readonly EvidenceEntry[] | undefined,
  files: readonly ImportedFile[] = [],
  isTakenBack = false,
) {
  const [undo, nextPage] = [jest.fn(), jest.fn()];
  const given = entries && { entries, isTakenBack };
  const { user } = renderWithTexts(<GivenLast given={given} files={files} onUndo={undo} onNextPage={nextPage} />);
  return { user, undo, nextPage };
}

const runs = { key: 'reindex.evidence.readings', count: 2, args: [2] };
const nodes = { key: 'reindex.evidence.nodes', count: 3, args: [3] };
const problems = [{ line: 1, reason: { key: 'queue.problem.no-object' } }];

test('what was given last stands with the way back, each file with its name and its problems', async () => {
  const { user, undo } = lastOf([
    { kind: 'paste', at: 1, given: [runs, nodes], problems: [] },
    { kind: 'file', at: 1, name: 'rows.csv', given: [runs], problems },
  ]);
  expect(screen.getByRole('status')).toHaveTextContent(
    'Pasted: 2 run durations and 3 indexing nodes.rows.csv: 2 run durations and 1 problem.',
  );
  expect(screen.queryByRole('button', { name: 'Paste the next page' })).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(undo).toHaveBeenCalledTimes(1);
});

test('of a part of the table the next page is asked for', async () => {
  const part = { key: 'reindex.evidence.part', args: [1, 10, 20] };
  const { user, nextPage } = lastOf([{ kind: 'paste', at: 1, given: [runs, part], problems: [] }]);
  await user.click(screen.getByRole('button', { name: 'Paste the next page' }));
  expect(nextPage).toHaveBeenCalledTimes(1);
});

test('what was taken back is said, and cannot be taken back again', () => {
  lastOf([{ kind: 'paste', at: 1, given: [runs], problems: [] }], [], true);
  expect(screen.getByRole('status')).toHaveTextContent(/^What was given last was taken back\.$/);
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});

test('a history of a newer version is refused with what to do', () => {
  lastOf(undefined, [file({ name: 'new.json', outcome: 'newer' }), file({ name: 'fine.json' })]);
  expect(screen.getByRole('alert')).toHaveTextContent(
    'new.json was exported by a newer version of Git Integration Checkup, so nothing of it is used. Update this app, then import it again.',
  );
});

test('the file input is one control, which the keyboard reaches', async () => {
  const nothing = () => undefined;
  const store = createStore({ state: 'reading', progress: 0, files: [] } as const);
  const started = jest.fn(() => Promise.resolve());
  const imports = { ...store, start: started, cancel: nothing, stop: nothing, forget: nothing };
  const { user } = renderWithTexts(<ImportForm imports={imports} />);
  await user.tab();
  expect(screen.getByLabelText('Choose files')).toHaveFocus();
  expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Cancel import']);
  await user.click(screen.getByRole('button', { name: 'Cancel import' }));
  expect(screen.getByLabelText('Choose files')).toHaveFocus();
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
] as const)('a write that was %s is announced once, with what to do', (unstored, said) => {
  const { rerender } = renderWithTexts(<Keeping unstored={undefined} />);
  const announced = screen.getByRole('status');
  expect(announced).toBeEmptyDOMElement();
  expect(screen.getByText('Stays in this browser for 14 days and is sent nowhere.')).toBeVisible();
  rerender(<Keeping unstored={unstored} />);
  expect(announced).toContainElement(screen.getByText(said));
  expect(screen.getByRole('heading', { level: 3 })).toHaveTextContent(
    'New evidence is kept only while this page is open',
  );
});

test('what is in memory only can be exported', () => {
  renderWithTexts(actionsOf({ unstored: 'full', content: { ...NOTHING_KEPT, runDurations: [{ at: 1, minutes: 2 }] } }));
  expect(screen.getByRole('button', { name: 'Export history' })).toBeEnabled();
});

test('before everything is erased, what is lost is named; what was erased is told until something new comes', async () => {
  const content: EvidenceContent = {
    ...NOTHING_KEPT,
    runDurations: [{ at: 1, minutes: 2 }],
    current: { at: 1, value: { kind: 'interval', minutes: 5 } },
    observations: [
      { at: 1, dates: [], requestMinutes: 0 },
      { at: 2, dates: [], requestMinutes: 0 },
    ],
  };
  const { user, rerender } = renderWithTexts(actionsOf({ content }));
  await user.click(screen.getByRole('button', { name: 'Erase history' }));
  expect(
    screen.getByText(
      'This erases 1 run duration, 2 measurements, and the current schedule that was given (every 5 minutes) from this browser.',
    ),
  ).toBeVisible();
  expect(screen.getByRole('button', { name: 'Keep it' })).toHaveFocus();
  await user.click(screen.getByRole('button', { name: 'Erase it for good' }));
  rerender(actionsOf({}));
  expect(screen.queryByText(/^This erases/)).not.toBeInTheDocument();
  expect(screen.getByText('The history was erased.')).toHaveFocus();
  rerender(actionsOf({ content }));
  expect(screen.queryByText('The history was erased.')).not.toBeInTheDocument();
});

test('the store of a newer version is left alone, and erasing says so', async () => {
  const content = { ...NOTHING_KEPT, runDurations: [{ at: 1, minutes: 2 }] };
  const { user, rerender } = renderWithTexts(<Keeping unstored="newer" />);
  expect(
    screen.getByText(
      /^This browser keeps what a newer version of Git Integration Checkup gathered\. This version leaves that as it is/,
    ),
  ).toBeVisible();
  rerender(actionsOf({ unstored: 'newer', content }, false));
  await user.click(screen.getByRole('button', { name: 'Erase history' }));
  await user.click(screen.getByRole('button', { name: 'Erase it for good' }));
  rerender(actionsOf({ unstored: 'newer' }, false));
  expect(screen.getByRole('status')).toHaveTextContent(
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
