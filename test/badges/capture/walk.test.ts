import { lookAt } from '../../../src/badges/capture/look';
import { viewOf } from '../../../src/badges/capture/queue-view';
import { canWalk, placeOf, walkPages, type Walked } from '../../../src/badges/capture/walk';
import { layOut } from '../../support/inner-text';
import { playQueue, type NotedPage, type PlayedQueue } from '../../support/play-queue';

layOut();

const NOW = 1_700_000_000_000;
const QUEUE: PlayedQueue = { tasks: 5, size: 2, opener: 'button', pager: 'signs' };

const noted = () => (window as unknown as NotedPage).noted;

/** Plays the page and walks through it; the time between clicks is passed at once. */
async function walk(queue: Partial<PlayedQueue>, before: () => void = () => undefined) {
  document.body.innerHTML = '<main></main>';
  playQueue({ ...QUEUE, ...queue });
  before();
  noted().length = 0;
  const controller = new AbortController();
  const seen: Walked[] = [];
  const ids = new Set<string | undefined>();
  const end = await walkPages({
    view: () => viewOf(document),
    read: () => {
      const reading = lookAt(viewOf(document), NOW, undefined);
      reading.tasks.forEach(({ id }) => ids.add(id));
      return Promise.resolve(reading);
    },
    pause: () => new Promise((resolve) => setTimeout(resolve)),
    signal: controller.signal,
    onWalked: (walked) => {
      seen.push(walked);
      if (stopAt === walked.pages) controller.abort();
    },
  });
  return { end, seen, ids: [...ids].filter((id) => id !== undefined), clicks: noted() };
}

let stopAt: number | undefined;
beforeEach(() => {
  stopAt = undefined;
});

const opens = (...tasks: number[]) => tasks.map((task) => `click Expand row ${task}`);

test('opens each row of each page, and goes back to the first; it clicks and focuses nothing else', async () => {
  const { end, seen, ids, clicks } = await walk({});
  expect(end).toBe('done');
  expect(seen).toEqual([
    { pages: 1, of: 3, tasks: 2 },
    { pages: 2, of: 3, tasks: 4 },
    { pages: 3, of: 3, tasks: 5 },
  ]);
  expect(ids).toHaveLength(5);
  expect(clicks).toEqual([...opens(1, 2), 'click ›', ...opens(3, 4), 'click ›', ...opens(5), 'click 1']);
  expect(placeOf(viewOf(document))).toEqual({ page: 1, of: 3 });
});

test.each<[string, Partial<PlayedQueue>]>([
  ['that come late', { isLate: true }],
  ['by words', { pager: 'words', opener: 'arrow' }],
  ['by numbers', { pager: 'numbers', opener: 'row' }],
])('rows and pages %s', async (_, queue) => {
  const { end, seen, ids } = await walk(queue);
  expect([end, seen.at(-1), ids.length]).toEqual(['done', { pages: 3, of: 3, tasks: 5 }, 5]);
});

test('begins with the first page wherever it stands', async () => {
  const { seen, clicks } = await walk({}, () => document.querySelector<HTMLElement>('[data-page="3"]')?.click());
  expect(clicks.slice(0, 2)).toEqual(['click 1', ...opens(1)]);
  expect(seen.at(-1)).toEqual({ pages: 3, of: 3, tasks: 5 });
});

test('without a way back it begins where it stands', async () => {
  const forward = () => {
    document.querySelector<HTMLElement>('[data-page="2"]')?.click();
    document.querySelectorAll('[data-page="1"]').forEach((button) => button.remove());
  };
  const { end, seen } = await walk({}, forward);
  expect([end, seen.at(-1)]).toEqual(['done', { pages: 2, of: 3, tasks: 3 }]);
});

test('rows that are open stay open', async () => {
  const { clicks } = await walk({ tasks: 2 }, () => document.querySelector<HTMLElement>('[data-opens="1"]')?.click());
  expect(clicks).toEqual(opens(2));
});

test('rows that do not open are tried three times, then no more', async () => {
  const { end, seen, clicks } = await walk({ size: 5 }, () =>
    document.querySelectorAll('[data-opens]').forEach((one) => one.removeAttribute('data-opens')),
  );
  expect([end, seen, clicks]).toEqual(['done', [{ pages: 1, of: 1, tasks: 5 }], opens(1, 2, 3)]);
});

test('where nothing opens rows, pages are recorded as they are', async () => {
  const { end, ids, clicks } = await walk({ opener: 'none' });
  expect([end, ids, clicks]).toEqual(['done', [], ['click ›', 'click ›', 'click 1']]);
});

test('stops where it is when it is told to', async () => {
  stopAt = 2;
  const { end, seen, clicks } = await walk({});
  expect([end, seen.at(-1)]).toEqual(['stopped', { pages: 2, of: 3, tasks: 4 }]);
  expect(clicks).toEqual([...opens(1, 2), 'click ›', ...opens(3, 4)]);
});

test.each<[string, Partial<PlayedQueue>]>([
  ['the next page has no rows', { brokenPage: 2 }],
  ['the next page has other rows', { jumpsAt: 2 }],
])('ends by itself where %s', async (_, queue) => {
  const { end, seen, clicks } = await walk({ ...queue, opener: 'none' });
  expect([end, seen.length, clicks]).toEqual(['changed', 1, ['click ›']]);
});

test.each<[string, PlayedQueue, boolean]>([
  ['pages', { ...QUEUE, opener: 'none' }, true],
  ['rows to open', { ...QUEUE, pager: 'none' }, true],
  ['nothing to click', { ...QUEUE, opener: 'none', pager: 'none' }, false],
  ['one page of rows that do not open', { ...QUEUE, opener: 'none', size: 5 }, false],
])('with %s', (_, queue, isPossible) => {
  document.body.innerHTML = '<main></main>';
  playQueue(queue);
  expect(canWalk(viewOf(document))).toBe(isPossible);
});

test.each([
  ['Showing 1 - 20 tasks out of 45', { page: 1, of: 3 }],
  ['Showing 21 - 40 tasks out of 45', { page: 2, of: 3 }],
  ['Showing 41 - 45 tasks out of 45', { page: 9, of: undefined }],
  ['Showing 21 - 45 tasks out of 45', { page: 2, of: undefined }],
  ['Showing 41 - 60 tasks out of 1,234', { page: 3, of: 62 }],
  ['No tasks', { page: 1, of: undefined }],
])('%s', (text, place) => expect(placeOf({ ...viewOf(document), text })).toEqual(place));
