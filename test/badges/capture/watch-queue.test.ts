import 'fake-indexeddb/auto';

import { watchQueue } from '../../../src/badges/capture/watch-queue';
import { isQueueUnread } from '../../../src/evidence/unread-queue';
import { keptCheckKey, type KeptCheck } from '../../../src/last-check/kept-check';
import { layOut } from '../../support/inner-text';
import { showQueuePage } from '../../support/queue-pages';
import { startCapture } from '../../../src/badges/capture/start-capture';

layOut();

const endCapture = jest.fn();
const started = jest.mocked(startCapture);

jest.mock('../../../src/badges/capture/start-capture', () => ({ startCapture: jest.fn() }));

let end: () => void = () => undefined;

beforeEach(() => {
  jest.useFakeTimers();
  localStorage.clear();
  document.head.innerHTML = '<meta name="ajs-user-locale" content="de_DE">';
  document.body.innerHTML = '<main></main>';
  endCapture.mockClear();
  started.mockReset().mockReturnValue(endCapture);
});

afterEach(() => {
  end();
  jest.useRealTimers();
});

async function watch(): Promise<void> {
  end = watchQueue({ page: document, contextPath: '/jira', panel: '/panel' });
  await jest.advanceTimersByTimeAsync(600);
}

function switchBadges(badges: KeptCheck['badges']): void {
  const check: KeptCheck = { version: 1, at: 1, badges, subjects: [] };
  localStorage.setItem(keptCheckKey('/jira'), JSON.stringify(check));
}

test('a page of the queue is recorded, once', async () => {
  showQueuePage(document, 'queue-5');
  await watch();
  document.querySelector('h2')?.append('!');
  await jest.advanceTimersByTimeAsync(600);
  expect(started).toHaveBeenCalledTimes(1);
  expect(started).toHaveBeenCalledWith(expect.objectContaining({ contextPath: '/jira', panel: '/panel' }));
});

test('one that is drawn later is, too', async () => {
  await watch();
  expect(started).not.toHaveBeenCalled();
  showQueuePage(document, 'queue-5');
  await jest.advanceTimersByTimeAsync(600);
  expect(started).toHaveBeenCalledTimes(1);
});

test.each<[KeptCheck['badges'], number]>([
  ['off', 0],
  ['last-check', 1],
  ['on', 1],
])('with badges %s', async (badges, times) => {
  switchBadges(badges);
  showQueuePage(document, 'queue-5');
  await watch();
  expect(started).toHaveBeenCalledTimes(times);
});

test('what is switched off leaves no note either', async () => {
  switchBadges('off');
  showQueuePage(document, 'queue-german');
  await watch();
  expect(isQueueUnread('/jira', Date.now())).toBe(false);
});

test('in another language it is left alone, with a note for the panel', async () => {
  showQueuePage(document, 'queue-german');
  await watch();
  expect(started).not.toHaveBeenCalled();
  expect(isQueueUnread('/jira', Date.now())).toBe(true);
});

test('a part that cannot be had is asked for three times', async () => {
  started.mockImplementation(() => {
    throw new Error('it could not be loaded');
  });
  showQueuePage(document, 'queue-5');
  await watch();
  for (let change = 0; change < 5; change += 1) {
    document.querySelector('h2')?.append('!');
    await jest.advanceTimersByTimeAsync(600);
  }
  expect(started).toHaveBeenCalledTimes(3);
});

test('once it has ended, nothing is recorded any more', async () => {
  showQueuePage(document, 'queue-5');
  await watch();
  end();
  expect(endCapture).toHaveBeenCalledTimes(1);
});
