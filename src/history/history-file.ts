import * as v from 'valibot';

import type { HistoryChanges, HistoryContent } from './content';
import { observationSchema, valueSchemas } from './schemas';

const FORMAT = 'git-integration-checkup-history';

/**
 * The history as a file. Its rows carry the names of an export of the queue, so that `parseQueueExport` reads them
 * again; the operation flag stands for a task that threw the index away. Relative times of pasted pages are written as
 * the moments they were taken for, with how far they may be off.
 */
export function exportContent({ tasks, ...others }: HistoryContent, exportedAt: number): string {
  const rows = tasks.map(({ reset, ...task }) => ({ ...task, ...(reset === true && { operationFlag: 'reset' }) }));
  return JSON.stringify({ format: FORMAT, version: 1, exportedAt, tasks: rows, ...others });
}

/** True for the beginning of a file that `exportContent` wrote. */
export function isHistoryFile(head: string): boolean {
  return head.startsWith(`{"format":"${FORMAT}"`);
}

const file = v.object({ ...valueSchemas, observations: v.array(observationSchema) });

/** What such a file holds beside its tasks; nothing where it was changed so that it cannot be read. */
export function readHistoryFile(text: string): HistoryChanges {
  try {
    const result = v.safeParse(file, JSON.parse(text));
    return result.success ? result.output : {};
  } catch {
    return {};
  }
}
