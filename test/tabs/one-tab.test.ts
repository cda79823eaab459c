import { onceInOneTab } from '../../src/tabs/one-tab';
import { giveLocks, takeLocks } from '../support/locks';

const NAME = 'some work';
const signal = () => new AbortController().signal;

beforeEach(() => localStorage.clear());
afterEach(takeLocks);

describe.each([
  ['Web Locks', giveLocks],
  ['a lease', takeLocks],
])('with %s', (_what, prepare) => {
  beforeEach(prepare);

  test('work is done once by two tabs at a time, and again after that', async () => {
    const work = jest.fn(() => Promise.resolve());
    const done = await Promise.all([onceInOneTab(NAME, signal(), work), onceInOneTab(NAME, signal(), work)]);
    expect(done.sort()).toEqual([false, true]);
    expect(work).toHaveBeenCalledTimes(1);
    expect(await onceInOneTab(NAME, signal(), work)).toBe(true);
    expect(work).toHaveBeenCalledTimes(2);
  });

  test('work that fails is told, and stands in nobody’s way', async () => {
    const work = () => Promise.reject(new Error('no'));
    await expect(onceInOneTab(NAME, signal(), work)).rejects.toThrow('no');
    expect(await onceInOneTab(NAME, signal(), () => Promise.resolve())).toBe(true);
  });

  test('nothing is done once the page is left', async () => {
    const work = jest.fn(() => Promise.resolve());
    await onceInOneTab(NAME, AbortSignal.abort(), work);
    expect(work).not.toHaveBeenCalled();
  });
});
