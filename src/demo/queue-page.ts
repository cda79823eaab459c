import { lastRound, namesIn, REINDEX_INTERVAL, threadsFor, type Queued, type Task } from './queue';
import type { Clock } from './rows';

const COLUMNS = [
  'Finish time',
  'Integration name',
  'Repository name',
  'Type of operation',
  'Delay',
  'Trigger',
  'Status',
];

function amount(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** As the viewer writes it: "1 minute ago". */
function ago(time: number, now: number): string {
  const minutes = Math.floor((now - time) / 60_000);
  return `${minutes < 60 ? amount(minutes, 'minute') : amount(Math.floor(minutes / 60), 'hour')} ago`;
}

/** "2 minutes, 17 seconds". */
function duration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const parts = [seconds >= 60 ? [amount(Math.floor(seconds / 60), 'minute')] : [], [amount(seconds % 60, 'second')]];
  return parts.flat().join(', ');
}

function rowOf([integration, name]: readonly [string, string], { id, round, ...times }: Task, now: number): string[] {
  const { queued, start, finish } = times;
  return [
    [ago(finish, now), integration, name, 'Reindex', 'No delay', 'Scheduled', 'INDEXED'].join('\t'),
    `ID\t${id}`,
    `Parent ID\t${round}`,
    `Priority\t${20 + (integration === '' ? 0 : 1)}`,
    `Insertion time\t${ago(queued, now)}`,
    `Start time\t${ago(start, now)}`,
    `Finish time\t${ago(finish, now)}`,
    'Node\t---',
    `Queued time\t${duration(start - queued)}`,
    `Processing time\t${duration(finish - start)}`,
  ];
}

/** What the browser copies of GIJ's page "Indexing queue" with its rows opened, after a round. */
export function queuePage({ now }: Clock, { integrations, repositories }: Queued): string {
  const namesOf = namesIn(integrations);
  const tasks = lastRound({ now }, repositories);
  const lines = [
    'Indexing queue',
    'Current number of processing tasks',
    '0',
    'Current number of tasks in the queue',
    '0',
    'Current number of indexing threads',
    String(threadsFor(repositories)),
    'Current number of indexing nodes',
    '1',
    'Scheduled time for indexing, minutes',
    String(REINDEX_INTERVAL),
    'Last run duration: 2 seconds',
  ];
  return [
    ...lines,
    COLUMNS.join('\t'),
    ...tasks.flatMap((task) => rowOf(namesOf(task.repository), task, now)),
    `Showing 1 - ${tasks.length} tasks out of ${tasks.length}`,
  ].join('\n');
}
