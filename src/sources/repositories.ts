import * as v from 'valibot';

import { integrationType } from '../model/host';
import { forEachTally, type RepositoryList, type RepositorySummary, type RowProblem, type TallyName } from '../model/integration';
import { valueOf, type Stamp } from '../model/reading';
import { redact } from '../model/redact';
import { isClearText, transportOf } from '../model/transport';
import { fieldsOfNone, isRow, listRows, sortRows } from './envelope';
import { date, flag, id, listLength, readField, readFilled, text, trimmed, type Row } from './field';
import type { JiraClient } from './jira-client';

const PATH = '/rest/gitplugin/1.0/repository';
const TIMEOUT = 60_000;
/** Rows read before the page gets its turn again; 1,000 rows take about 10 ms. */
const SLICE = 1_000;
const EXAMPLES = 3;

/** Settings that each repository has; without them nothing can be said of it. A version of GIJ may leave some out. */
const SETTINGS = ['disabled', 'requireUserPat', 'trustFolderStat', 'disableSslVerification', 'global', 'projectMappingIds', 'revisionIndexing'];

/** What GIJ's pages call the state of a repository, where it is no error. */
const STATES: ReadonlySet<string> = new Set(['QUEUED', 'UPDATED', 'SCANNING', 'INDEXING', 'REINDEXING', 'FETCHING', 'DISABLED']);

/** Undefined where the state is absent, or is none of GIJ's words; its numbers are not documented. */
function isError({ state }: Row): boolean | undefined {
  const word = typeof state === 'string' ? state.trim().toUpperCase() : '';
  if (word === 'ERROR') return true;
  return STATES.has(word) ? false : undefined;
}

/** Most rows hold what they should: those need no schema. */
function flagOf(row: Row, field: string, stamp: Stamp): boolean | undefined {
  const value = row[field];
  return typeof value === 'boolean' ? value : valueOf(readField(row, field, flag, stamp));
}

/** Of one that is disabled it does not matter; of one that may be, nobody knows. */
function unlessDisabled(holds: boolean | undefined, disabled: boolean | undefined): boolean | undefined {
  if (disabled === true) return false;
  return holds === true && disabled === undefined ? undefined : holds;
}

class Summary {
  /** @param isLinked whether revision indexing of a row is on; undefined where nobody knows */
  constructor(private readonly isLinked: (row: Row) => boolean | undefined) {}

  /** Rows that belong here and could not be used. */
  unusable = 0;
  private total = 0;
  private disabled = 0;
  private oldestIndexed: number | undefined;
  private newestIndexed: number | undefined;
  private oldestUnlinked: number | undefined;
  private readonly tallies = forEachTally(() => ({ yes: 0, unknown: 0, examples: new Array<string>() }));

  private count(what: TallyName, holds: boolean | undefined, row: Row, stamp: Stamp): void {
    const tally = this.tallies[what];
    if (holds === undefined) tally.unknown += 1;
    if (holds !== true) return;
    tally.yes += 1;
    if (tally.examples.length < EXAMPLES) tally.examples.push(redact(valueOf(readField(row, 'displayName', text, stamp)) ?? ''));
  }

  add(row: Row, stamp: Stamp): void {
    const boolean = (field: string) => flagOf(row, field, stamp);
    const disabled = boolean('disabled');
    const userPat = boolean('requireUserPat');
    this.total += 1;
    this.count('trustFolderStat', boolean('trustFolderStat'), row, stamp);
    this.count('userPatOff', unlessDisabled(userPat === undefined ? undefined : !userPat, disabled), row, stamp);
    this.count('sslVerificationOff', unlessDisabled(this.verificationOff(row, stamp), disabled), row, stamp);
    this.count('clearText', unlessDisabled(this.inClearText(row, stamp), disabled), row, stamp);
    this.count('everywhere', unlessDisabled(boolean('global'), disabled), row, stamp);
    this.count('invisible', this.seenNowhere(row, stamp), row, stamp);
    this.count('inError', unlessDisabled(isError(row), disabled), row, stamp);
    if (disabled === true) this.disabled += 1;
    else this.addDate(row, disabled, stamp);
  }

  /** Of one that may be disabled, and so rightly not indexed, a date says nothing. */
  private addDate(row: Row, disabled: false | undefined, stamp: Stamp): void {
    const indexed = readField(row, 'lastIndexedDate', date, stamp);
    const isUnknown = disabled === undefined || indexed.kind === 'unreadable';
    const isLinked = this.isLinked(row);
    const isNever = indexed.kind === 'absent' && isLinked !== false;
    this.count('neverIndexed', isUnknown || (isNever && isLinked === undefined) ? undefined : isNever, row, stamp);
    if (disabled === false) this.count('unlinked', isLinked === undefined ? undefined : !isLinked, row, stamp);
    const at = isUnknown ? undefined : valueOf(indexed);
    if (at === undefined) return;
    if (isLinked === true) {
      this.oldestIndexed = Math.min(at, this.oldestIndexed ?? at);
      this.newestIndexed = Math.max(at, this.newestIndexed ?? at);
    } else this.oldestUnlinked = Math.min(at, this.oldestUnlinked ?? at);
  }

  /** Origin and type of the integration. */
  private address(row: Row, stamp: Stamp): readonly [string | undefined, string | undefined] {
    return [valueOf(readFilled(row, 'origin', text, stamp)), valueOf(readFilled(row, 'integrationType', trimmed, stamp))];
  }

  /** Of most rows the scheme alone decides. */
  private inClearText(row: Row, stamp: Stamp): boolean | undefined {
    const { origin } = row;
    return typeof origin === 'string' && /^https:/i.test(origin) ? false : isClearText(...this.address(row, stamp));
  }

