import 'fake-indexeddb/auto';

import { configure, waitFor, within } from '@testing-library/dom';
import { IDBFactory } from 'fake-indexeddb';

import { startCapture } from '../../../src/badges/capture/start-capture';
import { openEvidence } from '../../../src/evidence/open-evidence';
import { isQueueUnread, noteUnreadQueue } from '../../../src/evidence/unread-queue';
import { keptCheckKey, type KeptCheck } from '../../../src/last-check/kept-check';
import { layOut } from '../../support/inner-text';
import { playQueue, type NotedPage, type PlayedQueue } from '../../support/play-queue';
import { LOOKED_AT, showQueuePage } from '../../support/queue-pages';

layOut();
// A machine may be busy with other things.
configure({ asyncUtilTimeout: 10_000 });

const RECORDED = 'Recorded for the reindex advice: last run 19 minutes; ';
const QUEUE: PlayedQueue = { tasks: 5, size: 2, opener: 'button', pager: 'signs' };

let end: () => void = () => undefined;
let now = LOOKED_AT;

beforeEach(() => {
  indexedDB = new IDBFactory();
  localStorage.clear();
  document.head.innerHTML = '';
  now = LOOKED_AT;
});

afterEach(() => end());

function start(): void {
  end = startCapture({
    page: document,
    contextPath: '/jira',
    panel: '/jira/panel',
    now: () => now,
    pause: () => new Promise((resolve) => setTimeout(resolve)),
  });
}

function switchBadges(badges: KeptCheck['badges']): void {
  const check: KeptCheck = { version: 1, at: 1, badges, subjects: [] };
  localStorage.setItem(keptCheckKey('/jira'), JSON.stringify(check));
}

const line = () => document.getElementById('gic-queue-line');
const saying = (text: string | RegExp) => within(document.body).findByText(text);

async function kept() {
  const evidence = await openEvidence({ base: '/jira', now: () => now });
  const content = await evidence.load();
  evidence.close();
  return content;
}

function play(queue: Partial<PlayedQueue> = {}): void {
  document.body.innerHTML = '<main></main>';
  playQueue({ ...QUEUE, ...queue });
}

const noted = () => (window as unknown as NotedPage).noted;

function press(name: string): void {
  within(line() ?? document.body)
    .getByRole('button', { name })
    .click();
}

test('says what it recorded, and keeps it where the panel looks for it', async () => {
  showQueuePage(document, 'queue-5');
  start();
  await saying('Recorded for the reindex advice: last run 2 minutes, 17 seconds; 5 tasks on this page.');
  const { tasks, runDurations, current, nodes, threads } = await kept();
  expect(tasks).toHaveLength(5);
  expect([runDurations.length, current?.value, nodes?.value, threads?.value]).toEqual([
    1,
    { kind: 'interval', minutes: 5 },
    3,
    2,
  ]);
});

test('clicks, focuses and asks for nothing, and adds one element over the table', async () => {
  play();
  const around = document.querySelector('main')?.innerHTML;
  const asked = jest.spyOn(window, 'fetch').mockRejectedValue(new Error('nothing is to be asked for'));
  start();
  await saying(`${RECORDED}2 tasks on this page. 5 minutes is too short.`);
  expect(noted()).toEqual([]);
  expect(asked).not.toHaveBeenCalled();
  expect(line()?.nextElementSibling).toBe(document.querySelector('table'));
  expect(within(document.body).getByRole('link', { name: 'Open in Git Integration Checkup' })).toHaveAttribute(
    'href',
    '/jira/panel#tab=reindex',
  );
  line()?.remove();
  expect(document.querySelector('main')?.innerHTML).toBe(around);
});

test('a copy of the line that the page makes is taken away', async () => {
  play();
  start();
  await saying(/^Recorded/);
  line()?.after(line()?.cloneNode(true) ?? '');
  await waitFor(() => expect(document.querySelectorAll('#gic-queue-line')).toHaveLength(1));
});

test('what the page draws later, or anew, is recorded as it comes', async () => {
  document.body.innerHTML = '<main></main>';
  start();
  play();
  await saying(new RegExp(`^${RECORDED}2 tasks on this page`));
  document.querySelector<HTMLElement>('[data-page="2"]')?.click();
  await saying(new RegExp(`^${RECORDED}2 tasks on this page, 4 in all`));
  document.querySelector<HTMLElement>('[data-page="1"]')?.click();
  await saying(new RegExp(`^${RECORDED}2 tasks on this page, 4 in all`));
  const { tasks, runDurations } = await kept();
  expect([tasks.length, runDurations.length]).toEqual([4, 1]);
});

test('as long as nothing changes, nothing is written', async () => {
  play();
  start();
  await saying(/^Recorded/);
  const before = await kept();
  document.querySelector('h2')?.append(' (live)');
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await kept()).toEqual(before);
});

test('a line that the page took away comes back, with the focus that it had', async () => {
  play();
  start();
  await saying(/^Recorded/);
  within(document.body).getByRole('button', { name: 'Record all pages' }).focus();
  const main = document.querySelector('main');
  line()?.remove();
  main?.append('drawn anew');
  await saying(/^Recorded/);
  expect(within(document.body).getByRole('button', { name: 'Record all pages' })).toHaveFocus();
});

