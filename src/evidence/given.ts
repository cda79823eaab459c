import type { EvidenceChanges } from './content';
import { countedMessage, message, type Message } from '../model/message';
import { isScheduleOff } from '../model/schedule';
import type { CurrentSchedule } from '../model/schedule';
import type { QueueExport } from '../queue/collector';

/** The current schedule as a text. */
export function scheduleMessage(current: CurrentSchedule): Message {
  if (current.kind === 'cron') return message('reindex.evidence.current.cron', current.expression);
  const { minutes } = current;
  return isScheduleOff(minutes)
    ? message('reindex.evidence.current.off', minutes)
    : countedMessage('reindex.evidence.current.interval', minutes);
}

/** What tasks and readings amount to; nothing of what there is none of. */
export function countMessages(tasks: number, readings: number): Message[] {
  return [
    ...(tasks > 0 ? [countedMessage('reindex.evidence.tasks', tasks)] : []),
    ...(readings > 0 ? [countedMessage('reindex.evidence.readings', readings)] : []),
  ];
}

function slotMessages(nodes: number | undefined, threads: number | undefined): Message[] {
  return [
    ...(nodes === undefined ? [] : [countedMessage('reindex.evidence.nodes', nodes)]),
    ...(threads === undefined ? [] : [countedMessage('reindex.evidence.threads', threads)]),
  ];
}

/** What a pasted page or a file brought. */
function exportMessages({ tasks, dashboard }: QueueExport): Message[] {
  const { intervalMinutes: minutes, lastRunMinutes, shown, nodes, threads } = dashboard ?? {};
  const isPart = tasks.some(({ outOf }) => outOf !== undefined);
  return [
    ...countMessages(tasks.length, lastRunMinutes === undefined ? 0 : 1),
    ...(minutes === undefined ? [] : [scheduleMessage({ kind: 'interval', minutes })]),
    ...slotMessages(nodes, threads),
    ...(isPart && shown ? [message('reindex.evidence.part', shown.from, shown.to, shown.total)] : []),
  ];
}

/** What a file or a paste brought, which may be exported evidence. */
export function givenBy(found: QueueExport, others: EvidenceChanges): Message[] {
  return [...exportMessages(found), ...evidenceMessages(others)];
}

/** What an exported history brought beside its tasks. */
function evidenceMessages({
  runDurations = [],
  current,
  nodes,
  threads,
  observations = [],
}: EvidenceChanges): Message[] {
  return [
    ...countMessages(0, runDurations.length),
    ...(current ? [scheduleMessage(current.value)] : []),
    ...slotMessages(nodes?.value, threads?.value),
    ...(observations.length > 0 ? [countedMessage('reindex.evidence.looks', observations.length)] : []),
  ];
}
