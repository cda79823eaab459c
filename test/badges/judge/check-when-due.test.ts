import { checkWhenDue } from '../../../src/badges/judge/check-when-due';
import { keptCheckKey } from '../../../src/last-check/kept-check';

const load = jest.fn();

function setHidden(hidden: boolean): void {
  jest.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
  document.dispatchEvent(new Event('visibilitychange'));
}

beforeEach(() => {
  localStorage.clear();
  load.mockClear();
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
  Reflect.deleteProperty(window, 'requestIdleCallback');
});

test('where it is due, the part is loaded once the page was idle for a while', async () => {
  checkWhenDue(document, '/jira', load);
  await jest.advanceTimersByTimeAsync(1_999);
  expect(load).not.toHaveBeenCalled();
  await jest.advanceTimersByTimeAsync(1);
  expect(load.mock.calls).toEqual([['background-check']]);
});

test('a browser that tells when it is idle is believed', async () => {
  let idle = (): void => undefined;
  Object.defineProperty(window, 'requestIdleCallback', {
    configurable: true,
    value: (work: () => void) => (idle = work),
  });
  checkWhenDue(document, '/jira', load);
  await jest.advanceTimersByTimeAsync(60_000);
  expect(load).not.toHaveBeenCalled();
  idle();
  await jest.advanceTimersByTimeAsync(0);
  expect(load).toHaveBeenCalledTimes(1);
});

test('a page that is hidden waits until it is seen, and begins once', async () => {
  setHidden(true);
  checkWhenDue(document, '/jira', load);
  await jest.advanceTimersByTimeAsync(60_000);
  expect(load).not.toHaveBeenCalled();
  setHidden(false);
  setHidden(true);
  setHidden(false);
  await jest.advanceTimersByTimeAsync(60_000);
  expect(load).toHaveBeenCalledTimes(1);
});

test('a page that is hidden before it was idle waits, too', async () => {
  checkWhenDue(document, '/jira', load);
  await jest.advanceTimersByTimeAsync(1_000);
  setHidden(true);
  await jest.advanceTimersByTimeAsync(60_000);
  expect(load).not.toHaveBeenCalled();
  setHidden(false);
  await jest.advanceTimersByTimeAsync(60_000);
  expect(load).toHaveBeenCalledTimes(1);
});

test('where it is not due, nothing is loaded', async () => {
  const off = { version: 1, at: 1, badges: 'off', subjects: [] };
  localStorage.setItem(keptCheckKey('/jira'), JSON.stringify(off));
  checkWhenDue(document, '/jira', load);
  await jest.advanceTimersByTimeAsync(60_000);
  expect(load).not.toHaveBeenCalled();
});

test('neither where the browser forbids its storage', async () => {
  jest.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
    throw new DOMException('no', 'SecurityError');
  });
  checkWhenDue(document, '/jira', load);
  await jest.advanceTimersByTimeAsync(60_000);
  expect(load).not.toHaveBeenCalled();
});
