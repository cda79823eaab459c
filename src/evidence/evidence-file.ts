import type { QueueTask } from '../model/queue';
import type { Steps } from '../steps/steps';
import type { JsonMembers } from '../queue/formats/json/json-members';
import type { EvidenceContent } from './content';
import { readParts, type ReadParts } from './schemas';

const FORMAT = 'git-integration-checkup-history';
const VERSION = 1;

/**
 * The evidence as a file. Its rows carry the names of an export of the queue, so that `parseQueueExport` reads them
 * again; the operation flag stands for a task that threw the index away. Relative times of pasted pages are written as
 * the moments they were taken for, with how far they may be off.
 *
 * @param baseUrl address of the Jira that it is of, without a credential; left out where that need not be told
 */
export function* exportInSteps(
  { tasks, observations, ...others }: EvidenceContent,
  exportedAt: number,
  baseUrl?: string,
): Steps<string> {
  const texts = [JSON.stringify({ format: FORMAT, version: VERSION, exportedAt, baseUrl, ...others }).slice(0, -1)];
  const rowOf = ({ reset, ...task }: QueueTask) => ({ ...task, ...(reset === true && { operationFlag: 'reset' }) });
  texts.push(
    ',"tasks":[',
    yield* joined(tasks, rowOf),
    '],"observations":[',
    yield* joined(observations, (look) => look),
    ']}',
  );
  return texts.join('');
}

/** Rows that are written before the page has its turn. */
const SLICE = 500;

function* joined<Item>(items: readonly Item[], rowOf: (item: Item) => object): Steps<string> {
  const texts: string[] = [];
  for (let from = 0; from < items.length; from += SLICE) {
    texts.push(JSON.stringify(items.slice(from, from + SLICE).map(rowOf)).slice(1, -1));
    yield;
  }
  return texts.join(',');
}

/** What is wanted of such a file beside the rows, which are read as those of any export are. */
export const EVIDENCE_MEMBERS: ReadonlySet<string> = new Set([
  'format',
  'version',
  'baseUrl',
  'runDurations',
  'current',
  'nodes',
  'threads',
  'observations',
]);

/** What such a file holds beside its tasks; `newer` where a newer version of the panel wrote it, `none` where it is no such file. */
export type EvidenceFile =
  | ({ readonly kind: 'read'; readonly hasTasks: boolean; readonly baseUrl: string | undefined } & ReadParts)
  | { readonly kind: 'newer' }
  | { readonly kind: 'none' };

/** @param members of the object at the top of a file; undefined where it is no whole JSON */
export function readEvidenceFile(members: JsonMembers | undefined): EvidenceFile {
  const { format, version, baseUrl, ...stored } = Object.fromEntries(members?.values ?? []);
  if (format !== FORMAT) return { kind: 'none' };
  if (typeof version === 'number' && version > VERSION) return { kind: 'newer' };
  if (version !== VERSION) return { kind: 'none' };
  return {
    kind: 'read',
    hasTasks: (members?.lengths.get('tasks') ?? 0) > 0,
    baseUrl: typeof baseUrl === 'string' ? baseUrl : undefined,
    ...readParts(stored),
  };
}
