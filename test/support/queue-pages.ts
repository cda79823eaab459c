import { gijPage } from './gij-pages';

export const LOOKED_AT = new Date('2023-03-16T22:55:00').getTime();

const local = (time: string) => new Date(`2023-03-16T${time}:00`).getTime();
const ago = (minutes: number) => LOOKED_AT - minutes * 60_000;
const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** What stands on each page of GIJ's queue in `test/fixtures/gij-pages`, as it is to be read. */
export const QUEUE_PAGES: Readonly<Record<string, { readonly dashboard: object; readonly tasks: readonly object[] }>> =
  {
    'queue-4': {
      dashboard: {
        processing: 1,
        queued: 10,
        threads: 1,
        nodes: 1,
        intervalMinutes: 90,
        shown: { from: 1, to: 3, total: 48 },
      },
      tasks: [
        { integration: 'acme-git', repository: 'acme/api', status: 'indexed', finishedAt: ago(3) },
        {
          id: uuid(12),
          repository: 'acme/web',
          priority: 21,
          queuedAt: local('22:50'),
          startedAt: local('22:51'),
          finishedAt: local('22:52'),
          processingMinutes: 1,
        },
        { repository: 'tools', operation: 'removal', trigger: 'manual', status: 'canceled', blurMinutes: 1440 },
      ],
    },
    'queue-5': {
      dashboard: {
        processing: 1,
        queued: 10,
        threads: 2,
        nodes: 3,
        intervalMinutes: 5,
        nextRunAt: local('22:58'),
        lastRunMinutes: 2 + 17 / 60,
        garbageCollectionIntervalMinutes: 1440,
        shown: { from: 1, to: 5, total: 240 },
      },
      tasks: [
        { repository: 'acme/api', status: 'indexing', outOf: 240, row: 1 },
        { repository: 'acme/web', status: 'queued', outOf: 240, row: 2 },
        {
          id: uuid(3),
          parentId: uuid(1),
          integration: 'acme-git',
          node: 'node1',
          status: 'indexed',
          queuedMinutes: 10 / 60,
          processingMinutes: 62 / 60,
          row: 3,
        },
        { repository: 'acme/docs', trigger: 'webhook', status: 'indexed', finishedAt: ago(2), row: 4 },
        { repository: 'tools', operation: 'garbage-collection', status: 'error', finishedAt: ago(60), blurMinutes: 60 },
      ],
    },
    'queue-grid': {
      dashboard: { processing: 0, queued: 0, threads: 4, nodes: 2, intervalMinutes: 15, lastRunMinutes: 19 },
      tasks: [
        {
          id: uuid(21),
          repository: 'acme/api',
          node: 'node2',
          queuedAt: ago(12),
          startedAt: ago(10),
          finishedAt: ago(5),
          processingMinutes: 5,
        },
        { repository: 'acme/web', trigger: 'manual', status: 'queued' },
      ],
    },
  };

/** Shows one of them, as Jira's administration has it around. */
export function showQueuePage(page: Document, name: string): void {
  page.body.innerHTML = `<header><a href="#">Git</a></header>
    <div id="content"><nav>Finish time</nav><main class="aui-page-panel-content">${gijPage(name)}</main></div>`;
}
