import type { Integration, IntegrationList } from '../model/integration';
import { message } from '../model/message';
import { isKnown } from '../model/reading';
import { notApplicable, unknownReading, type Judgement } from '../model/verdict';

/**
 * What revision indexing makes of a Fail over the date of last indexing. Off, a missing or old date is meant: the vendor
 * names it as a way to leave repositories out (page "Tips for Jira Admins"); that GIJ then renews no date is inferred. A
 * version of GIJ that reports the setting of no integration is judged as if it were on.
 */
export function unlessUnlinked(
  judgement: Judgement,
  { revisionIndexing: on }: Integration,
  { notReported }: IntegrationList,
): Judgement {
  if (judgement.verdict !== 'fail' || isKnown(on, true)) return judgement;
  if (on.kind === 'known') return notApplicable(message('reason.revision-indexing-off'), [on, ...judgement.found]);
  return on.kind === 'absent' && notReported.includes(on.field) ? judgement : unknownReading(on);
}
