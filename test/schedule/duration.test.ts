import { parseDuration } from '../../src/schedule/duration';

describe('parseDuration', () => {
  test.each([
    ['2 minutes, 17 seconds', 2 + 17 / 60],
    ['2\u00a0minutes,\u202f17\u00a0seconds', 2 + 17 / 60],
    ['No\u00a0delay', 0],
    ['1 second', 1 / 60],
    ['10 seconds', 1 / 6],
    ['1 day', 1440],
    ['1 day, 2 hours and 3 minutes', 1563],
    ['0:02:17', 2 + 17 / 60],
    ['2:17', 2 + 17 / 60],
    ['137 s', 137 / 60],
    ['137s', 137 / 60],
    ['2m 17s', 2 + 17 / 60],
    ['1.5 hours', 90],
    ['500 ms', 0.5 / 60],
    ['1,200 s', 20],
    ['an hour', 60],
    ['PT2M17S', 2 + 17 / 60],
    ['19', 19],
    [' 19 MIN ', 19],
    ['No delay', 0],
  ])('%s', (text, minutes) => {
    expect(parseDuration(text)).toBeCloseTo(minutes, 9);
  });

  test.each([
    '',
    '-',
    '---',
    'Never',
    'soon',
    '2 Minuten',
    '-3 minutes',
    'NaN',
    'Infinity',
    '1:75',
    '5 minutes ago',
    'PT',
    '9'.repeat(400),
  ])('refuses %s', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });
});
