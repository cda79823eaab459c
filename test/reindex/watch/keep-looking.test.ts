import type { Looked } from '../../../src/model/reindex';
import { keepLooking } from '../../../src/reindex/watch/keep-looking';

const seen = (requestMinutes: number): Looked => ({ kind: 'seen', observation: { at: 1, dates: [], requestMinutes } });
const cut: Looked = { kind: 'cut', observation: { at: 1, dates: [], requestMinutes: 0 } };
const failed: Looked = { kind: 'failed', failure: { kind: 'network', source: 'repositories', request: '', at: 1 } };

/** Minutes to the next look after each of these. */
async function delaysAfter(...looks: Looked[]): Promise<number[]> {
  const ended = new AbortController();
  const delays: number[] = [];
  const next = (_: Looked, delay: number) => {
    delays.push(delay / 60_000);
    if (looks.length === 0) ended.abort();
    return Promise.resolve();
  };
  await keepLooking({ look: () => Promise.resolve(looks.shift() ?? failed), next }, ended.signal);
  return delays;
}

test('two minutes where the answer took none, and longer after a slow one', async () => {
  expect(await delaysAfter(seen(0), seen(0.2), seen(2))).toEqual([2, 4, 15]);
});

test('twice as long after each failure in a row; a list that may be cut is none', async () => {
  expect(await delaysAfter(failed, failed, failed, cut, failed)).toEqual([4, 8, 15, 2, 4]);
});

test('after a failure the answer before it counts', async () => {
  expect(await delaysAfter(seen(0.2), failed)).toEqual([4, 8]);
});

test('it ends where the signal ends it, and rejects with a mistake', async () => {
  const next = jest.fn();
  const ended = new AbortController();
  const look = () => {
    ended.abort();
    return Promise.reject(new Error('aborted'));
  };
  await keepLooking({ look, next }, ended.signal);
  await keepLooking({ look: () => Promise.resolve(failed), next }, ended.signal);
  expect(next).not.toHaveBeenCalled();
  const broken = keepLooking({ look: () => Promise.reject(new Error('broken')), next }, new AbortController().signal);
  await expect(broken).rejects.toThrow('broken');
});

test('a look that came too late says nothing', async () => {
  const next = jest.fn();
  const ended = new AbortController();
  const look = () => {
    ended.abort();
    return Promise.resolve(seen(0));
  };
  await keepLooking({ look, next }, ended.signal);
  expect(next).not.toHaveBeenCalled();
});
