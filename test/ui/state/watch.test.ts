import { createJiraClient, type Send } from '../../../src/sources/jira-client';
import { createWatch, type WatchStore } from '../../../src/ui/state/watch';
import { giveLocks, takeLocks } from '../../support/locks';

const ROWS = [{ id: 1, lastIndexedDate: 5_000 }, { id: 2, lastIndexedDate: 6_000, disabled: true }, { id: 3 }];
const MINUTE = 60_000;

const minutes = (count: number) => jest.advanceTimersByTimeAsync(count * MINUTE);

function setHidden(hidden: boolean) {
  jest.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
  document.dispatchEvent(new Event('visibilitychange'));
  return jest.advanceTimersByTimeAsync(0);
}

/** A request that hangs, and ends as `fetch` does when it is aborted. */
function untilAborted(signal: AbortSignal | null | undefined) {
  return new Promise<Response>((_, reject) =>
    signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))),
  );
}

const begun: WatchStore[] = [];

function watching(
  answer: (signal?: AbortSignal | null) => Response | Promise<Response> = () =>
    Response.json({ success: true, repositories: ROWS }),
) {
  const send = jest.fn<Promise<Response>, Parameters<Send>>(async (_, { signal }) => answer(signal));
  const client = createJiraClient({ contextPath: '/jira', send });
  const onObservation = jest.fn();
  const watch = createWatch({ base: '/jira', connect: () => client, onObservation });
  watch.start();
  begun.push(watch);
  return { watch, now: watch.snapshot, send, onObservation };
}

beforeEach(() => {
  giveLocks();
  jest.useFakeTimers();
});

afterEach(() => {
  for (const watch of begun.splice(0)) watch.stop();
  jest.useRealTimers();
  takeLocks();
  localStorage.clear();
});

test('looks at once and every two minutes, and keeps dates of enabled repositories only', async () => {
  const { now, send, onObservation } = watching();
  await minutes(0);
  expect(now()).toMatchObject({ state: 'watching', failure: undefined });
  expect(onObservation).toHaveBeenLastCalledWith(expect.objectContaining({ dates: [5_000], requestMinutes: 0 }));
  expect(now().nextAt).toBe(Date.now() + 2 * MINUTE);
  await minutes(4);
  expect(send).toHaveBeenCalledTimes(3);
  expect(onObservation).toHaveBeenCalledTimes(3);
});

test('a list that may be cut is no look: it is said, and asked for again', async () => {
  const rows = Array.from({ length: 100 }, (_, place) => ({ id: place + 1, lastIndexedDate: 5_000 }));
  let total = 385;
  const { now, onObservation } = watching(() => Response.json({ success: true, total, repositories: rows }));
  await minutes(0);
  expect(now()).toMatchObject({ state: 'cut', failure: undefined, nextAt: Date.now() + 2 * MINUTE });
  expect(onObservation).not.toHaveBeenCalled();
  total = 100;
  await minutes(2);
  expect(now().state).toBe('watching');
  expect(onObservation).toHaveBeenCalledTimes(1);
});

test('a slow answer is asked for less often', async () => {
  const { send } = watching(async () => {
    await new Promise((resolve) => setTimeout(resolve, 30_000));
    return Response.json({ success: true, repositories: ROWS });
  });
  await minutes(10);
  expect(send).toHaveBeenCalledTimes(1);
  await minutes(1);
  expect(send).toHaveBeenCalledTimes(2);
});

test('a hidden tab does not look, and does when it is shown again', async () => {
  const { now, send } = watching();
  await minutes(0);
  await setHidden(true);
  expect(now().state).toBe('hidden');
  await minutes(60);
  expect(send).toHaveBeenCalledTimes(1);
  await setHidden(false);
  expect(now().state).toBe('watching');
  expect(send).toHaveBeenCalledTimes(2);
});

test.each([
  ['Web Locks', giveLocks],
  ['a page without https', takeLocks],
])('%s: one tab looks; when it leaves, the other takes over', async (_, prepare) => {
  prepare();
  const first = watching();
  const second = watching();
  await minutes(1);
  expect(second.now().state).toBe('other-tab');
  expect(second.send).not.toHaveBeenCalled();
  first.watch.stop();
  await minutes(1);
  expect(second.now().state).toBe('watching');
  expect(second.send).toHaveBeenCalled();
});

