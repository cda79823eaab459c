import { REQUIRED_SOURCES, SOURCE_IDS, type Gathered } from '../model/gathered';
import type { Report } from '../report/report';

/**
 * How much of everything was read: `full` where every required source was and the list of integrations is whole, `pending`
 * while something is still being read or judged. Of a `partial` check nobody can say what is new, and what is gone.
 */
export function completenessOf(gathered: Gathered, { subjects, instance }: Report): 'full' | 'pending' | 'partial' {
  const findings = [...subjects.flatMap((subject) => subject.findings), ...instance];
  const isPending =
    SOURCE_IDS.some((source) => gathered[source].state === 'pending') || findings.some(({ pending }) => pending);
  if (isPending) return 'pending';
  const { integrations } = gathered;
  const isWhole = integrations.state === 'read' && !integrations.value.atLeast && integrations.value.unusable === 0;
  return isWhole && REQUIRED_SOURCES.every((source) => gathered[source].state === 'read') ? 'full' : 'partial';
}
