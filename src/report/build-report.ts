import { entriesOf, NO_DECISIONS, type Decisions } from '../decisions/decisions';
import { settingsOf } from '../decisions/settings';
import type { Gathered } from '../model/gathered';
import { reindexFacts, scheduleOf, type ReindexKnown } from './reindex-status';
import { withSharedAdvice } from './shared-advice';
import { reportOf, type Report } from './report';

/** What is known beside what was gathered. */
export interface ReportOptions extends ReindexKnown {
  /** What admins decided; nothing where it is left out. */
  readonly decisions?: Decisions;
}

/**
 * The report in one go. The page has two steps of it, because what reads a schedule is loaded after the page: the facts of
 * the reindex, and the report on them.
 */
export function buildReport(gathered: Gathered, options: ReportOptions): Report {
  const { decisions = NO_DECISIONS, now } = options;
  const facts = reindexFacts(gathered, options);
  if (options.advice) return reportOf(gathered, { decisions, now, ...facts });
  const [entry] = entriesOf(decisions, 'advice');
  const schedule = scheduleOf(options.schedule, gathered, now);
  const known = {
    entry,
    evidenceAt: undefined,
    schedule: schedule.state === 'read' ? schedule.value.current : undefined,
    policy: settingsOf(decisions).policy,
    now,
  };
  return reportOf(gathered, { decisions, now, ...withSharedAdvice(facts, known) });
}
