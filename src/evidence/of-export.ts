import type { QueueExport } from '../queue/collector';
import type { EvidenceChanges } from './content';

/**
 * What an export of the queue brings to the evidence.
 *
 * @param at when the queue was looked at, milliseconds since the epoch
 */
export function changesOf({ tasks, dashboard }: Pick<QueueExport, 'tasks' | 'dashboard'>, at: number): EvidenceChanges {
  const { intervalMinutes, lastRunMinutes, nodes, threads } = dashboard ?? {};
  return {
    tasks,
    runDurations: lastRunMinutes === undefined ? [] : [{ at, minutes: lastRunMinutes }],
    current: intervalMinutes === undefined ? undefined : { at, value: { kind: 'interval', minutes: intervalMinutes } },
    nodes: nodes === undefined ? undefined : { at, value: nodes },
    threads: threads === undefined ? undefined : { at, value: threads },
  };
}
