import 'fake-indexeddb/auto';

import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { IDBFactory } from 'fake-indexeddb';

import { panelServer, renderPanel } from '../../support/render-panel';

panelServer();

const SOON = { timeout: 10_000 };
const HALF_HOUR = 1_800_000;
/** Half of the last half hour, in which the demo does a round. Milliseconds since the epoch. */
const MID_ROUND = (Math.floor(Date.now() / HALF_HOUR) - 0.5) * HALF_HOUR;

/** Each round of the demo takes a little longer or shorter than the one before: 24 to 29 minutes. */
const ANSWERED = /^(30 minutes fits so far|Set it to 3[1-4] minutes)$/;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

/** The tab as an admin meets it: schedule and dates were read, the queue was not. */
async function openTab(id = 'typical') {
  window.history.replaceState(null, '', '#tab=reindex');
  const panel = renderPanel({ id }, { now: () => MID_ROUND });
  await screen.findByRole('heading', { name: /enough|too short|Which interval/ }, SOON);
  const field = () => screen.getByLabelText('Paste here with Ctrl+V');
  const paste = (text: string) =>
    fireEvent.paste(field(), { clipboardData: { getData: (type: string) => (type === 'text/plain' ? text : '') } });
  return { ...panel, field, paste, page: panel.jira.queuePage() };
}

const headline = () => document.getElementById('gic-answer-heading');
const foldTitles = () =>
  [...document.querySelectorAll('.gic-reindex > details > summary:not([hidden]) h3')].map(
    ({ textContent }) => textContent,
  );

test('without the queue there is one way in two steps, and the others are folded', async () => {
  const { field } = await openTab();
  expect(headline()).toHaveTextContent('Nothing proves yet that 30 minutes is enough');
  expect(screen.getByText(/^Now: every 30 minutes/)).toHaveTextContent('(read from Scheduler details)');
  expect(screen.queryByRole('button', { name: /^Copy \d/ })).not.toBeInTheDocument();
  expect(screen.getByText('The right value needs the queue:')).toBeVisible();
  expect(screen.getByText(/^Open Git > Indexing queue, open the rows/)).toBeVisible();
  expect(field()).toBeVisible();
  expect(screen.getByLabelText('Last run duration')).not.toBeVisible();
  expect(foldTitles()).toEqual(['How this was calculated', 'Data used', 'Calculation settings']);
  expect(screen.queryByRole('slider')).not.toBeInTheDocument();
});

test('a paste is answered at once: focus on the answer, what was read with Undo, the ways folded', async () => {
  const { user, paste, page, field } = await openTab();
  paste(page);
  await waitFor(() => expect(headline()).toHaveTextContent(ANSWERED), SOON);
  expect(headline()).toHaveFocus();
  expect(screen.getByText(/^Pasted: 289 tasks, 1 run duration, every 30 minutes/)).toBeVisible();
  expect(field()).not.toBeVisible();
  expect(foldTitles()).toEqual([
    'Add data',
    'How this was calculated',
    'Where the time goes',
    'Data used',
    'Calculation settings',
  ]);
  // What is folded is opened by its heading.
  await user.click(screen.getByText('Add data'));
  expect(field()).toBeVisible();

  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(headline()).toHaveTextContent('Nothing proves yet that 30 minutes is enough'), SOON);
  expect(headline()).toHaveFocus();
  expect(screen.getByText('What was given last was taken back.')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
  expect(screen.getByText('Nothing was given yet.')).toBeInTheDocument();
  expect(screen.getByText(/^Now: every 30 minutes/)).toHaveTextContent('(read from Scheduler details)');
});

test('several files come and go together, and a refused one is told with the answer', async () => {
  const { user, jira } = await openTab();
  const files = [
    new File([jira.queueExport()], 'queue.csv'),
    new File(['name,age\nAda,36'], 'people.csv'),
    new File(['Indexing queue\nLast run duration: 2 seconds'], 'page.txt'),
  ];
  await user.upload(screen.getByLabelText('Choose files'), files);
  await screen.findByText(/^page\.txt: 1 run duration and 1 problem\.$/, {}, SOON);
  await waitFor(() => expect(headline()).toHaveFocus(), SOON);
  expect(screen.getByText(/^queue\.csv: [\d,]+ tasks\.$/)).toBeVisible();
  expect(screen.getByText(/^people\.csv could not be used/)).toBeVisible();
  expect(screen.getByRole('slider', { name: 'Walk through the rounds' })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await screen.findByText('What was given last was taken back.', {}, SOON);
  expect(screen.queryByText(/people\.csv/)).not.toBeInTheDocument();
  expect(screen.queryByRole('slider')).not.toBeInTheDocument();
});

test('an interval that is too short: what is entered is answered, and the least is to be copied', async () => {
  const { user } = await openTab();
  await user.click(screen.getByRole('button', { name: 'Change' }));
  await user.type(screen.getByLabelText('Current reindex interval'), '1{Enter}');
  await waitFor(
    () => expect(headline()).toHaveTextContent(/^1 minute is too short: the last round took at least/),
    SOON,
  );
  expect(headline()).toHaveFocus();
  expect(screen.getByRole('button', { name: /^Copy \d+ \(at least\)$/ })).toBeVisible();
  expect(screen.getByText(/^Probably: by the dates of last indexing of \d+ repositories\./)).toBeVisible();
  expect(screen.getByText(/^Scheduler details says: every 30 minutes\./)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Use that' }));
  await screen.findByText('Scheduler details: every 30 minutes.', {}, SOON);
});

test('an integration of the breakdown opens its checklist', async () => {
  const { user, paste, page } = await openTab();
  paste(page);
  await user.click(await screen.findByText('Where the time goes', {}, SOON));
  const table = screen.getByRole('table', { name: 'Share of the round by integration' });
  await user.click(within(table).getByRole('link', { name: 'GitHub Enterprise: platform teams' }));
  expect(window.location.hash).toBe('#open=integration%3A2');
});

test('after Erase history nothing of what was told before is left', async () => {
  const { user, paste, page } = await openTab();
  paste('no queue at all');
  paste(page);
  await screen.findByText('Add data', {}, SOON);
  await user.upload(screen.getByLabelText('Choose files'), [new File(['x'], 'bad.csv')]);
  await screen.findByText(/^bad\.csv could not be used/, {}, SOON);
  await user.click(screen.getByText('Data used'));
  await user.click(screen.getByRole('button', { name: 'Erase history' }));
  expect(screen.getByText(/^This erases 289 tasks, 1 run duration, and the current schedule/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Erase it for good' }));
  expect(await screen.findByText('The history was erased.', {}, SOON)).toHaveFocus();
  for (const stale of [/^Pasted:/, /bad\.csv/, 'Undo', /could not be read/])
    expect(screen.queryByText(stale)).not.toBeInTheDocument();
  expect(headline()).toHaveTextContent('Nothing proves yet');
});

test('headings stand in order, and helper texts are no news', async () => {
  const { user, paste, page } = await openTab();
  paste(page);
  await screen.findByText('Add data', {}, SOON);
  for (const summary of document.querySelectorAll('.gic-reindex summary')) await user.click(summary);
  const levels = [...document.querySelectorAll('.gic-reindex :is(h1, h2, h3, h4, h5)')].map(({ tagName }) => tagName);
  expect(new Set(levels)).toEqual(new Set(['H3', 'H4']));
  expect(levels[0]).toBe('H3');
  for (const live of document.querySelectorAll('.gic-reindex [aria-live], .gic-reindex [role=status]'))
    expect(live.textContent).not.toMatch(/Default:|Such as|Minutes \(0/);
});
