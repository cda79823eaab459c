import { NO_CONFIRMATIONS, type Confirmations } from '../model/confirmation';
import type { Gathered } from '../model/gathered';
import { reindexFacts, type ReindexKnown } from './reindex-status';
import { reportOf, type Report } from './report';

/** What is known beside what was gathered. */
export interface ReportOptions extends ReindexKnown {
  /** What admins confirmed of the settings that GIJ's REST API does not show; nothing where it is left out. */
  readonly answers?: Confirmations;
}

/**
 * The report in one go. The page has two steps of it, because what reads a schedule is loaded after the page: the facts of
 * the reindex, and the report on them.
 */
export function buildReport(gathered: Gathered, options: ReportOptions): Report {
  const { answers = NO_CONFIRMATIONS, now } = options;
  return reportOf(gathered, { confirmations: answers, now, ...reindexFacts(gathered, options) });
}
