import { periodOf } from '../../../src/command-line/advise/period';
import { Fault } from '../../../src/command-line/fault';

test.each([
  ['90m', 90 * 60_000],
  ['24h', 86_400_000],
  ['2d', 172_800_000],
  ['14d', 1_209_600_000],
  ['0', 0],
  ['0h', 0],
])('%s', (text, milliseconds) => expect(periodOf(text)).toBe(milliseconds));

test.each(['15d', '337h', '5', '', 'h', '1.5h', '-1h', '1w', '24 h', '1h30m', '1e3m', 'forever', '9'.repeat(400)])(
  '%s is refused',
  (text) => expect(() => periodOf(text)).toThrow(Fault),
);
