import { stuckText, troublesIn, troubleTexts } from '../../../src/report/formats/trouble-texts';
import { minute, round, task } from '../../support/queue-task';
import { suggest, watched } from '../../support/suggestion';
import { textsIn } from '../../support/texts';

const t = textsIn('en');
const insightsOf = (...tasks: Parameters<typeof suggest>[0]['tasks'] & object) =>
  suggest({ tasks: [...round(0, 12), ...tasks], runDurations: watched(10), now: minute(700) }).insights;

test('nothing goes wrong', () => expect(troublesIn(insightsOf())).toEqual([]));

test.each([
  ['stuck', insightsOf(task('hung', 0, 10)), '1 task is stuck', []],
  [
    'failing',
    insightsOf(...[0, 30, 60].map((tick) => task('bad', tick, tick, tick + 1, { status: 'error' }))),
    '1 repository fails again and again',
    [],
  ],
  [
    'starving',
    insightsOf(task('a', 0, 300, 301, { operation: 'removal' }), task('b', 0, 300, 301, { operation: 'removal' })),
    'Low priority tasks wait too long',
    ['2 removals of repositories'],
  ],
  [
    'nodes',
    insightsOf(task('x', 0, 0, 10, { node: 'a' }), task('y', 0, 0, 1, { node: 'b' })),
    'The nodes are out of balance',
    [],
  ],
] as const)('%s', (kind, insights, title, list) => {
  expect(troublesIn(insights)).toEqual([kind]);
  expect(troubleTexts(kind, insights, t)).toMatchObject({ kind, title, list });
  expect(troubleTexts(kind, insights, t).body).toMatch(/\.$/);
});

test('a stuck task that is over does not run', () => {
  expect(stuckText({ minutes: 90, running: false }, t)).toBe('1 hour, 30 minutes');
  expect(stuckText({ minutes: 90, running: true }, t)).toBe('1 hour, 30 minutes, still running');
});
