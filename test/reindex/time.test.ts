/** @jest-environment node */
import { parseTime } from '../../src/reindex/time';

const NOW = Date.UTC(2026, 2, 2, 12);

describe('parseTime', () => {
  test.each([
    ['2026-03-02T10:15:30.250Z', Date.UTC(2026, 2, 2, 10, 15, 30, 250), 0],
    ['2026-03-02T10:15:30+02:00', Date.UTC(2026, 2, 2, 8, 15, 30), 0],
    ['2026-03-02T10:15:30.123456Z', Date.UTC(2026, 2, 2, 10, 15, 30, 123), 0],
    ['2026-03-02 10:15:30', new Date(2026, 2, 2, 10, 15, 30).getTime(), 0],
    ['1772446530', 1_772_446_530_000, 0],
    ['1772446530250', 1_772_446_530_250, 0],
    ['2026-03-02T10:15Z', Date.UTC(2026, 2, 2, 10, 15), 1],
    ['2026-03-02 10:15', new Date(2026, 2, 2, 10, 15).getTime(), 1],
    ['2024-02-29T10:15:30Z', Date.UTC(2024, 1, 29, 10, 15, 30), 0],
    ['15/Apr/2023 09:23 PM', new Date(2023, 3, 15, 21, 23).getTime(), 1],
    ['15/Apr/2023 09:23\u202fPM', new Date(2023, 3, 15, 21, 23).getTime(), 1],
    ['15/Apr/2023 09:23:42 PM', new Date(2023, 3, 15, 21, 23, 42).getTime(), 0],
    ['16/Mar/2023 10:58 pm', new Date(2023, 2, 16, 22, 58).getTime(), 1],
    ['15/Apr/23 12:05 AM', new Date(2023, 3, 15, 0, 5).getTime(), 1],
    ['1 minute ago', NOW - 60_000, 1],
    ['1\u00a0minute\u00a0ago', NOW - 60_000, 1],
    ['2 hours ago', NOW - 7_200_000, 60],
    ['an hour ago', NOW - 3_600_000, 60],
    ['just now', NOW, 1],
    ['30 seconds ago', NOW - 30_000, 1 / 60],
    ['in 5 minutes', NOW + 300_000, 1],
  ])('%s', (text, at, blur) => {
    expect(parseTime(text, NOW)).toEqual({ at, blur });
  });

  test.each([
    'Never', '', 'vor 5 Minuten', '2026-13-02T10:15:30Z', '2026-02-30T10:15:30Z', '2026-02-29T10:15:30Z', '2100-02-29T10:15:30Z', '2026-04-31T10:15:30Z',
    '2026-03-00T10:15:30Z', '15/Foo/2023 09:23 PM', '31/Apr/2023 09:23 PM', '0/Apr/2023 09:23 PM', '5', '1 minute', 'NaN',
  ])('refuses %s', (text) => {
    expect(parseTime(text, NOW)).toBeUndefined();
  });
});
