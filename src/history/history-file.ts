import type { HistoryContent } from './content';
import { readParts, type ReadParts } from './schemas';

const FORMAT = 'git-integration-checkup-history';
const VERSION = 1;

/**
 * The history as a file. Its rows carry the names of an export of the queue, so that `parseQueueExport` reads them
 * again; the operation flag stands for a task that threw the index away. Relative times of pasted pages are written as
 * the moments they were taken for, with how far they may be off.
 */
export function exportContent({ tasks, ...others }: HistoryContent, exportedAt: number): string {
  const rows = tasks.map(({ reset, ...task }) => ({ ...task, ...(reset === true && { operationFlag: 'reset' }) }));
  return JSON.stringify({ format: FORMAT, version: VERSION, exportedAt, tasks: rows, ...others });
}

/** True for the beginning of a file that `exportContent` wrote. */
export function isHistoryFile(head: string): boolean {
  return head.startsWith(`{"format":"${FORMAT}"`);
}

/** What such a file holds beside its tasks; `newer` where a newer version of the panel wrote it, `none` where it is no such file. */
export type HistoryFile = ({ readonly kind: 'read'; readonly hasTasks: boolean } & ReadParts) | { readonly kind: 'newer' } | { readonly kind: 'none' };

/** @param text of a file whose beginning is that of a history; cut off or changed by hand, it is none */
export function readHistoryFile(text: string): HistoryFile {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return { kind: 'none' };
  }
  const { version, tasks, ...stored } = file as Record<string, unknown>;
  if (typeof version === 'number' && version > VERSION) return { kind: 'newer' };
  if (version !== VERSION) return { kind: 'none' };
  return { kind: 'read', hasTasks: Array.isArray(tasks) && tasks.length > 0, ...readParts(stored) };
}
