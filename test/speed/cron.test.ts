import { cronGaps } from '../../src/schedule/cron';
import { leastCpuTime } from '../support/cpu-time';

/** A page that waits longer than this is noticed, milliseconds; three times as long on a machine that does other things. */
const NOTICED = 3 * 50;

test.each([
  '* * * * * ?',
  '* * * 1-30 * ?',
  '*/2 * * ? * MON-FRI',
  '0 0 2 30 2 ?',
  '0 0 2 L-3W 2 ? 2099',
  '0 0 2 L-2W * 1',
  '0 0 2 29 2 ? 2099',
  '0 0 2 ? 2 6#5',
])('%s is judged before anybody notices', (expression) => {
  const now = Date.UTC(2026, 10, 22, 10);
  expect(leastCpuTime(() => cronGaps(expression, now), NOTICED)).toBeLessThanOrEqual(NOTICED);
});