test('it goes with the page of the queue', async () => {
  play();
  start();
  await saying(/^Recorded/);
  document.querySelectorAll('main > :not(#gic-queue-line)').forEach((one) => one.remove());
  await waitFor(() => expect(line()).toBeNull());
});

test.each([
  ['in a row of boxes', 'display: flex', true],
  ['in a column of boxes', 'display: flex; flex-direction: column', false],
  ['in a grid', 'display: grid', true],
  ['in what scrolls sideways', 'overflow-x: auto', true],
  ['in a cell of a layout', 'display: table-cell', false],
])('where the table stands %s', async (_, style, isOver) => {
  play();
  const table = document.querySelector('table');
  const box = document.createElement('div');
  box.style.cssText = style;
  table?.replaceWith(box);
  box.append(table ?? '');
  start();
  await saying(/^Recorded/);
  expect(line()?.nextElementSibling).toBe(isOver ? box : table);
});

test('without rows it tells of the numbers, at the end of the page', async () => {
  showQueuePage(document, 'queue-4');
  document.querySelector('table.aui')?.remove();
  document.querySelector('main > p')?.remove();
  start();
  await saying('Recorded for the reindex advice: the numbers above the table.');
  expect(line()).toBe(document.querySelector('main')?.lastElementChild);
  expect(within(document.body).queryByRole('button', { name: /^(Record|Open and)/ })).toBeNull();
});

test('says that a filter hides rows', async () => {
  play();
  document.querySelector('option:last-child')?.setAttribute('selected', '');
  start();
  await saying(/A filter hides rows, so this counts as a part of the queue\./);
});

test('says so where the browser keeps nothing', async () => {
  jest.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('', 'SecurityError');
  });
  play();
  start();
  await saying('Not recorded for the reindex advice: this browser does not keep it.');
});

test('what an admin switched off stays off, and goes once it is', async () => {
  switchBadges('off');
  play();
  start();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(line()).toBeNull();
  switchBadges('last-check');
  document.querySelector('h2')?.append('!');
  await saying(/^Recorded/);
  switchBadges('off');
  document.querySelector('h2')?.append('!');
  await waitFor(() => expect(line()).toBeNull());
});

test('a page that can be read ends the note of one that could not', async () => {
  noteUnreadQueue('/jira', now);
  play();
  start();
  await saying(/^Recorded/);
  expect(isQueueUnread('/jira', now)).toBe(false);
});

test('in another language it is left alone, with a note for the panel', async () => {
  document.head.innerHTML = '<meta name="ajs-user-locale" content="de_DE">';
  showQueuePage(document, 'queue-german');
  start();
  await waitFor(() => expect(isQueueUnread('/jira', now)).toBe(true));
  expect(line()).toBeNull();
  expect((await kept()).tasks).toEqual([]);
});

test('once it has ended, it is gone and sees nothing any more', async () => {
  play();
  start();
  await saying(/^Recorded/);
  end();
  document.querySelector<HTMLElement>('[data-page="2"]')?.click();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(line()).toBeNull();
  expect((await kept()).tasks).toHaveLength(2);
});

describe('on request', () => {
  test('all pages are recorded with their details, and what was read is said', async () => {
    play();
    start();
    await saying(/^Recorded/);
    press('Record all pages');
    expect(within(document.body).getByRole('status')).toHaveTextContent('Starting with the first page…');
    await saying('Read 3 of 3 pages: 5 tasks.');
    await saying(`${RECORDED}2 tasks on this page, 5 in all. 5 minutes is too short.`);
    const { tasks } = await kept();
    expect(tasks.map(({ id }) => typeof id)).toEqual(['string', 'string', 'string', 'string', 'string']);
    expect(within(document.body).getByRole('button', { name: 'Record all pages' })).toBeVisible();
  });

  test('of one page the rows are', async () => {
    play({ size: 5 });
    start();
    await saying(/^Recorded/);
    press('Open and record all rows');
    await saying('Read 1 of 1 page: 5 tasks.');
  });

  test.each<[string, () => void]>([
    ['its button', () => press('Stop')],
    ['Escape', () => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))],
    ['leaving', () => window.dispatchEvent(new Event('pagehide'))],
  ])('it stops by %s', async (_, stop) => {
    play({ isLate: true, tasks: 40 });
    start();
    await saying(/^Recorded/);
    press('Record all pages');
    await saying(/^Read page 1 of 20: 2 tasks/);
    stop();
    await saying(/^Stopped\. Read [1-9] of 20 pages: \d tasks\.$/);
    const { length } = noted();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(noted()).toHaveLength(length);
  });

  test('it says that the page did not do what was expected', async () => {
    play({ brokenPage: 2 });
    start();
    await saying(/^Recorded/);
    press('Record all pages');
    await saying('Stopped, because the page did something unexpected. Read 1 of 3 pages: 2 tasks.');
  });
});
