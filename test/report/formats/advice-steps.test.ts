import { DEFAULT_POLICY } from '../../../src/reindex/policy';
import { basisTexts, stepTexts } from '../../../src/report/formats/advice-steps';
import { minute, round } from '../../support/queue-task';
import { suggest, watched } from '../../support/suggestion';
import { textsIn } from '../../support/texts';

const t = textsIn('en');
const from = { policy: DEFAULT_POLICY, dated: 0 };

test('only steps that change something are told; an interval is told in minutes', () => {
  expect(stepTexts(suggest({ runDurations: watched(2) }), from, t)).toEqual([
    'The one round that counts took 2 minutes.',
    '+ 3 minutes margin: 5 minutes.',
  ]);
  expect(stepTexts(suggest({ runDurations: watched(1.5) }), from, t)).toEqual([
    'The one round that counts took 1 minute, 30 seconds.',
    '+ 3 minutes margin: 4 minutes, 30 seconds.',
    'Rounded up to whole minutes: 5 min.',
  ]);
});

test('a quantile is told with its percentage', () => {
  const many = watched(...Array.from({ length: 25 }, (_, place) => 10 + place / 10));
  const [first] = stepTexts(
    suggest({ runDurations: many, now: minute(1600) }),
    { ...from, policy: { quantile: 0.975 } },
    t,
  );
  expect(first).toMatch(/^97\.5 % of 25 rounds took at most 12 minutes/);
});

test('what it rests on, and what was left out', () => {
  const tasks = [...round(0, 19), ...round(60, 18).map((task) => ({ ...task, reset: true }))];
  const current = { kind: 'cron', expression: 'never' } as const;
  expect(basisTexts(suggest({ tasks, current, now: minute(140), nodes: 1, threads: 1 }), t)).toEqual([
    'Measured: whole rounds of the scheduled reindex.',
    'The cron expression was not understood, so it is not compared.',
    '1 thread works at a time (as the dashboard says).',
    'Left out, tasks that rebuild an index: 10',
  ]);
});
