import { entriesOf, type Decisions } from '../decisions/decisions';
import { settingsOf } from '../decisions/settings';
import { adviseOn } from '../evidence/advise-on';
import { evidenceAt, type EvidenceContent } from '../evidence/content';
import type { Gathered } from '../model/gathered';
import { watchedInSteps } from '../reindex/watch/watched';
import { jirasNow, roundDates } from '../report/as-of';
import { enabledRepositories } from '../report/enabled-repositories';
import { reindexFacts, scheduleOf } from '../report/reindex-status';
import { reportOf, type Report } from '../report/report';
import { withSharedAdvice } from '../report/shared-advice';
import type { Steps } from '../steps/steps';

/** What is judged by beside what was gathered: that which a browser keeps, or a file. */
export interface Kept {
  readonly evidence: EvidenceContent;
  readonly decisions: Decisions;
}

/**
 * The report that the panel would show: of the same evidence, decisions and advice of other admins.
 *
 * @param browserNow by the browser's clock, milliseconds since the epoch
 */
export function* judgeInSteps(gathered: Gathered, { evidence, decisions }: Kept, browserNow: number): Steps<Report> {
  const now = jirasNow(gathered, browserNow);
  const { policy } = settingsOf(decisions);
  const given = evidence.current?.value;
  const scheduled = scheduleOf(given, gathered, browserNow);
  const schedule = scheduled.state === 'read' ? scheduled.value.current : undefined;
  const watched = yield* watchedInSteps(evidence.observations);
  const advice = yield* adviseOn(evidence, {
    watched,
    repositories: enabledRepositories(gathered),
    indexedDates: roundDates(gathered, now),
    schedule,
    policy,
    now: browserNow,
  });
  const facts = withSharedAdvice(reindexFacts(gathered, { advice, schedule: given, now: browserNow }), {
    entry: entriesOf(decisions, 'advice')[0],
    evidenceAt: evidenceAt(evidence),
    schedule,
    policy,
    now: browserNow,
  });
  yield;
  return reportOf(gathered, { decisions, ...facts, now });
}
