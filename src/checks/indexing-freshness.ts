import { countedMessage, message } from '../model/message';
import type { Reading } from '../model/reading';
import { fail, notApplicable, pass, unknown, unknownReading, type Judgement } from '../model/verdict';
import { integrationCheck, vendorPage } from './check';
import { allRead, someHaveIt } from './tally';
import { unlessUnlinked } from './unlinked';

const MINUTE = 60_000;
/** Stale is inferred, as no page says it: three rounds of the scheduled reindex went by. */
const INTERVALS = 3;
/** How old is stale while the reindex interval is unknown. */
const UNKNOWN_INTERVAL = 24 * 60 * MINUTE;
/** The nodes' clocks may differ by this much before a date in the future makes no sense any more. */
const CLOCK_SKEW = 15 * MINUTE;

const never = notApplicable(message('check.indexing-freshness.reason.never'));

function judgeAge(lastIndexed: Reading<number> & { kind: 'known' }, interval: Reading<number>, now: number): Judgement {
  const found = [lastIndexed, ...(interval.kind === 'known' ? [interval] : [])];
  const limit = interval.kind === 'known' ? INTERVALS * interval.value * MINUTE : UNKNOWN_INTERVAL;
  const age = now - lastIndexed.value;
  if (age < -CLOCK_SKEW) return unknown(message('check.indexing-freshness.reason.future'), found);
  if (age <= limit) return pass(found);
  return fail(found, {
    wanted: message('check.indexing-freshness.wanted', { duration: limit }),
    reason: message('check.indexing-freshness.reason.age', { duration: age }),
  });
}

/**
 * An integration should have been indexed within the last three reindex intervals, or within 24 hours while the
 * interval is unknown.
 *
 * Example: an interval of 30 minutes and the last indexing 2 hours ago fails.
 */
export const indexingFreshness = integrationCheck({
  id: 'indexing-freshness',
  severity: 'medium',
  docs: vendorPage('indexing-queue-viewer-gij-self-managed'),
  needs: ['integration', 'integrationList', 'reindexInterval', 'now'],
  appliesTo: () => true,
  judge({ integration, integrationList, reindexInterval, now }) {
    const { lastIndexedDate, disabled } = integration;
    if (lastIndexedDate.kind === 'unreadable') return unknownReading(lastIndexedDate);
    const judgement = lastIndexedDate.kind === 'known' ? judgeAge(lastIndexedDate, reindexInterval, now) : never;
    // A disabled integration is not indexed, and rightly so.
    if (judgement.verdict === 'fail' && disabled.kind !== 'known') return unknownReading(disabled);
    return unlessUnlinked(judgement, integration, integrationList);
  },
  judgeSingleRepositories({ repositories, reindexInterval, now }) {
    const { oldestIndexed, newestIndexed, oldestUnlinked, neverIndexed, unlinked, stamp } = repositories;
    const [oldest, newest, oldestLeftOut] = [oldestIndexed, newestIndexed, oldestUnlinked].map((date) =>
      date === undefined ? never : judgeAge({ kind: 'known', field: 'lastIndexedDate', value: date, stamp }, reindexInterval, now),
    ) as [Judgement, Judgement, Judgement];
    if (oldest.verdict === 'fail') return oldest;
    const unread = allRead(neverIndexed, repositories, ['disabled']);
    if (unread || neverIndexed.yes > 0) return unread ?? never;
    // One with a date in the future may be stale as well.
    if (newest.verdict === 'unknown') return newest;
    if (oldestLeftOut.verdict === 'pass') return oldest === never ? oldestLeftOut : oldest;
    if (unlinked.unknown > 0) return unknown(countedMessage('reason.repositories-unread', unlinked.unknown), oldestLeftOut.found);
    if (unlinked.yes === 0) return oldest;
    const reason = message('reason.unlinked', someHaveIt(unlinked, repositories));
    return oldest === never ? notApplicable(reason, oldestLeftOut.found) : pass(oldest.found, reason);
  },
});
