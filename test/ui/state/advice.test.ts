import { NO_DECISIONS, withEntries } from '../../../src/decisions/decisions';
import { NOTHING_KEPT, type EvidenceContent } from '../../../src/evidence/content';
import type { WatchObservation } from '../../../src/model/reindex';
import * as advise from '../../../src/reindex/advise';
import { createAdvice, type Advice } from '../../../src/ui/state/advice';
import type { Evidence } from '../../../src/ui/state/evidence';
import { NOTHING_ADVISED, type Instance } from '../../../src/ui/state/judged';
import { createStore } from '../../../src/steps/store';
import { gathered, NOW } from '../../support/facts';
import { minute, round, T0 } from '../../support/queue-task';

jest.mock<typeof advise>('../../../src/reindex/advise', () => {
  const actual = jest.requireActual<typeof advise>('../../../src/reindex/advise');
  return { ...actual, adviseInSteps: jest.fn(actual.adviseInSteps) };
});

const advised = jest.mocked(advise.adviseInSteps);

beforeEach(() => {
  advised.mockClear();
  localStorage.clear();
});

/** Rounds of 19 minutes each half an hour, with an interval of 5. */
const ROUNDS: EvidenceContent = {
  ...NOTHING_KEPT,
  tasks: [0, 30, 60, 90].flatMap((start) => round(start, 19)),
  current: { value: { kind: 'interval', minutes: 5 }, at: minute(100) },
};

const { schedule } = gathered();
const INSTANCE: Instance = { repositories: undefined, indexedDates: [], schedule };

/** Looks every 5 minutes at 100 repositories, whose round of 12 minutes begins every half an hour. */
const looks = (count: number): WatchObservation[] =>
  Array.from({ length: count }, (_, place) => {
    const at = 1 + place * 5;
    const dates = Array.from({ length: 100 }, (__, repository) => {
      const offset = ((repository + 1) / 100) * 12;
      return T0 + (Math.floor((at - offset) / 30) * 30 + offset) * 60_000;
    });
    return { at: minute(at), dates, requestMinutes: 0.1 };
  });

function advising(content: EvidenceContent, isLoaded = true) {
  const evidence = createStore<Evidence>({
    content,
    isLoaded,
    entries: [],
    unstored: undefined,
    unstoredTasks: 0,
    spoilt: 0,
  });
  const decided = createStore({ decisions: NO_DECISIONS });
  const advice = createAdvice(evidence, decided, () => minute(120));
  const set = (name: string, value: number) =>
    decided.set({ decisions: withEntries(decided.snapshot().decisions, [{ kind: 'setting', name, value, at: 1 }]) });
  const seen: Advice[] = [];
  advice.subscribe(() => seen.push(advice.snapshot()));
  const stop = advice.start();
  advice.about(INSTANCE);
  return { evidence, advice, set, now: advice.snapshot, seen, stop };
}

/** Until the work of very much evidence is done. */
async function settled(now: () => Advice): Promise<void> {
  while (now().advising) await new Promise((resolve) => setTimeout(resolve, 5));
}

test('says nothing before it is known what the browser keeps', async () => {
  const { evidence, now } = advising(NOTHING_KEPT, false);
  expect(now()).toMatchObject({ advice: undefined, advised: undefined, advising: false });
  evidence.change({ content: ROUNDS, isLoaded: true });
  await settled(now);
  expect(now().advice).toMatchObject({ kind: 'suggestion', verdict: 'too-short' });
  expect(now().advised).toMatchObject({
    facts: {
      reindex: { kind: 'advised', verdict: 'too-short' },
      reindexInterval: { state: 'read', value: { value: 5 } },
    },
    headline: { key: 'reindex.head.change' },
  });
});

test('says nothing while the schedule is being read, unless somebody gave it', async () => {
  const pending = { state: 'pending', source: 'schedule' } as const;
  const { advice, evidence, now } = advising({ ...ROUNDS, current: undefined }, false);
  advice.about({ ...INSTANCE, schedule: pending });
  evidence.change({ isLoaded: true });
  expect(now()).toMatchObject({ advised: undefined, advising: false });
  advice.about({ ...INSTANCE, schedule: gathered({ schedule: '5 minutes' }).schedule });
  await settled(now);
  expect(now().advice).toMatchObject({ verdict: 'too-short' });
  expect(now().read).toEqual({ value: { kind: 'interval', minutes: 5 }, at: NOW });
  evidence.change({ content: ROUNDS });
  advice.about({ ...INSTANCE, schedule: pending });
  await settled(now);
  expect(now().advised?.facts.reindexInterval).toMatchObject({ state: 'read', value: { value: 5 } });
});

test('there is one advice on what is kept, and no other before it', async () => {
  const { now, seen } = advising(ROUNDS);
  await settled(now);
  expect([...new Set(seen.map(({ advice }) => advice?.kind))]).toEqual([undefined, 'suggestion']);
  expect(advised).toHaveBeenCalledTimes(1);
});

