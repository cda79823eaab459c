import { countedMessage, message } from '../model/message';
import type { KnownReading, Reading } from '../model/reading';
import type { ReindexStatus } from '../model/reindex';
import { isScheduleOff } from '../model/schedule';
import { fail, notApplicable, pass, unknown, unknownReading, type Judgement } from '../model/verdict';
import { vendorPage } from '../model/vendor';
import { integrationCheck, type IntegrationFacts } from './check';
import { allRead, someHaveIt } from './tally';
import { unlessUnlinked } from './unlinked';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** How old is stale while the reindex interval is unknown. */
const WHILE_UNKNOWN = DAY;
/** How old is stale while the schedule is off: then webhooks or people should bring something in a week. */
const WHILE_OFF = 7 * DAY;
/** The nodes' clocks may differ by this much before a date in the future makes no sense any more. */
const CLOCK_SKEW = 15 * MINUTE;

const never = notApplicable(message('check.indexing-freshness.reason.never'));

interface Limit {
  /** Milliseconds. */
  readonly age: number;
  readonly why: 'interval' | 'round' | 'unknown' | 'off';
  /** What it was derived from. */
  readonly found: readonly Reading<number>[];
}

type Pace = Pick<IntegrationFacts, 'reindexInterval' | 'reindex' | 'settings'>;

/** What a round takes, or takes at least. */
function roundOf(reindex: ReindexStatus): KnownReading<number> | undefined {
  if (reindex.kind === 'at-least') return reindex.bound;
  return reindex.kind === 'advised' && reindex.round.kind === 'known' ? reindex.round : undefined;
}

/** A round that takes longer than the interval sets the pace: no repository is indexed more often. */
function limitOf({ reindexInterval: interval, reindex, settings: { staleRounds } }: Pace): Limit {
  const known = interval.kind === 'known';
  if (known && isScheduleOff(interval.value)) return { age: WHILE_OFF, why: 'off', found: [interval] };
  const byInterval = known ? staleRounds * interval.value * MINUTE : WHILE_UNKNOWN;
  const found = known ? [interval] : [];
  const round = roundOf(reindex);
  const byRound = staleRounds * (round?.value ?? 0) * MINUTE;
  if (round && byRound > byInterval) return { age: byRound, why: 'round', found: [...found, round] };
  return { age: byInterval, why: known ? 'interval' : 'unknown', found };
}

function judgeAge(lastIndexed: KnownReading<number>, limit: Limit, now: number): Judgement {
  const found = [lastIndexed, ...limit.found];
  const age = now - lastIndexed.value;
  if (age < -CLOCK_SKEW) return unknown(message('check.indexing-freshness.reason.future'), found);
  const within = { duration: limit.age };
  if (age <= limit.age) return pass(found, undefined, message('check.indexing-freshness.within', within));
  return fail(found, {
    wanted: message('check.indexing-freshness.wanted', within, message(`check.indexing-freshness.limit.${limit.why}`)),
    reason: message(
      limit.why === 'off' ? 'check.indexing-freshness.reason.off' : 'check.indexing-freshness.reason.age',
      { duration: age, isOver: true },
    ),
  });
}

/**
 * An integration should have been indexed within three times the reindex interval, or three times what a round takes where
 * that is longer; admins may set another number of times. While the interval is unknown, within 24 hours. While the schedule is off (vendor page "Tips for Jira
 * Admins", which tells to index by webhook or by hand then), within 7 days: something should have come.
 *
 * Example: an interval of 30 minutes and the last indexing 2 hours ago fails; where rounds take 50 minutes it passes.
 */
export const indexingFreshness = integrationCheck({
  id: 'indexing-freshness',
  severity: 'medium',
  docs: vendorPage('indexing-queue-viewer-gij-self-managed'),
  needs: ['integration', 'integrationList', 'reindexInterval', 'reindex', 'settings', 'now'],
  appliesTo: () => true,
  judge({ integration, integrationList, now, ...pace }) {
    const { lastIndexedDate, disabled } = integration;
    if (lastIndexedDate.kind === 'unreadable') return unknownReading(lastIndexedDate);
    const judgement = lastIndexedDate.kind === 'known' ? judgeAge(lastIndexedDate, limitOf(pace), now) : never;
    // A disabled integration is not indexed, and rightly so.
    if (judgement.verdict === 'fail' && disabled.kind !== 'known') return unknownReading(disabled);
    return unlessUnlinked(judgement, integration, integrationList);
  },
  judgeSingleRepositories({ repositories, now, ...pace }) {
    const limit = limitOf(pace);
    const { oldestIndexed, newestIndexed, oldestUnlinked, neverIndexed, unlinked, stamp } = repositories;
    const [oldest, newest, oldestLeftOut] = [oldestIndexed, newestIndexed, oldestUnlinked].map((date) =>
      date === undefined
        ? never
        : judgeAge({ kind: 'known', field: 'lastIndexedDate', value: date, stamp }, limit, now),
    ) as [Judgement, Judgement, Judgement];
    if (oldest.verdict === 'fail') return oldest;
    const unread = allRead(neverIndexed, repositories, ['disabled']);
    if (unread || neverIndexed.yes > 0) return unread ?? never;
    // One with a date in the future may be stale as well.
    if (newest.verdict === 'unknown') return newest;
    if (oldestLeftOut.verdict === 'pass') return oldest === never ? oldestLeftOut : oldest;
    if (unlinked.unknown > 0)
      return unknown(countedMessage('reason.repositories-unread', unlinked.unknown), oldestLeftOut.found);
    if (unlinked.yes === 0) return oldest;
    const reason = message('reason.unlinked', someHaveIt(unlinked, repositories));
    return oldest === never ? notApplicable(reason, oldestLeftOut.found) : { ...oldest, reason };
  },
});
