import { NO_DECISIONS, withEntries } from '../../../src/decisions/decisions';
import { read, type Gathered } from '../../../src/model/gathered';
import * as report from '../../../src/report/report';
import type { Checkup } from '../../../src/ui/state/checkup';
import { createJudged, NOTHING_ADVISED, type Advised, type Instance } from '../../../src/ui/state/judged';
import { createStore } from '../../../src/steps/store';
import { DAY, gathered, GOOD_INTERVAL, integration, NOW, reading } from '../../support/facts';

jest.mock<typeof report>('../../../src/report/report', () => {
  const actual = jest.requireActual<typeof report>('../../../src/report/report');
  return { ...actual, reportOf: jest.fn(actual.reportOf) };
});

const built = jest.mocked(report.reportOf);

beforeEach(() => built.mockClear());

const GOOD: Advised = {
  facts: { reindexInterval: read(reading('reindexInterval', 22, 'admin')), reindex: GOOD_INTERVAL },
  headline: { key: 'reindex.head.good', args: [] },
};
const BETTER: Advised = { ...GOOD };

/** Stores that change when the test says so. */
function judging(outcomes: Partial<Gathered> = gathered()) {
  const checkup = createStore<Checkup>({ outcomes, fresh: {}, failures: [], reading: [], waits: [] });
  const store = createStore<{ advised: Advised | undefined; advising: boolean }>({
    advised: undefined,
    advising: false,
  });
  const decided = createStore({ decisions: NO_DECISIONS });
  const told: Instance[] = [];
  const advisor = { ...store, about: (instance: Instance) => void told.push(instance) };
  const judged = createJudged(checkup, decided, () => NOW);
  checkup.change({ outcomes });
  const check = (id: string) => {
    const all = judged.snapshot().judged?.report;
    const findings = [...(all?.instance ?? []), ...(all?.subjects[0]?.findings ?? [])];
    const found = findings.find((one) => one.check === id);
    return found?.pending ? 'pending' : found?.verdict;
  };
  return { checkup, advisor, decided, told, judged, check };
}

test('nothing is judged before the integrations gave anything', () => {
  const { myself, integrations } = gathered();
  const { checkup, judged } = judging({ myself });
  expect(judged.snapshot().judged).toBeUndefined();
  checkup.change({ outcomes: { myself, integrations } });
  expect(judged.snapshot().judged?.report.integrations).toBe(1);
});

test('until somebody advises, what needs the advice is pending, and nothing else is', () => {
  const { judged, check } = judging();
  expect(['reindex-interval', 'indexing-freshness', 'ssl-verification'].map(check)).toEqual([
    'pending',
    'pending',
    'pass',
  ]);
  judged.advisedBy(undefined);
  expect(['reindex-interval', 'indexing-freshness'].map(check)).toEqual(['unknown', 'pass']);
  expect(judged.snapshot().judged?.headline).toBe(NOTHING_ADVISED.headline);
});

test('the head is silent on an interval whose check is switched off', () => {
  const { advisor, decided, judged } = judging();
  judged.advisedBy(advisor);
  advisor.change({ advised: GOOD });
  expect(judged.snapshot().judged?.headline).toBe(GOOD.headline);
  const off = { kind: 'setting', name: 'check.reindex-interval.off', value: true, at: NOW } as const;
  decided.change({ decisions: withEntries(NO_DECISIONS, [off]) });
  expect(judged.snapshot().judged?.headline).toBeUndefined();
});

test('the advisor is told what the instance has, and what it says is judged by once', () => {
  const { advisor, told, judged, check } = judging();
  judged.advisedBy(advisor);
  expect(told).toEqual([{ repositories: 10, indexedDates: [], schedule: gathered().schedule }]);
  advisor.change({ advising: true });
  expect(check('reindex-interval')).toBe('pending');
  expect(built).toHaveBeenCalledTimes(1);
  advisor.change({ advised: GOOD, advising: false });
  expect(check('reindex-interval')).toBe('pass');
  expect(judged.snapshot().judged?.headline).toBe(GOOD.headline);
  expect(built).toHaveBeenCalledTimes(2);
});

test('while the repositories are read the interval is pending, and what an integration needs of the advice is not', () => {
  const { advisor, judged, check } = judging({
    ...gathered(),
    repositories: { state: 'pending', source: 'repositories' },
  });
  advisor.change({ advised: GOOD });
  judged.advisedBy(advisor);
  expect(['reindex-interval', 'indexing-freshness'].map(check)).toEqual(['pending', 'pass']);
  expect(judged.snapshot().judged?.headline).toBeUndefined();
});