test('the one before stays until the next is there', async () => {
  const { evidence, now } = advising(ROUNDS);
  await settled(now);
  const before = now().advised;
  advised.mockImplementationOnce(function* (...given) {
    const until = performance.now() + 60;
    while (performance.now() < until) yield;
    yield;
    return yield* jest.requireActual<typeof advise>('../../../src/reindex/advise').adviseInSteps(...given);
  });
  evidence.change({ content: NOTHING_KEPT });
  expect(now()).toMatchObject({ advising: true, advised: before });
  await settled(now);
  expect(now().advice?.kind).toBe('not-enough-history');
});

test.each<[string, (made: ReturnType<typeof advising>) => void, number]>([
  ['the same evidence', ({ evidence }) => evidence.change({ unstoredTasks: 1 }), 0],
  ['the same evidence in another object', ({ evidence }) => evidence.change({ content: { ...ROUNDS } }), 0],
  ['tasks', ({ evidence }) => evidence.change({ content: { ...ROUNDS, tasks: round(0, 10) } }), 1],
  ['the interval', ({ evidence }) => evidence.change({ content: { ...ROUNDS, current: undefined } }), 1],
  [
    'a first look, which tells a lower bound',
    ({ evidence }) => evidence.change({ content: { ...ROUNDS, observations: looks(1) } }),
    1,
  ],
  ['the repositories', ({ advice }) => advice.about({ ...INSTANCE, repositories: 3 }), 1],
  ['as many repositories as before', ({ advice }) => advice.about({ ...INSTANCE }), 0],
  ['the numbers of the calculation', ({ set }) => set('policy.marginMinutes', 7), 1],
  ['another setting', ({ set }) => set('limit.repositories', 7), 0],
])('what asks for another advice: %s', async (_, change, times) => {
  const made = advising(ROUNDS);
  await settled(made.now);
  advised.mockClear();
  change(made);
  await settled(made.now);
  expect(advised).toHaveBeenCalledTimes(times);
});

test('says the rounds of the looks, and the longest that one of them proves', async () => {
  const { now } = advising({ ...NOTHING_KEPT, observations: looks(36) });
  await settled(now);
  expect(now().watched.rounds.length).toBeGreaterThanOrEqual(3);
  expect(now().watched.least).toBeCloseTo(11.88);
  expect(advised.mock.lastCall?.[0]).toMatchObject({ leastMinutes: now().watched.least });
});

test('the dates of last indexing give a lower bound without any look', async () => {
  const { advice, now } = advising(NOTHING_KEPT);
  const dates = Array.from({ length: 100 }, (_, place) => minute(place / 10));
  advice.about({ ...INSTANCE, indexedDates: dates });
  await settled(now);
  expect(advised.mock.lastCall?.[0].leastMinutes).toBeCloseTo(9.9);
  expect(now().watched.least).toBeUndefined();
});

test('a look that tells nothing new changes no advice', async () => {
  const { evidence, now } = advising({ ...NOTHING_KEPT, observations: looks(36) });
  await settled(now);
  const [before, { watched }] = [now().advised, now()];
  const again = looks(36).map((look) => ({ ...look }));
  evidence.change({ content: { ...NOTHING_KEPT, observations: again } });
  await settled(now);
  expect(now().advised).toBe(before);
  expect(now().watched).toBe(watched);
});

test('the numbers of the calculation are those of the settings', async () => {
  const { set, now } = advising(ROUNDS);
  await settled(now);
  const before = now().advice;
  expect(now().policy).toEqual({});
  set('policy.marginMinutes', 30);
  await settled(now);
  expect(now().policy).toEqual({ marginMinutes: 30 });
  expect(now().advice).not.toEqual(before);
});

test('a mistake of ours leaves no advice, and another try may be better', async () => {
  const { advice, evidence, now } = advising(ROUNDS);
  await settled(now);
  const error = new RangeError('ours');
  const fails = (): never => {
    throw error;
  };
  advised.mockImplementationOnce(fails).mockImplementationOnce(fails);
  evidence.change({ content: { ...ROUNDS, current: undefined } });
  await settled(now);
  expect(now()).toMatchObject({ advice: undefined, advised: NOTHING_ADVISED, mistake: { error } });
  advice.tryAgain();
  await settled(now);
  expect(now().mistake).toEqual({ error });
  advice.tryAgain();
  await settled(now);
  expect(now()).toMatchObject({ advice: { kind: 'suggestion' }, mistake: undefined });
});

test('where the evidence could not be opened for a mistake of ours, there is none either', () => {
  const error = new RangeError('ours');
  const { evidence, now } = advising(NOTHING_KEPT, false);
  evidence.change({ mistake: { error } });
  expect(now()).toMatchObject({ advised: NOTHING_ADVISED, advising: false, mistake: { error } });
});

test('ended, it advises no more', async () => {
  const { evidence, now, stop } = advising(ROUNDS);
  await settled(now);
  advised.mockClear();
  stop();
  evidence.change({ content: NOTHING_KEPT });
  expect(advised).not.toHaveBeenCalled();
});