test.each([1e300, Date.now() + 86_400_000_000])(
  'a note of another tab that would hold until %d holds nothing',
  async (until) => {
    takeLocks();
    localStorage.setItem('git-integration-checkup watch /jira', `somebody ${until}`);
    const { now, send } = watching();
    await minutes(1);
    expect(now().state).toBe('watching');
    expect(send).toHaveBeenCalled();
  },
);

test('a failure is told and tried again less often', async () => {
  let broken = true;
  const { now, send, onObservation } = watching(() =>
    broken ? new Response('{}', { status: 500 }) : Response.json({ repositories: ROWS }),
  );
  await minutes(0);
  expect(now()).toMatchObject({ state: 'failed', failure: { kind: 'http', status: 500 } });
  await minutes(3);
  expect(send).toHaveBeenCalledTimes(1);
  broken = false;
  await minutes(1);
  expect(now()).toMatchObject({ state: 'watching', failure: undefined });
  expect(onObservation).toHaveBeenCalledTimes(1);
});

test('a page that comes back by the Back button watches again', async () => {
  const { send } = watching();
  await minutes(0);
  window.dispatchEvent(new Event('pagehide'));
  await minutes(10);
  expect(send).toHaveBeenCalledTimes(1);
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  await minutes(0);
  expect(send).toHaveBeenCalledTimes(2);
});

test('without locks and storage each tab watches', async () => {
  takeLocks();
  jest.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
    throw new DOMException('', 'SecurityError');
  });
  const { now, send } = watching();
  await minutes(0);
  expect(now().state).toBe('watching');
  expect(send).toHaveBeenCalledTimes(1);
});

describe('a page without https, in a browser', () => {
  const fails = (name: string) => (): never => {
    throw new DOMException('', name);
  };
  const failing = (method: 'getItem' | 'setItem' | 'removeItem', name: string) => () =>
    void jest.spyOn(Storage.prototype, method).mockImplementation(fails(name));

  test.each([
    ['whose storage is full', failing('setItem', 'QuotaExceededError')],
    ['that lets nothing be read', failing('getItem', 'SecurityError')],
    ['that lets nothing be removed', failing('removeItem', 'SecurityError')],
    [
      'that keeps nothing it takes',
      () => void jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => undefined),
    ],
    [
      'that forbids the storage',
      () => void jest.spyOn(window, 'localStorage', 'get').mockImplementation(fails('SecurityError')),
    ],
  ])('%s: the tab watches, and leaves without a fault', async (_, prepare) => {
    takeLocks();
    prepare();
    const { watch, now, send } = watching();
    await minutes(5);
    expect(now()).toMatchObject({ state: 'watching', failure: undefined });
    expect(send).toHaveBeenCalledTimes(3);
    watch.stop();
    await minutes(4);
    expect(send).toHaveBeenCalledTimes(3);
  });

  test('whose storage fills up later: the tab goes on', async () => {
    takeLocks();
    const { now, send } = watching();
    await minutes(0.5);
    failing('setItem', 'QuotaExceededError')();
    await minutes(10);
    expect(now().state).toBe('watching');
    expect(send).toHaveBeenCalledTimes(6);
  });
});

test('a browser that forbids its locks: the tabs see each other all the same', async () => {
  const request = () => Promise.reject(new DOMException('', 'SecurityError'));
  Object.defineProperty(navigator, 'locks', { configurable: true, value: { request } });
  const [first, second] = [watching(), watching()];
  await minutes(1);
  expect([first.now().state, second.now().state].sort()).toEqual(['other-tab', 'watching']);
});

test('switched off, it ends its request and asks no more; switched on again, it begins anew', async () => {
  const { watch, now, send } = watching(untilAborted);
  await minutes(0);
  watch.stop();
  await minutes(30);
  expect(now()).toEqual({ state: 'off', failure: undefined, nextAt: undefined });
  expect(send).toHaveBeenCalledTimes(1);
  expect(send.mock.calls[0]?.[1].signal?.aborted).toBe(true);
  watch.start();
  await minutes(0);
  expect(now()).toMatchObject({ state: 'watching', nextAt: undefined });
  expect(send).toHaveBeenCalledTimes(2);
});

test('a mistake of ours is told, and gone when it is switched off', async () => {
  const { watch, now, onObservation } = watching();
  const error = new RangeError('ours');
  onObservation.mockImplementation(() => {
    throw error;
  });
  await minutes(0);
  expect(now().mistake).toEqual({ error });
  watch.stop();
  expect(now()).toEqual({ state: 'off', failure: undefined, nextAt: undefined });
});