test('the advisor is told when the repositories were indexed', () => {
  const { repositories, ...others } = gathered();
  const list = repositories.state === 'read' && { ...repositories.value, indexedDates: [NOW] };
  const { advisor, told, judged } = judging({ ...others, ...(list && { repositories: read(list) }) });
  judged.advisedBy(advisor);
  expect(told).toMatchObject([{ indexedDates: [NOW] }]);
});

test.each([
  ['is in initial indexing', { initDate: NOW - DAY }],
  ['may be in initial indexing', { initDate: 'absent' }],
] as const)('while an integration %s the dates tell of no round', (_, changes) => {
  const { repositories, ...others } = gathered({
    integrations: [integration({ lastIndexedDate: 'absent', ...changes })],
  });
  const list = repositories.state === 'read' && { ...repositories.value, indexedDates: [NOW] };
  const { advisor, told, judged } = judging({ ...others, ...(list && { repositories: read(list) }) });
  judged.advisedBy(advisor);
  expect(told).toMatchObject([{ repositories: 10, indexedDates: [] }]);
});

test('a list that may be cut tells the advisor no dates', () => {
  const { repositories, ...others } = gathered({ repositoriesAtLeast: true });
  const list = repositories.state === 'read' && { ...repositories.value, indexedDates: [NOW] };
  const { advisor, told, judged } = judging({ ...others, ...(list && { repositories: read(list) }) });
  judged.advisedBy(advisor);
  expect(told).toMatchObject([{ repositories: undefined, indexedDates: [] }]);
});

test('what is read anew is judged together with the advice on it', () => {
  const { advisor, checkup, judged } = judging();
  advisor.change({ advised: GOOD });
  judged.advisedBy(advisor);
  built.mockClear();
  advisor.change({ advising: true });
  const again = gathered({ repositories: { '1': { total: 12 } } });
  checkup.change({ outcomes: again });
  expect(built).not.toHaveBeenCalled();
  expect(judged.snapshot().judged?.gathered.repositories).not.toBe(again.repositories);
  advisor.change({ advised: BETTER, advising: false });
  expect(built).toHaveBeenCalledTimes(1);
  expect(judged.snapshot().judged?.gathered.repositories).toBe(again.repositories);
});

test('an advisor that answers at once is judged by once', () => {
  const { advisor, checkup, judged } = judging();
  judged.advisedBy({ ...advisor, about: () => advisor.change({ advised: { ...GOOD } }) });
  expect(built).toHaveBeenCalledTimes(2);
  checkup.change({ outcomes: gathered() });
  expect(built).toHaveBeenCalledTimes(3);
});

test('what does not change what is judged is not judged again', () => {
  const { advisor, checkup, judged } = judging();
  judged.advisedBy(advisor);
  advisor.change({ advised: GOOD });
  built.mockClear();
  checkup.change({ reading: ['myself'] });
  advisor.change({ advising: true });
  advisor.change({ advising: false });
  expect(built).not.toHaveBeenCalled();
});

test('an advisor that was replaced is not heard any more', () => {
  const { advisor, judged } = judging();
  judged.advisedBy(advisor);
  judged.advisedBy(undefined);
  built.mockClear();
  advisor.change({ advised: GOOD });
  expect(built).not.toHaveBeenCalled();
});

test('a mistake of ours is told, and what was judged before stays beside it, until it is judged well again', () => {
  const { checkup, judged } = judging();
  const error = new RangeError('ours');
  built.mockImplementationOnce(() => {
    throw error;
  });
  checkup.change({ outcomes: gathered() });
  expect(judged.snapshot()).toMatchObject({ mistake: { error }, judged: { now: NOW } });
  checkup.change({ outcomes: gathered() });
  expect(judged.snapshot().mistake).toBeUndefined();
});

test('is judged as of the reading, by Jira’s clock', () => {
  const info = gathered()['server-info'];
  const ahead = { ...info, value: { version: '1', clockOffset: 5_000, stamp: { readAt: NOW } } } as typeof info;
  const { judged } = judging({ ...gathered(), 'server-info': ahead });
  expect(judged.snapshot().judged?.now).toBe(NOW + 5_000);
});
