import type { Finding } from '../model/finding';
import type { Gathered, Outcome } from '../model/gathered';
import { unjudged } from './health';

/** A field that this version of GIJ leaves out of each row of a whole answer. */
export interface NotReported {
  readonly source: 'integrations' | 'repositories';
  readonly field: string;
}

function fieldsOf(outcome: Outcome<{ readonly notReported: readonly string[] }>): readonly string[] {
  return outcome.state === 'read' ? outcome.value.notReported : [];
}

/** The field that a finding could not be judged for, where this version of GIJ does not report it at all. */
export function notReportedFor(finding: Finding, { integrations, repositories }: Gathered): NotReported | undefined {
  const [decisive] = finding.found;
  if (!unjudged(finding) || decisive?.kind !== 'absent') return undefined;
  const { field, stamp } = decisive;
  if (stamp.source === 'integrations' && fieldsOf(integrations).includes(field))
    return { source: 'integrations', field };
  return stamp.source === 'repositories' && fieldsOf(repositories).includes(field)
    ? { source: 'repositories', field }
    : undefined;
}

/** The same field once, in the order of the findings. */
export function distinctFields(fields: readonly NotReported[]): NotReported[] {
  return [...new Map(fields.map((one) => [`${one.source} ${one.field}`, one])).values()];
}
