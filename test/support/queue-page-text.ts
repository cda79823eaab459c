import { clock, statusAt, uuidOf } from './queue-capture';
import type { SimulatedInstance } from './queue-instance';
import { isScan, type SimulatedTask } from './simulation';

const COLUMNS = [
  'Finish time',
  'Integration name',
  'Repository name',
  'Type of operation',
  'Delay',
  'Trigger',
  'Status',
  'Actions',
];

const OPERATIONS = { reindex: 'Reindex', 'garbage-collection': 'Garbage collection', removal: 'Remove repository' };
const TRIGGERS = {
  scheduled: 'Scheduled',
  webhook: 'Webhook',
  manual: 'Manual',
  'app-activity': 'App activity',
  'initial-indexing': 'Initial indexing',
};

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Which part of the queue is on the page, and which of its rows are opened. */
export interface PageView {
  /** The first row, from 1, and how many rows a page has. */
  readonly from: number;
  readonly rows: number;
  readonly isOpened: (row: number) => boolean;
  /** The lines above the table are copied, too. */
  readonly hasDashboard: boolean;
}

function amount(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** As the viewer writes it: `1 hour ago` from 50 to 90 minutes, days rounded down up to 8, then the date. Vendor. */
function ago(at: number, now: number): string {
  const minutes = now - at;
  if (minutes < 50) return `${amount(Math.max(1, Math.round(minutes)), 'minute')} ago`;
  if (minutes < 1440) return `${amount(Math.max(1, Math.round(minutes / 60)), 'hour')} ago`;
  if (minutes < 2880) return 'Yesterday';
  const days = Math.floor(minutes / 1440);
  if (days <= 8) return `${amount(days, 'day')} ago`;
  const date = new Date(clock(at));
  return `${date.getUTCDate()}/${MONTHS[date.getUTCMonth()] ?? ''}/${date.getUTCFullYear() % 100}`;
}

/** `2 minutes, 17 seconds`; minutes in, whole seconds out. */
function spelled(minutes: number): string {
  const seconds = Math.floor(minutes * 60);
  const parts: [number, string][] = [
    [Math.floor(seconds / 3600), 'hour'],
    [Math.floor(seconds / 60) % 60, 'minute'],
    [seconds % 60, 'second'],
  ];
  const shown = parts.filter(([count]) => count > 0).map(([count, unit]) => amount(count, unit));
  return shown.length > 0 ? shown.join(', ') : '0 seconds';
}

/** Running ones by their start, waiting ones as they will be worked off, finished ones with the newest first. Vendor. */
export function inOrderOfPage(tasks: readonly SimulatedTask[], at: number): SimulatedTask[] {
  const rank = (task: SimulatedTask) =>
    ({ indexing: 0, queued: 1, indexed: 2, error: 2, canceled: 2 })[statusAt(task, at)];
  return [...tasks].sort((a, b) => {
    const [first, second] = [rank(a), rank(b)];
    if (first !== second) return first - second;
    if (first === 0) return a.started - b.started;
    if (first === 1) return b.priority - a.priority || a.queued - b.queued || a.repository.number - b.repository.number;
    return b.finished - a.finished;
  });
}

function detailsOf(task: SimulatedTask, at: number): string[] {
  const status = statusAt(task, at);
  const isDone = status === 'indexed' || status === 'error';
  const hasStarted = status !== 'queued';
  return [
    'ID:',
    uuidOf(task.number),
    'Parent ID:',
    uuidOf(task.parent),
    'Priority:',
    String(task.priority),
    'Operation flag:',
    '0',
    'Insertion time:',
    ago(task.queued, at),
    'Start time:',
    hasStarted ? ago(task.started, at) : 'Never',
    'Finish time:',
    isDone ? ago(task.finished, at) : 'Never',
    'Node:',
    hasStarted ? `node${task.node + 1}` : '---',
    'Queued time:',
    hasStarted ? spelled(task.started - task.queued) : '-',
    'Processing time:',
    isDone ? spelled(task.finished - task.started) : '-',
  ];
}

function dashboardOf(instance: SimulatedInstance, tasks: readonly SimulatedTask[], at: number): string[] {
  const count = (status: string) => String(tasks.filter((task) => statusAt(task, at) === status).length);
  return [
    'Indexing queue',
    count('indexing'),
    'Current number of processing tasks',
    count('queued'),
    'Current number of tasks in the queue',
    'Clear queue',
    'General settings',
    'Edit',
    'Current number of indexing threads',
    String(instance.threads),
    'Current number of indexing nodes',
    String(instance.nodes),
    'Scheduled time for indexing, minutes',
    `Last run duration: ${spelled(enqueueMinutesOf(instance))}`,
    String(instance.intervalMinutes),
  ];
}

/** What GIJ calls the last run duration since 4.0: the time to put all repositories into the queue. */
export function enqueueMinutesOf({ repositories, enqueueMinutes }: SimulatedInstance): number {
  return Math.round(repositories.length * enqueueMinutes * 60) / 60;
}

/** What the browser copies of GIJ's page "Indexing queue" at a moment (minutes since the start). */
export function pageText(
  instance: SimulatedInstance,
  visible: readonly SimulatedTask[],
  at: number,
  view: PageView,
): string {
  const all = inOrderOfPage(visible, at);
  const shown = all.slice(view.from - 1, view.from - 1 + view.rows);
  const rows = shown.flatMap((task, place) => {
    const status = statusAt(task, at);
    const finish = status === 'indexed' || status === 'error' ? ago(task.finished, at) : 'Never';
    const { integration, tracked } = task.repository;
    const owner = tracked || isScan(task) ? integration : '-';
    const cells = [
      '',
      finish,
      owner,
      task.repository.name,
      OPERATIONS[task.operation],
      'No delay',
      TRIGGERS[task.trigger],
      status.toUpperCase(),
      '',
    ];
    return [cells.join('\t'), ...(view.isOpened(view.from + place) ? detailsOf(task, at) : [])];
  });
  return [
    ...(view.hasDashboard ? dashboardOf(instance, visible, at) : []),
    `\t${COLUMNS.join('\t')}`,
    ...rows,
    `Showing ${view.from} - ${view.from - 1 + shown.length} tasks out of ${all.length}`,
  ].join('\n');
}
