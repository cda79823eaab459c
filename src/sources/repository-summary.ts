import { forEachTally, type RepositoryList, type RepositorySummary, type TallyName } from '../model/integration';
import { valueOf, type Stamp } from '../model/reading';
import { redact } from '../model/redact';
import { isClearText, transportOf } from '../model/transport';
import { date, flag, listLength, numberIn, readFilled, text, trimmed, type Row } from './field';

const EXAMPLES = 3;
const MOST_GROUPS = 3;

/**
 * The words for the state of a nested repository in the order in which the vendor's API lists them (page "Update Nested
 * Repository API"), which says Integer: a number is taken for the place in it (inference).
 */
const API_STATES: readonly string[] = ['QUEUED', 'UPDATED', 'SCANNING', 'ERROR'];
/** What GIJ's pages call the state of a repository, beside these. */
const OTHER_STATES: readonly string[] = ['INDEXING', 'REINDEXING', 'FETCHING', 'DISABLED'];

/** Undefined where the state is absent, or is none of GIJ's. */
function isError({ state }: Row): boolean | undefined {
  if (state === undefined || state === null) return undefined;
  const word = API_STATES[numberIn(state) ?? -1] ?? (typeof state === 'string' ? state.trim().toUpperCase() : '');
  return API_STATES.includes(word) || OTHER_STATES.includes(word) ? word === 'ERROR' : undefined;
}

/** Of one that is disabled it does not matter; of one that may be, nobody knows. */
function unlessDisabled(holds: boolean | undefined, disabled: boolean | undefined): boolean | undefined {
  if (disabled === true) return false;
  return holds === true && disabled === undefined ? undefined : holds;
}

/** Origin and type of the integration. */
function address(row: Row, stamp: Stamp): readonly [string | undefined, string | undefined] {
  return [valueOf(readFilled(row, 'origin', text, stamp)), valueOf(readFilled(row, 'integrationType', trimmed, stamp))];
}

/** Of most rows the scheme alone decides. */
function inClearText(row: Row, stamp: Stamp): boolean | undefined {
  const { origin } = row;
  return typeof origin === 'string' && origin.startsWith('https:') ? false : isClearText(...address(row, stamp));
}

/** Of most rows the setting alone decides. */
function verificationOff(row: Row, stamp: Stamp): boolean | undefined {
  const off = flag(row['disableSslVerification']);
  if (off === false) return false;
  const transport = transportOf(...address(row, stamp));
  if (transport === 'https') return off;
  return transport === undefined ? undefined : false;
}

function seenNowhere(row: Row, global: boolean | undefined): boolean | undefined {
  if (global === true) return false;
  const projects = listLength(row['projectMappingIds']);
  if (projects !== undefined && projects > 0) return false;
  return global === undefined || projects === undefined ? undefined : true;
}

/** Repositories that belong together, row by row reduced to what the checks ask. */
export class Summary {
  /** Rows that belong here and could not be used. */
  unusable = 0;
  private total = 0;
  private disabled = 0;
  private oldestIndexed: number | undefined;
  private newestIndexed: number | undefined;
  private oldestUnlinked: number | undefined;
  private readonly groups = new Map<string, number>();
  private readonly tallies = forEachTally(() => ({ yes: 0, unknown: 0, examples: new Array<string>() }));

  /**
   * @param isLinked whether revision indexing of a row is on; undefined where nobody knows
   * @param indexedDates where the dates of those that are not disabled go
   */
  constructor(
    private readonly isLinked: (row: Row) => boolean | undefined,
    private readonly stamp: Stamp,
    private readonly indexedDates: number[],
  ) {}

  private count(what: TallyName, holds: boolean | undefined, row: Row): void {
    if (holds === false) return;
    const tally = this.tallies[what];
    if (holds === undefined) {
      tally.unknown += 1;
      return;
    }
    tally.yes += 1;
    if (tally.examples.length < EXAMPLES) tally.examples.push(redact(text(row['displayName']) ?? ''));
  }

  /** What is absent and what is not understood counts as unknown, but for a date. */
  add(row: Row): void {
    const disabled = flag(row['disabled']);
    const userPat = flag(row['requireUserPat']);
    const global = flag(row['global']);
    this.total += 1;
    const { group } = row;
    if (typeof group === 'string') this.groups.set(group, (this.groups.get(group) ?? 0) + 1);
    this.count('trustFolderStat', flag(row['trustFolderStat']), row);
    this.count('userPatOff', unlessDisabled(userPat === undefined ? undefined : !userPat, disabled), row);
    this.count('sslVerificationOff', unlessDisabled(verificationOff(row, this.stamp), disabled), row);
    this.count('clearText', unlessDisabled(inClearText(row, this.stamp), disabled), row);
    this.count('everywhere', unlessDisabled(global, disabled), row);
    this.count('invisible', seenNowhere(row, global), row);
    const inError = unlessDisabled(isError(row), disabled);
    this.count('inError', inError, row);
    this.count('inErrorByNumber', inError === true && numberIn(row['state']) !== undefined, row);
    if (disabled === true) this.disabled += 1;
    else this.addDate(row, disabled);
  }

  /** Of one that may be disabled, and so rightly not indexed, a date says nothing. */
  private addDate(row: Row, disabled: false | undefined): void {
    const written = row['lastIndexedDate'] ?? undefined;
    const at = written === undefined ? undefined : date(written);
    if (at !== undefined) this.indexedDates.push(at);
    const isUnknown = disabled === undefined || (written !== undefined && at === undefined);
    const isLinked = this.isLinked(row);
    const isNever = written === undefined && isLinked !== false;
    this.count('neverIndexed', isUnknown || (isNever && isLinked === undefined) ? undefined : isNever, row);
    if (disabled === false) this.count('unlinked', isLinked === undefined ? undefined : !isLinked, row);
    if (isUnknown || at === undefined) return;
    if (this.newestIndexed === undefined || at > this.newestIndexed) this.newestIndexed = at;
    if (isLinked !== true) this.oldestUnlinked = Math.min(at, this.oldestUnlinked ?? at);
    else if (this.oldestIndexed === undefined || at < this.oldestIndexed) this.oldestIndexed = at;
  }

  private mostFrequentGroups(): readonly string[] {
    const groups = [...this.groups].filter(([group]) => trimmed(group));
    return groups
      .sort(([one, count], [other, others]) => others - count || (one < other ? -1 : 1))
      .slice(0, MOST_GROUPS)
      .map(([group]) => redact(group.trim()));
  }

  result(list: Pick<RepositoryList, 'atLeast' | 'unplaced' | 'notReported' | 'stamp'>): RepositorySummary {
    const { total, disabled, oldestIndexed, newestIndexed, oldestUnlinked, tallies } = this;
    const { atLeast, notReported, stamp } = list;
    const unusable = this.unusable + list.unplaced;
    return {
      total,
      disabled,
      groups: this.mostFrequentGroups(),
      atLeast,
      unusable,
      notReported,
      ...(oldestIndexed !== undefined && { oldestIndexed }),
      ...(newestIndexed !== undefined && { newestIndexed }),
      ...(oldestUnlinked !== undefined && { oldestUnlinked }),
      stamp,
      ...tallies,
    };
  }
}
