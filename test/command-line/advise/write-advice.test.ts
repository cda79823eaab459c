import { exitOf } from '../../../src/command-line/advise/write-advice';
import { adviseReindexInterval } from '../../../src/reindex/advise';
import { ADVICES } from '../../support/advices';
import { minute } from '../../support/queue-task';

test.each([
  ['too-short', 1],
  ['fits-so-far', 0],
  ['cron', 0],
  ['off', 0],
  ['current-unknown', 0],
  ['at-least', 1],
  ['at-least-by-dates', 3],
  ['nothing-given', 3],
  ['schedule-off', 0],
])('%s ends with %i', (wanted, code) => {
  expect(exitOf(ADVICES.find(({ name }) => name === wanted)!.advice)).toBe(code);
});

test('a lower bound says nothing where nobody said what is set, and nothing wrong of what is off', () => {
  const bound = { tasks: [], leastMinutes: 19, now: minute(22) };
  expect(exitOf(adviseReindexInterval(bound))).toBe(3);
  expect(exitOf(adviseReindexInterval({ ...bound, current: { kind: 'interval', minutes: 0 } }))).toBe(0);
});
