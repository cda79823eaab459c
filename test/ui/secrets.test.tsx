import 'fake-indexeddb/auto';

import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';

import { keptCheckKey } from '../../src/last-check/kept-check';
import { COMPLETE } from '../support/gij';
import { panelServer, renderPanel } from '../support/render-panel';

panelServer();

const MARKER = 'HUSH4711';
const SPELLINGS = [
  `https://bot:pa/${MARKER}@host/*`,
  `bot:${MARKER}@host:group`,
  `https://host/?private_token=${MARKER}`,
];
/** Another test may take most of the machine meanwhile. */
const SOON = { timeout: 20_000 };
jest.setTimeout(60_000);

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  localStorage.clear();
});

const CELLS = ['id', 'parent id', 'integration name', 'repository name', 'repository id', 'node'];
const REST = [
  'type of operation',
  'trigger',
  'status',
  'insertion time',
  'start time',
  'finish time',
  'queued time',
  'processing time',
];
/** Of yesterday: older evidence is not kept. */
const time = (seconds: number) => new Date(Date.now() - 86_400_000 + seconds * 1000).toISOString();
const GOOD = ['Reindex', 'Scheduled', 'INDEXED', time(0), time(1), time(2), '1 s', '1 s'];

/** A row with the secret in each text; and for each cell that must be understood one that is not, and is quoted. */
function rowsWith(secret: string): string[][] {
  const texts = CELLS.map(() => secret);
  return [
    [...texts, ...GOOD],
    ...GOOD.map((_, place) => [...texts, ...GOOD.map((good, at) => (at === place ? secret : good))]),
  ];
}

const csv = (secret: string) =>
  [[...CELLS, ...REST], ...rowsWith(secret)].map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n');

function json(secret: string): string {
  const tasks = rowsWith(secret).map((row) =>
    Object.fromEntries([...CELLS, ...REST].map((name, place) => [name, row[place]])),
  );
  const at = Date.now() - 86_400_000;
  const parts = {
    runDurations: [{ at, minutes: 3 }, secret],
    current: { value: { kind: 'cron', expression: secret }, at },
    nodes: secret,
  };
  return JSON.stringify({ format: 'git-integration-checkup-history', version: 1, ...parts, tasks });
}

function page(secret: string): string {
  const header = [
    'Finish time',
    'Integration name',
    'Repository name',
    'Type of operation',
    'Delay',
    'Trigger',
    'Status',
  ];
  const row = ['1 minute ago', secret, secret, 'Reindex', '0', 'Scheduled', 'INDEXED'];
  const wrong = [...row.slice(0, 5), secret, 'INDEXED'];
  const details = [`ID: ${secret}`, `Parent ID: ${secret}`, `Node: ${secret}`, 'Start time: 2 minutes ago'];
  return [header, row, ...details.map((detail) => [detail]), wrong].map((cells) => cells.join('\t')).join('\n');
}

/** Every field of every answer holds the secret: where a text is expected, and where none is. */
function answerWith(secret: string): (path: string) => unknown {
  const spoilt = Object.fromEntries(Object.keys(COMPLETE).map((field) => [field, secret]));
  const named = { ...COMPLETE, displayName: secret, origin: secret, integrationType: secret, tagsFilter: secret };
  const integrations = [
    { ...named, id: 1 },
    { ...spoilt, id: 2 },
    { ...COMPLETE, id: 3 },
    { ...named, id: 3 },
    { ...spoilt, id: secret },
  ];
  const repository = {
    ...named,
    trackedFolderId: 1,
    group: secret,
    trustFolderStat: true,
    global: false,
    projectMappingIds: [],
    disableSslVerification: true,
  };
  return (path) => {
    if (path.endsWith('/integration')) return { success: true, integrations };
    if (path.includes('/integration/'))
      return { success: 'true', integration: [integrations.find(({ id }) => path.endsWith(`/${id}`))] };
    if (path.endsWith('/repository'))
      return {
        success: true,
        repositories: [
          { ...repository, id: 1 },
          { ...repository, id: 2, trackedFolderId: undefined },
          { ...spoilt, id: 3 },
        ],
      };
    if (path.endsWith('/serverInfo')) return { version: secret, serverTime: secret };
    return { name: secret, displayName: secret };
  };
}

const SCHEDULER = (secret: string) => `<table class="runners">
  <tr data-runner-id="1"><td class="runner-key" data-runner-key="com.bigbrassband.jira.git.jiraservices.jobs.RevisionIndexJob">x</td></tr>
  <tr class="job-details" data-runner-id="1"><td><dl><dd class="schedule">${secret}</dd></dl></td></tr></table>`;

