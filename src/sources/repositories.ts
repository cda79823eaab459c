import { integrationType } from '../model/host';
import type { RepositoryList, RowProblem } from '../model/integration';
import { valueOf, type Stamp } from '../model/reading';
import { pageTurn } from '../steps/in-slices';
import { fieldsOfNone, listRows, sortRows, type SortedRows } from './envelope';
import { flag, id, readFilled, trimmed, type Row } from './field';
import type { JiraClient } from './jira-client';
import { Summary } from './repository-summary';

const PATH = '/rest/gitplugin/1.0/repository';
const TIMEOUT = 60_000;
/** Rows read before the page gets its turn again: a few milliseconds. */
const SLICE = 5_000;

/** Settings that each repository has; without them nothing can be said of it. A version of GIJ may leave some out. */
const SETTINGS = [
  'disabled',
  'requireUserPat',
  'trustFolderStat',
  'disableSslVerification',
  'global',
  'projectMappingIds',
  'revisionIndexing',
];

/** Whether revision indexing of a row is on. A version of GIJ that reports it of none is read as if it were. */
function linkedBy(missing: readonly string[]): (row: Row) => boolean | undefined {
  return missing.includes('revisionIndexing') ? () => true : (row) => flag(row['revisionIndexing']);
}

/** Stands for the id of the integration of plain git repositories, which have none. */
const SINGLE = 0;

/**
 * The integration that a row belongs to, by its id; {@link SINGLE} for a plain git repository, undefined where that
 * cannot be told. No `trackedFolderId` says plain git (gij.md, section 2); a null one only where the type says so too.
 */
function parentOf(row: Row | undefined, stamp: Stamp): number | undefined {
  if (!row) return undefined;
  const written = row['trackedFolderId'];
  if (written === undefined) return SINGLE;
  if (written !== null) return id(written);
  return integrationType(valueOf(readFilled(row, 'integrationType', trimmed, stamp)))?.product === 'git'
    ? SINGLE
    : undefined;
}

/** True where rows of one id say the same: nothing contradicts the first one. */
function agree(first: Row, others: readonly Row[]): boolean {
  return others.every((other) => JSON.stringify(other) === JSON.stringify(first));
}

class Summaries {
  /** Rows that are used. */
  total = 0;
  /** Rows that may belong anywhere. */
  unplaced = 0;
  /** A row has a `state`. One that is null could not be told; rows that cannot be used tell, too. */
  hasState = false;
  readonly orphans: RowProblem[] = [];
  readonly indexedDates: number[] = [];
  private readonly byParent = new Map<number, Summary>();

  constructor(
    private readonly sorted: SortedRows,
    private readonly isLinked: (row: Row) => boolean | undefined,
    private readonly stamp: Stamp,
  ) {}

  private of(parent: number): Summary {
    const known = this.byParent.get(parent);
    if (known) return known;
    const summary = new Summary(this.isLinked, this.stamp, this.indexedDates);
    this.byParent.set(parent, summary);
    return summary;
  }

  /** Goes through the next rows that have an id. */
  addSome(from: number): void {
    const { rows, ids, repeats } = this.sorted;
    const to = Math.min(from + SLICE, rows.length);
    for (let place = from; place < to; place += 1) this.add(ids[place] ?? 0, rows[place] ?? {}, repeats);
  }

  private add(rowId: number, row: Row, repeats: SortedRows['repeats']): void {
    const same = repeats.get(rowId);
    const parent = parentOf(row, this.stamp);
    if (parent === undefined) this.orphans.push({ kind: 'repository', id: String(rowId), problem: 'no-parent' });
    if (parent === undefined || (same && !agree(row, same))) {
      for (const left of [row, ...(same ?? [])]) this.leaveOut(left, true);
      return;
    }
    this.total += 1;
    this.hasState ||= row['state'] !== undefined;
    this.of(parent).add(row);
    // A copy may stand where any other row should.
    this.unplaced += same?.length ?? 0;
  }

  /** A row that could not be used counts for the integration that it names; of one that has no id, nothing else is believed. */
  leaveOut(row: Row | undefined, hasId: boolean): void {
    this.hasState ||= row?.['state'] !== undefined;
    const parent = parentOf(row, this.stamp);
    if (parent === undefined || (parent === SINGLE && !hasId)) this.unplaced += 1;
    else this.of(parent).unusable += 1;
  }

  results(
    list: Pick<RepositoryList, 'atLeast' | 'unplaced' | 'notReported' | 'stamp'>,
  ): Pick<RepositoryList, 'byIntegration' | 'single' | 'indexedDates'> {
    const single = this.of(SINGLE).result(list);
    const parents = [...this.byParent].filter(([parent]) => parent !== SINGLE);
    return {
      single,
      byIntegration: Object.fromEntries(parents.map(([parent, summary]) => [String(parent), summary.result(list)])),
      indexedDates: this.indexedDates,
    };
  }
}

/**
 * All repositories, reduced to counts for each integration at once: there may be 12,000 of them, 1.4 KB each.
 * Their origins and settings are not kept. A row that cannot be used is counted where it may belong.
 */
export async function loadRepositories(client: JiraClient, signal: AbortSignal): Promise<RepositoryList> {
  const answer = await client.get(PATH, { source: 'repositories', signal, timeout: TIMEOUT });
  const { stamp } = answer;
  // The vendor's sample of this answer calls the rows `integrations`.
  const { rows, atLeast } = listRows(answer, ['repositories', 'repository', 'integrations']);
  const sorted = sortRows(rows, 'repository');
  const missing = fieldsOfNone(sorted.rows, SETTINGS);
  const summaries = new Summaries(sorted, linkedBy(missing), stamp);
  for (let from = 0; from < sorted.rows.length; from += SLICE) {
    if (from > 0) await pageTurn();
    signal.throwIfAborted();
    summaries.addSome(from);
  }
  for (const row of sorted.others) summaries.leaveOut(row, false);

  const { total, unplaced, orphans, hasState } = summaries;
  const unusable = rows.length - total;
  const isWhole = !atLeast && unusable === 0;
  const isStateless = rows.length > 0 && !atLeast && !hasState;
  const notReported = [...(isWhole ? missing : []), ...(isStateless ? ['state'] : [])];
  const list = { total, atLeast, unusable, unplaced, notReported, problems: [...sorted.problems, ...orphans], stamp };
  return { ...list, ...summaries.results(list) };
}
