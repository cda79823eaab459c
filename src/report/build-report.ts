import { NO_DECISIONS, type Decisions } from '../decisions/decisions';
import type { Gathered } from '../model/gathered';
import { reindexFacts, type ReindexKnown } from './reindex-status';
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
  return reportOf(gathered, { decisions, now, ...reindexFacts(gathered, options) });
}
