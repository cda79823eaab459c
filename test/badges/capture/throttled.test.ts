import { throttled } from '../../../src/badges/capture/throttled';

/** Work that takes so many milliseconds, and what was waited for after each time. */
function timed(...takes: number[]) {
  let now = 0;
  jest.spyOn(performance, 'now').mockImplementation(() => now);
  const rests: number[] = [];
  const ends: (() => void)[] = [];
  const work = jest.fn(() => {
    now += takes[work.mock.calls.length - 1] ?? 0;
    return Promise.resolve();
  });
  const pause = (milliseconds: number) => {
    rests.push(milliseconds);
    return new Promise<void>((resolve) => ends.push(resolve));
  };
  const turn = () => new Promise((resolve) => setTimeout(resolve));
  const rested = async () => {
    ends.shift()?.();
    await turn();
  };
  return { work, rests, call: throttled(work, pause), turn, rested };
}

test('works at once, and once more for all calls meanwhile', async () => {
  const { work, call, turn, rested } = timed();
  call();
  call();
  call();
  await turn();
  expect(work).toHaveBeenCalledTimes(1);
  await rested();
  expect(work).toHaveBeenCalledTimes(2);
  await rested();
  expect(work).toHaveBeenCalledTimes(2);
  call();
  expect(work).toHaveBeenCalledTimes(3);
});

test('rests for half a second, after long work for ten times as long', async () => {
  const { rests, call, turn, rested } = timed(50, 51);
  call();
  call();
  await turn();
  await rested();
  expect(rests).toEqual([500, 510]);
});

test('work that failed is done again', async () => {
  const { work, call, turn, rested } = timed();
  work.mockRejectedValueOnce(new Error('not now'));
  call();
  await turn();
  await rested();
  call();
  expect(work).toHaveBeenCalledTimes(2);
});
