/** @jest-environment node */
import type { SimulatedInstance } from '../../support/queue-instance';
import { simulate } from '../../support/queue-simulator';
import { SeededRandom } from '../../support/seeded-random';
import { smallInstance } from '../../support/small-instance';
import { capture, type CapturePlan } from './captures';
import { showsRound } from './showing';

/** A look 10 minutes after a round of twenty is done, every forty minutes: two rounds stay for an hour. */
const lookAt = (change: Partial<SimulatedInstance>, plan: Partial<CapturePlan>) => {
  const instance = smallInstance({ minutes: 2000, ...change });
  const end = (simulate(instance).rounds.at(-2)?.end ?? NaN) + 5;
  const simulation = simulate({ ...instance, minutes: end });
  const { shown } = capture(simulation, { span: 0, every: 60, form: 'tasks', ...plan }, new SeededRandom(1));
  return showsRound(simulation, shown);
};
const { repositories } = smallInstance({});

test.each<[string, Partial<SimulatedInstance>, Partial<CapturePlan>, boolean]>([
  ['a clear round', {}, {}, true],
  ['overlap, but the times of all', { intervalMinutes: 5 }, {}, true],
  ['nothing', {}, { form: 'nothing' }, false],
  ['an opened page', {}, { form: 'page' }, true],
  ['a page half opened', {}, { form: 'page', opened: 0.5 }, false],
  ['a closed page', {}, { form: 'page', opened: 0 }, false],
  ['the first ten rows', {}, { form: 'page', rows: 10 }, false],
  ['most repositories fail', { errors: 0.6, errorsAreShort: true }, {}, false],
  [
    'initial indexing of many a moment ago',
    { meanwhile: { initialIndexing: { at: 1500, share: 0.1, factor: 2 } } },
    {},
    false,
  ],
  [
    'broken ones say how long they take',
    { repositories: repositories.map((one) => ({ ...one, isBroken: one.number < 9 })) },
    {},
    true,
  ],
])('%s', (_, change, plan, expected) => {
  expect(lookAt(change, plan)).toBe(expected);
});