function send(answer: (path: string) => unknown, secret: string) {
  return (url: string) => {
    const { pathname } = new URL(url, 'http://localhost');
    const body = pathname.endsWith('.jspa') ? SCHEDULER(secret) : JSON.stringify(answer(pathname));
    return Promise.resolve(new Response(body));
  };
}

/** What stands on the page, in its address, and in everything that the browser keeps. */
async function everything(): Promise<string> {
  const records = await act(async () => {
    const database = await openDB('git-integration-checkup');
    const kept: unknown[] = database.objectStoreNames.contains('history') ? await database.getAll('history') : [];
    database.close();
    return kept;
  });
  return [
    document.documentElement.outerHTML,
    window.location.href,
    document.title,
    JSON.stringify({ ...localStorage }),
    JSON.stringify(records),
  ].join('\n');
}

async function expectNoSecret(): Promise<void> {
  expect((await everything()).toLowerCase()).not.toContain(MARKER.toLowerCase());
}

/** The text of the next file that the page hands to the browser. */
function download(): Promise<string> {
  return new Promise((resolve) => {
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    URL.revokeObjectURL = () => undefined;
    URL.createObjectURL = (blob) => {
      void new Response(blob as Blob).text().then(resolve);
      return 'blob:file';
    };
  });
}

test('a credential in the answers of Jira is nowhere on the page', async () => {
  const secret = SPELLINGS.join(' ');
  const { user } = renderPanel({ id: 'typical' }, { send: send(answerWith(secret), secret) });
  await waitFor(() => expect(screen.queryByText('Checking…')).not.toBeInTheDocument(), SOON);
  const names = () =>
    within(screen.getByRole('table', { name: 'Integrations' }))
      .getAllByRole('button')
      .filter((button) => button.id.startsWith('gic-open'));
  expect(names().length).toBeGreaterThan(2);
  expect(document.body.innerHTML).toContain('•••');
  await waitFor(() => expect(localStorage.getItem(keptCheckKey('/jira'))).toContain('•••'), SOON);
  await expectNoSecret();
  for (const place of names().keys()) {
    await user.click(names()[place]!);
    const dialog = await screen.findByRole('dialog', {}, SOON);
    for (const button of dialog.querySelectorAll<HTMLElement>('summary, [aria-expanded="false"]'))
      fireEvent.click(button);
    expect(within(dialog).getAllByText('Read from GIJ').length).toBeGreaterThan(0);
    await expectNoSecret();
    await user.click(within(dialog).getByRole('button', { name: /close/i }));
  }
});

test('a credential in an error of Jira is nowhere on the page', async () => {
  const secret = SPELLINGS.join(' ');
  renderPanel(
    { id: 'typical' },
    { send: send(() => ({ success: false, error: secret, advice: secret, message: secret }), secret) },
  );
  await screen.findAllByText(/•••/, {}, SOON);
  await expectNoSecret();
});

test.each(SPELLINGS)('%s in evidence of the queue is neither shown, nor kept, nor exported', async (secret) => {
  window.history.replaceState(null, '', '#tab=reindex');
  const { user } = renderPanel({ id: 'typical' }, { send: send(answerWith(secret), secret) });
  const label = await screen.findByLabelText('Paste here with Ctrl+V', {}, SOON);
  fireEvent.change(label, { target: { value: page(secret) } });
  await user.click(screen.getByRole('button', { name: 'Read this text' }));
  await screen.findByText(/^Pasted: 1 task/, {}, SOON);
  const files = [
    new File([csv(secret)], `${secret}.csv`),
    new File([json(secret)], 'history.json'),
    new File([secret], `${secret}.txt`),
  ];
  await user.upload(screen.getByLabelText('Choose files', { selector: 'input' }), files);
  await screen.findByText(/could not be used/, {}, SOON);
  const change = screen.queryByRole('button', { name: 'Change' });
  if (change) await user.click(change);
  await user.click(screen.getByRole('button', { name: 'Read the schedule' }));
  await screen.findByText(/was read, but not what it says of the reindex job/, {}, SOON);
  for (const summary of document.querySelectorAll('summary')) fireEvent.click(summary);
  await waitFor(async () => expect(await everything()).toContain('"queuedAt"'), SOON);
  // Each cell that was not understood is quoted on the page.
  expect(document.body.textContent).toMatch(/unknown trigger “.*•••/);
  expect(document.body.textContent).toMatch(/unreadable processing time “.*•••/);
  await expectNoSecret();
  const exported = download();
  await user.click(screen.getByRole('button', { name: 'Export history' }));
  expect(await exported).toContain('•••');
  expect((await exported).toLowerCase()).not.toContain(MARKER.toLowerCase());
});
