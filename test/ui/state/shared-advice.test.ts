import { NO_DECISIONS, withEntries, type AdviceEntry, type Entry } from '../../../src/decisions/decisions';
import { NOTHING_KEPT, type EvidenceContent } from '../../../src/evidence/content';
import { read } from '../../../src/model/gathered';
import { NO_REINDEX_HISTORY, type ReindexStatus } from '../../../src/model/reindex';
import { createStore } from '../../../src/steps/store';
import type { Advice } from '../../../src/ui/state/advice';
import type { Evidence } from '../../../src/ui/state/evidence';
import { shareAdvice } from '../../../src/ui/state/shared-advice';
import { decided, READ_ONLY } from '../../support/decided';
import { gathered, GOOD_INTERVAL, MINUTE, NOW, reading } from '../../support/facts';

const SCHEDULE = { kind: 'interval', minutes: 22 } as const;
const given = (at: number): EvidenceContent => ({
  ...NOTHING_KEPT,
  runDurations: [{ at, minutes: 19 }],
  current: { value: SCHEDULE, at },
});

const advisedOf = (reindex: ReindexStatus) => ({
  facts: { reindexInterval: read(reading('reindexInterval', 22, 'admin')), reindex },
  headline: undefined,
});

function sharing(content: EvidenceContent, status: ReindexStatus, ...entries: Entry[]) {
  const evidence = createStore({ content, isLoaded: true } as Evidence);
  const store = createStore({
    advised: advisedOf(status),
    advising: false,
    policy: { policy: {}, trouble: undefined },
  } as unknown as Advice);
  const about = jest.fn();
  const decisions = decided(entries);
  const shared = shareAdvice({ advice: { ...store, about }, evidence, decisions, now: () => NOW });
  const { schedule } = gathered();
  shared.about({ repositories: 5, indexedDates: [], schedule });
  return {
    shared,
    about,
    decisions,
    entry: () => decisions.snapshot().decisions.entries['advice'] as AdviceEntry | undefined,
    /** As the stores do it: the evidence first, then the advice on it. */
    give(next: EvidenceContent, nextStatus: ReindexStatus) {
      evidence.change({ content: next });
      store.change({ advising: true });
      store.change({ advised: advisedOf(nextStatus), advising: false });
    },
    policy: (policy: object, nextStatus: ReindexStatus) => store.change({ policy, advised: advisedOf(nextStatus) }),
  };
}

const OF_GRACE: AdviceEntry = {
  ...{ kind: 'advice', at: NOW - MINUTE, by: 'Grace', schedule: SCHEDULE },
  status: { ...GOOD_INTERVAL, verdict: 'tight' } as ReindexStatus,
};
const statusOf = ({ shared }: ReturnType<typeof sharing>) => shared.snapshot().advised?.facts.reindex;

test('what comes of evidence that is given here is told, with its date; at a load nothing is', () => {
  const page = sharing(given(NOW - 5 * MINUTE), GOOD_INTERVAL);
  expect(page.entry()).toBeUndefined();
  page.give(given(NOW - MINUTE), GOOD_INTERVAL);
  expect(page.entry()).toEqual({
    ...{ kind: 'advice', status: GOOD_INTERVAL, schedule: SCHEDULE, at: NOW - MINUTE, by: 'Ada Admin' },
  });
  expect(statusOf(page)).toBe(GOOD_INTERVAL);
});

test('the same again is not told again, whatever a round took', () => {
  const page = sharing(NOTHING_KEPT, NO_REINDEX_HISTORY);
  page.give(given(NOW - MINUTE), GOOD_INTERVAL);
  const first = page.entry();
  page.give(given(NOW), { ...GOOD_INTERVAL, round: reading('roundMinutes', 20, 'admin') } as ReindexStatus);
  expect(page.entry()).toBe(first);
  page.give(given(NOW), { ...GOOD_INTERVAL, suggested: 23 } as ReindexStatus);
  expect(page.entry()).toMatchObject({ status: { suggested: 23 }, at: NOW });
});

test('other numbers of the calculation are told as well', () => {
  const page = sharing(given(NOW - MINUTE), GOOD_INTERVAL);
  page.policy({ floorMinutes: 30 }, { ...GOOD_INTERVAL, suggested: 30 } as ReindexStatus);
  expect(page.entry()).toMatchObject({ status: { suggested: 30 } });
});

test('what another admin gave counts where this browser has nothing, or older evidence', () => {
  const page = sharing(given(NOW - 5 * MINUTE), GOOD_INTERVAL, OF_GRACE);
  expect(statusOf(page)).toMatchObject({ verdict: 'tight', round: { stamp: { by: 'Grace' } } });
  expect(page.shared.snapshot().advised?.headline).toMatchObject({ key: 'reindex.head.change' });
  page.give(given(NOW), GOOD_INTERVAL);
  expect(statusOf(page)).toBe(GOOD_INTERVAL);
  expect(page.entry()?.by).toBe('Ada Admin');
});

test('it counts as soon as it comes', () => {
  const page = sharing(NOTHING_KEPT, NO_REINDEX_HISTORY);
  const changed = jest.fn();
  page.shared.subscribe(changed);
  page.decisions.decide((all) => withEntries(all, [OF_GRACE]));
  expect(statusOf(page)).toMatchObject({ verdict: 'tight' });
  expect(changed).toHaveBeenCalledTimes(1);
  page.decisions.decide((all) => withEntries(all, [READ_ONLY]));
  expect(changed).toHaveBeenCalledTimes(1);
});

test('older evidence takes nothing from another admin', () => {
  const page = sharing(NOTHING_KEPT, NO_REINDEX_HISTORY, OF_GRACE);
  page.give(given(NOW - 5 * MINUTE), GOOD_INTERVAL);
  expect(page.entry()).toBe(OF_GRACE);
});

test('what was given by mistake and is taken back is told no more', () => {
  const page = sharing(given(NOW - 5 * MINUTE), GOOD_INTERVAL);
  page.give(given(NOW), { ...GOOD_INTERVAL, suggested: 99 } as ReindexStatus);
  page.give(given(NOW - 5 * MINUTE), GOOD_INTERVAL);
  expect(page.entry()).toMatchObject({ status: { suggested: 22 }, at: NOW + 1 });
  page.give(NOTHING_KEPT, NO_REINDEX_HISTORY);
  expect(page.decisions.snapshot().decisions.entries).toEqual(NO_DECISIONS.entries);
});

test('in read-only mode nothing is told', () => {
  const page = sharing(NOTHING_KEPT, NO_REINDEX_HISTORY, READ_ONLY);
  page.give(given(NOW), GOOD_INTERVAL);
  expect(page.entry()).toBeUndefined();
});

test('the advisor is told of the instance', () => {
  expect(sharing(NOTHING_KEPT, NO_REINDEX_HISTORY).about).toHaveBeenCalledWith(
    expect.objectContaining({ repositories: 5 }),
  );
});
