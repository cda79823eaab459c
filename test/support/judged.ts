import { NO_DECISIONS } from '../../src/decisions/decisions';
import type { Gathered } from '../../src/model/gathered';
import { buildReport } from '../../src/report/build-report';
import type { Judged } from '../../src/ui/state/judged';
import { NOW } from './facts';

/** How the page judges what was gathered, where nothing was decided and nobody advises. */
export function judgedOn(gathered: Gathered): Judged {
  return {
    gathered,
    decisions: NO_DECISIONS,
    report: buildReport(gathered, { now: NOW }),
    now: NOW,
    headline: undefined,
  };
}
