import type { QueueStatus, QueueTask } from '../../src/model/queue';
import { isScan, type SimulatedTask, type Simulation } from './simulation';

/** When the simulation began, on the clock of the tests: 2 March 2026, 00:00 UTC. */
const EPOCH = Date.UTC(2026, 2, 2);

export function clock(minutes: number): number {
  return EPOCH + Math.round(minutes * 60_000);
}

const RETENTION_MINUTES = 60;

/** The rows an admin sees at a moment (minutes since the start): finished ones for an hour, the newest longer. */
export function visibleAt(simulation: Simulation, at: number): SimulatedTask[] {
  const until = simulation.instance.retention;
  return simulation.histories.flatMap((history) => {
    const rows: SimulatedTask[] = [];
    const newest = new Set<string>();
    for (let place = lastQueued(history, at); place >= 0; place -= 1) {
      const task = history[place];
      if (!task) continue;
      const isDone = task.finished <= at;
      const isNewest = !newest.has(task.operation);
      if (!isDone || task.finished > at - RETENTION_MINUTES || isNewest) rows.push(task);
      if (isDone || until === 'until-next-queued') newest.add(task.operation);
      if (newest.size === 2 && isDone && task.finished < at - 3 * RETENTION_MINUTES) break;
    }
    return rows;
  });
}

function lastQueued(history: readonly SimulatedTask[], at: number): number {
  let low = -1;
  let high = history.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((history[middle]?.queued ?? Infinity) <= at) low = middle;
    else high = middle;
  }
  return low;
}

export function statusAt(task: SimulatedTask, at: number): QueueStatus {
  if (task.finished <= at) return task.outcome;
  return task.started <= at ? 'indexing' : 'queued';
}

/** The same rows from a source that keeps no parts of seconds. */
export function inWholeSeconds(tasks: readonly SimulatedTask[]): SimulatedTask[] {
  const floor = (minutes: number) => Math.floor(minutes * 60) / 60;
  return tasks.map((task) => ({
    ...task,
    queued: floor(task.queued),
    started: floor(task.started),
    finished: floor(task.finished),
  }));
}

const COLUMNS = [
  'Task ID',
  'Parent ID',
  'Integration name',
  'Repository name',
  'Repository ID',
  'Type of operation',
  'Trigger',
  'Status',
  'Node',
  'Priority',
  'Insertion time',
  'Start time',
  'Finish time',
  'Processing time',
];

const OPERATION_WORDS = {
  reindex: 'Reindex',
  'garbage-collection': 'Garbage collection',
  removal: 'Remove repository',
};
const TRIGGER_WORDS = {
  scheduled: 'Scheduled',
  webhook: 'Webhook',
  manual: 'Manual',
  'app-activity': 'App activity',
  'initial-indexing': 'Initial indexing',
};

/** A number in the form of a UUID. */
export function uuidOf(number: number): string {
  const hex = (Math.imul(number, 2_654_435_761) >>> 0).toString(16).padStart(8, '0');
  return `${hex}-0000-4000-a000-${number.toString(16).padStart(12, '0')}`;
}

function iso(minutes: number): string {
  return new Date(clock(minutes)).toISOString();
}

function quoted(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The rows as CSV, as a database administrator would export them. */
export function csvOf(tasks: readonly SimulatedTask[], at: number): string {
  const rows = tasks.map((task) => {
    const status = statusAt(task, at);
    const isDone = status === 'indexed' || status === 'error';
    const hasStarted = status !== 'queued';
    return [
      uuidOf(task.number),
      uuidOf(task.parent),
      quoted(task.repository.integration),
      quoted(task.repository.name),
      isScan(task) ? '' : task.repository.number,
      OPERATION_WORDS[task.operation],
      TRIGGER_WORDS[task.trigger],
      status.toUpperCase(),
      hasStarted ? `node${task.node + 1}` : '---',
      task.priority,
      iso(task.queued),
      hasStarted ? iso(task.started) : '',
      isDone ? iso(task.finished) : 'Never',
      isDone ? `${Math.round((task.finished - task.started) * 60)} seconds` : '-',
    ].join(',');
  });
  return [COLUMNS.join(','), ...rows].join('\n');
}

/** The same rows as tasks, without the way through a text. */
export function tasksOf(tasks: readonly SimulatedTask[], at: number): QueueTask[] {
  return tasks.map((task): QueueTask => {
    const status = statusAt(task, at);
    const isDone = status === 'indexed' || status === 'error';
    const hasStarted = status !== 'queued';
    return {
      id: uuidOf(task.number),
      parentId: uuidOf(task.parent),
      integration: task.repository.integration,
      repository: isScan(task) ? undefined : task.repository.name,
      repositoryId: isScan(task) ? undefined : String(task.repository.number),
      operation: task.operation,
      trigger: task.trigger,
      status,
      node: hasStarted ? `node${task.node + 1}` : undefined,
      priority: task.priority,
      queuedAt: clock(task.queued),
      startedAt: hasStarted ? clock(task.started) : undefined,
      finishedAt: isDone ? clock(task.finished) : undefined,
      queuedMinutes: hasStarted ? task.started - task.queued : undefined,
      processingMinutes: isDone ? task.finished - task.started : undefined,
      blurMinutes: 0,
      seenAt: clock(at),
    };
  });
}
