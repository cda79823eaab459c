import { message, type Message } from '../model/message';
import type { Reading } from '../model/reading';
import type { IntervalVerdict, ReindexStatus } from '../model/reindex';
import { fail, needsData, pass, type Judgement, type Severity } from '../model/verdict';
import { vendorPage } from '../model/vendor';
import { instanceCheck } from './check';

/** What each misfit weighs. */
const SEVERITY: Readonly<Partial<Record<IntervalVerdict, Severity>>> = {
  'too-short': 'high',
  tight: 'low',
  'longer-than-needed': 'advisory',
};

/** What says that the schedule is off, and what a round takes where that is known; undefined where it is not off. */
function foundOff(reindex: ReindexStatus): readonly Reading<number>[] | undefined {
  if (reindex.kind === 'not-enough-history') return reindex.off && [reindex.off];
  if (reindex.verdict !== 'off') return undefined;
  return [reindex.current, reindex.kind === 'advised' ? reindex.round : reindex.bound];
}

/** A lower bound proves an interval too short, and no other long enough. */
function judgeBound({
  verdict,
  suggested,
  isProbable,
  atLeast,
  bound,
  current,
}: Extract<ReindexStatus, { kind: 'at-least' }>): Judgement {
  const found = [current, bound];
  if (verdict === 'too-short') {
    const wanted = message('check.reindex-interval.wanted.at-least', suggested);
    const how = isProbable ? 'probably' : 'at-least';
    return fail(found, { wanted, reason: message(`check.reindex-interval.reason.too-short.${how}`) });
  }
  return needsData(
    verdict === 'current-unknown'
      ? message('check.reindex-interval.reason.current-unknown.at-least', suggested)
      : message('check.reindex-interval.reason.not-proven', { duration: atLeast * 60_000 }),
    found,
  );
}

/** What is set and what a round takes, where both are known. */
function right(current: Reading<number>, round: Reading<number>): Message | undefined {
  if (current.kind !== 'known' || round.kind !== 'known') return undefined;
  return message('check.reindex-interval.right', current.value, { duration: round.value * 60_000 });
}

/**
 * The reindex interval should be a few minutes longer than a round takes (vendor page "Recommended reindex interval
 * setting"): shorter, rounds run into each other, removals and garbage collection starve and Jira slows down.
 *
 * What fits at low confidence fits so far, which is no Pass.
 *
 * Example: an interval of 5 minutes with rounds of 19 is too short; 22 is good; 0 and 9,999,999 are off, which deserves a word.
 */
export const reindexInterval = instanceCheck({
  id: 'reindex-interval',
  severity: 'high',
  docs: vendorPage('recommended-reindex-interval-setting-gij-self-managed'),
  needs: ['reindex'],
  judge({ reindex }) {
    const off = foundOff(reindex);
    // Webhooks may be meant to do all: whether they do, *Indexing up to date* tells.
    if (off) {
      const [wanted, reason] = [
        message('check.reindex-interval.wanted.off'),
        message('check.reindex-interval.reason.off'),
      ];
      return fail(off, { wanted, reason, severity: 'advisory' });
    }
    if (reindex.kind === 'not-enough-history') return needsData(message('check.reindex-interval.reason.history'));
    if (reindex.kind === 'at-least') return judgeBound(reindex);
    const { verdict, isSure, suggested, current, round } = reindex;
    const found = [current, round];
    if (verdict === 'current-unknown') {
      return needsData(message('check.reindex-interval.reason.current-unknown', suggested), found);
    }
    const severity = SEVERITY[verdict];
    if (!severity && !isSure) return needsData(message('check.reindex-interval.reason.fits-so-far'), found);
    if (!severity) return pass(found, undefined, right(current, round));
    const reason = message(`check.reindex-interval.reason.${verdict}`);
    return fail(found, { wanted: message('check.reindex-interval.wanted', suggested), reason, severity });
  },
});
