import { textOf, mergeDecisions, type Conflict } from './merge';
import type { RequestFailure } from '../model/gathered';
import { NO_DECISIONS, type Decisions } from './decisions';
import {
  decisionsIn,
  PropertyError,
  readShared,
  removeParts,
  TooLargeError,
  writeShared,
  type Properties,
  type SharedDocument,
} from './shared-document';

/** Why this browser and what is shared are not the same. */
export type SharingTrouble =
  | { readonly why: 'unread' | 'unwritten'; readonly failure: RequestFailure }
  /** A later version of this app wrote what is shared; or nothing that this app ever wrote whole. */
  | { readonly why: 'newer' | 'unreadable' }
  /** What was shared is not there any more. */
  | { readonly why: 'gone' }
  /** There is more than the properties hold. */
  | { readonly why: 'size' }
  /** Other admins wrote each time. */
  | { readonly why: 'busy' }
  /** It was moved, and the place where it was before could not be emptied. */
  | { readonly why: 'leftover'; readonly failure?: RequestFailure };

/** How this browser and what is shared stand to each other. */
export interface Synced {
  /** What counts here: of both, and on a conflict what is shared. */
  readonly decisions: Decisions;
  /** What was shared when both were last the same; undefined where that never was so. */
  readonly base: Decisions | undefined;
  /** Those that came up this time. */
  readonly conflicts: readonly Conflict[];
  readonly trouble?: SharingTrouble;
}

interface SyncOptions {
  readonly properties: Properties;
  readonly base: Decisions | undefined;
  readonly ours: Decisions;
  /** False where it is only read. */
  readonly mayWrite: boolean;
  /** Names one write: letters and digits that nobody else comes upon. */
  readonly newWrite: () => string;
}

/** How often is merged and written again after another admin wrote at the same time. */
const MOST_REPEATS = 3;

type Reading = SharedDocument | { readonly kind: 'failed'; readonly failure: RequestFailure };

async function readingOf(properties: Properties): Promise<Reading> {
  try {
    return await readShared(properties);
  } catch (error) {
    if (error instanceof PropertyError) return { kind: 'failed', failure: error.failure };
    throw error;
  }
}

/** Keys of the entries that one does not have as the other has them. */
export function differingKeys(one: Decisions, other: Decisions): readonly string[] {
  const keys = new Set([one, other].flatMap(({ entries }) => Object.keys(entries)));
  return [...keys].filter((key) => textOf(one.entries[key] ?? null) !== textOf(other.entries[key] ?? null));
}

/** What reading alone tells that nothing can be merged with; undefined where it can be. */
function troubleOf(reading: Reading, isKnown: boolean): SharingTrouble | undefined {
  switch (reading.kind) {
    case 'failed':
      return { why: 'unread', failure: reading.failure };
    case 'newer':
    case 'unreadable':
      return { why: reading.kind };
    case 'none':
      return isKnown ? { why: 'gone' } : undefined;
    case 'read':
      return undefined;
  }
}

type Written = { readonly parts: readonly string[]; readonly refused?: SharingTrouble; readonly lost?: SharingTrouble };

async function writtenTo(properties: Properties, decisions: Decisions, write: string): Promise<Written> {
  const parts: string[] = [];
  try {
    await writeShared(properties, decisions, write, (key) => parts.push(key));
    return { parts };
  } catch (error) {
    if (error instanceof TooLargeError) return { parts, refused: { why: 'size' } };
    if (!(error instanceof PropertyError)) throw error;
    const trouble: SharingTrouble = { why: 'unwritten', failure: error.failure };
    return error.isLost ? { parts, lost: trouble } : { parts, refused: trouble };
  }
}

/**
 * Reads what is shared, merges it with what this browser has, by what both had in common last, and writes what is new here.
 * Jira knows no conditional write, so that it is read back: where another admin wrote meanwhile, all of it is done again.
 * Nothing of this browser is ever lost by it.
 */
export async function syncDecisions(options: SyncOptions): Promise<Synced> {
  const { properties, mayWrite, newWrite } = options;
  let state: Synced = { decisions: options.ours, base: options.base, conflicts: [] };
  let before = await readingOf(properties);
  for (let repeats = 0; ; repeats += 1) {
    const unmergeable = troubleOf(before, state.base !== undefined);
    if (unmergeable || (before.kind !== 'none' && before.kind !== 'read')) return withTrouble(state, unmergeable);
    const theirs = decisionsIn(before);
    const { merged, conflicts } = mergeDecisions(state.base ?? NO_DECISIONS, state.decisions, theirs);
    state = {
      decisions: merged,
      base: before.kind === 'read' ? theirs : undefined,
      conflicts: [...state.conflicts, ...conflicts],
    };
    if (!mayWrite || (before.kind === 'read' && differingKeys(merged, theirs).length === 0)) return state;
    if (repeats > MOST_REPEATS) return withTrouble(state, { why: 'busy' });

    const write = newWrite();
    const { parts, refused, lost } = await writtenTo(properties, merged, write);
    if (refused) {
      await removeParts(properties, parts);
      return withTrouble(state, refused);
    }
    const after = await readingOf(properties);
    if (after.kind === 'read' && after.write === write) {
      if (before.kind === 'read') await removeParts(properties, before.parts);
      return { ...state, base: merged };
    }
    if (after.kind === 'failed') return withTrouble(state, lost ?? { why: 'unwritten', failure: after.failure });
    const isUnchanged = writeOf(after) === writeOf(before);
    if (lost && isUnchanged) return withTrouble(state, lost);
    // Where nothing else was written, a late write may still need its parts.
    if (!lost && !isUnchanged) await removeParts(properties, parts);
    before = after;
  }
}

const writeOf = (reading: Reading) => (reading.kind === 'read' ? reading.write : reading.kind);

function withTrouble(state: Synced, trouble: SharingTrouble | undefined): Synced {
  return trouble ? { ...state, trouble } : state;
}
