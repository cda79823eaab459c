import type { HistoryContent } from './content';

/**
 * The history as a file. Its rows come first and carry the names of an export of the queue, so that
 * `parseQueueExport` reads them again; the operation flag stands for a task that threw the index away.
 * Relative times of pasted pages are written as the moments they were taken for, with how far they may be off.
 */
export function exportContent({ tasks, ...others }: HistoryContent, exportedAt: number): string {
  const rows = tasks.map(({ reset, ...task }) => ({ ...task, ...(reset === true && { operationFlag: 'reset' }) }));
  return JSON.stringify({ format: 'git-integration-checkup-history', version: 1, exportedAt, tasks: rows, ...others });
}