  /** Of most rows the setting alone decides. */
  private verificationOff(row: Row, stamp: Stamp): boolean | undefined {
    const off = flagOf(row, 'disableSslVerification', stamp);
    if (off === false) return false;
    const transport = transportOf(...this.address(row, stamp));
    if (transport === 'https') return off;
    return transport === undefined ? undefined : false;
  }

  private seenNowhere(row: Row, stamp: Stamp): boolean | undefined {
    const global = flagOf(row, 'global', stamp);
    if (global === true) return false;
    const projects = valueOf(readField(row, 'projectMappingIds', listLength, stamp));
    if (projects !== undefined && projects > 0) return false;
    return global === undefined || projects === undefined ? undefined : true;
  }

  result(list: Pick<RepositoryList, 'atLeast' | 'unplaced' | 'notReported' | 'stamp'>): RepositorySummary {
    const { total, disabled, oldestIndexed, newestIndexed, oldestUnlinked, tallies } = this;
    const { atLeast, notReported, stamp } = list;
    const unusable = this.unusable + list.unplaced;
    return { total, disabled, atLeast, unusable, notReported, oldestIndexed, newestIndexed, oldestUnlinked, stamp, ...tallies };
  }
}

/** Tells whether revision indexing of a row is on. A version of GIJ that reports it of none is read as if it were. */
function linkedBy(missing: readonly string[], stamp: Stamp): (row: Row) => boolean | undefined {
  if (missing.includes('revisionIndexing')) return () => true;
  return (row) => flagOf(row, 'revisionIndexing', stamp);
}

/** A `state` that is null is one that could not be told; rows that cannot be used tell, too. */
function hasState(rows: readonly unknown[]): boolean {
  return rows.length === 0 || rows.some((row) => isRow(row) && row['state'] !== undefined);
}

/** Lets the page paint and answer clicks. */
function pageTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** The key of plain git repositories among the summaries; no id is blank. */
const SINGLE = '';

/**
 * The integration that a row belongs to, by its id; {@link SINGLE} for a plain git repository, undefined where that
 * cannot be told. No `trackedFolderId` says plain git (gij.md, section 2); a null one only where the type says so too.
 */
function parentOf(row: Row | undefined, stamp: Stamp): string | undefined {
  if (!row) return undefined;
  const written = row['trackedFolderId'];
  if (written === undefined) return SINGLE;
  if (written !== null) {
    const parent = v.safeParse(id, written);
    return parent.success ? parent.output : undefined;
  }
  return integrationType(valueOf(readFilled(row, 'integrationType', trimmed, stamp)))?.product === 'git' ? SINGLE : undefined;
}

class Summaries {
  /** Rows that may belong anywhere. */
  unplaced = 0;
  private readonly byParent = new Map<string, Summary>();

  constructor(private readonly isLinked: (row: Row) => boolean | undefined) {}

  of(parent: string): Summary {
    const summary = this.byParent.get(parent) ?? new Summary(this.isLinked);
    this.byParent.set(parent, summary);
    return summary;
  }

  /** A row that could not be used counts for the integration that it names; of one that has no id, nothing else is believed. */
  leaveOut(row: Row | undefined, stamp: Stamp, hasId: boolean): void {
    const parent = parentOf(row, stamp);
    if (parent === undefined || (parent === SINGLE && !hasId)) this.unplaced += 1;
    else this.of(parent).unusable += 1;
  }

  results(list: Pick<RepositoryList, 'atLeast' | 'unplaced' | 'notReported' | 'stamp'>): Pick<RepositoryList, 'byIntegration' | 'single'> {
    const single = this.of(SINGLE).result(list);
    const parents = [...this.byParent].filter(([parent]) => parent !== SINGLE);
    return { single, byIntegration: new Map(parents.map(([parent, summary]) => [parent, summary.result(list)])) };
  }
}

/** True where rows of one id say the same: nothing contradicts the first one. */
function agree([first, ...others]: readonly Row[]): boolean {
  return others.every((other) => JSON.stringify(other) === JSON.stringify(first));
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
  const { byId, others, problems } = sortRows(rows, 'repository');
  const orphans: RowProblem[] = [];
  const firsts = function* () {
    for (const [row] of byId.values()) yield row;
  };
  const missing = fieldsOfNone(firsts(), SETTINGS);
  const summaries = new Summaries(linkedBy(missing, stamp));
  let total = 0;
  let read = 0;

  for (const [rowId, [row, ...repeats]] of byId) {
    read += 1;
    if (read % SLICE === 0) {
      await pageTurn();
      signal.throwIfAborted();
    }
    const parent = parentOf(row, stamp);
    const isUsed = parent !== undefined && agree([row, ...repeats]);
    if (isUsed) {
      total += 1;
      summaries.of(parent).add(row, stamp);
      // A copy may stand where any other row should.
      summaries.unplaced += repeats.length;
    } else {
      for (const left of [row, ...repeats]) summaries.leaveOut(left, stamp, true);
    }
    if (parent === undefined) orphans.push({ kind: 'repository', id: rowId, problem: 'no-parent' });
  }
  for (const row of others) summaries.leaveOut(row, stamp, false);

  const unusable = rows.length - total;
  const isWhole = !atLeast && unusable === 0;
  const notReported = [...(isWhole ? missing : []), ...(atLeast || hasState(rows) ? [] : ['state'])];
  const list = { total, atLeast, unusable, unplaced: summaries.unplaced, notReported, problems: [...problems, ...orphans], stamp };
  return { ...list, ...summaries.results(list) };
}
