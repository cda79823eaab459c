import type { RequestFailure } from '../model/gathered';
import { NO_DECISIONS, type Decisions } from './decisions';
import { parseDecisions } from './kept-decisions';

/** What is needed to read small values in Jira. */
export interface ReadableProperties {
  /** Undefined where there is none. Rejects where that could not be found out; in the panel with a {@link PropertyError}. */
  readonly read: (key: string) => Promise<unknown>;
}

/** Small values in Jira under keys: the entity properties of one issue type or project. */
export interface Properties extends ReadableProperties {
  readonly write: (key: string, value: unknown) => Promise<void>;
  readonly remove: (key: string) => Promise<void>;
}

/** A property could not be read, written or removed. */
export class PropertyError extends Error {
  /** @param isLost the answer was lost, so that only reading again can tell what happened */
  constructor(
    readonly failure: RequestFailure,
    readonly isLost = false,
  ) {
    super(failure.request);
    this.name = 'PropertyError';
  }
}

/** There is more than properties can hold. */
export class TooLargeError extends Error {}

/** The key of the property that says what is shared. */
export const SHARED_KEY = 'git-integration-checkup.decisions';

/** Jira takes 32,768 characters in a value (jira-host.md); some are kept free for what surrounds the entries. */
export const MOST_CHARACTERS = 30_000;
/** More than admins ever decide. */
const MOST_PARTS = 40;

/** Two readings of parts that another admin replaces meanwhile are enough to meet none. */
const MOST_READINGS = 3;

/** What stands in the properties. */
export type SharedDocument =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'read';
      readonly decisions: Decisions;
      /** Of the write that made it: two admins may write the same revision. */
      readonly write: string;
      /** Keys of its parts, where it has any. */
      readonly parts: readonly string[];
    }
  /** Written by a later version of this app, or nothing that this app ever wrote whole: both are left as they are. */
  | { readonly kind: 'newer' | 'unreadable' };

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isCount = (value: unknown, most: number): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= most;

function partKeys(revision: number, write: string, parts: number): readonly string[] {
  return Array.from({ length: parts }, (_, index) => `${SHARED_KEY}.${revision}-${write}.${index + 1}`);
}

/** The keys of the parts that a head names; undefined where it is no head. */
function partsOf({ revision, write, parts = 0 }: Fields): readonly string[] | undefined {
  const isHead = isCount(revision, Number.MAX_SAFE_INTEGER) && isCount(parts, MOST_PARTS);
  return isHead && typeof write === 'string' && /^[a-z\d]{1,32}$/.test(write)
    ? partKeys(revision, write, parts)
    : undefined;
}

/** The entries of all parts; undefined where one of them is missing. */
function joined(parts: readonly unknown[]): Fields | undefined {
  const entries = parts.map((part) => (isFields(part) && isFields(part['entries']) ? part['entries'] : undefined));
  return entries.includes(undefined) ? undefined : (Object.assign({}, ...entries) as Fields);
}

async function readOnce(properties: ReadableProperties): Promise<SharedDocument> {
  const head = await properties.read(SHARED_KEY);
  if (head === undefined) return { kind: 'none' };
  if (!isFields(head)) return { kind: 'unreadable' };
  const parts = partsOf(head);
  const entries = parts?.length ? joined(await Promise.all(parts.map(properties.read))) : head['entries'];
  const { version, revision, write } = head;
  const kept = parseDecisions(JSON.stringify({ version, revision, entries }));
  if (kept.kind !== 'read') return kept;
  return parts ? { ...kept, write: String(write), parts } : { kind: 'unreadable' };
}

/** Reads what is shared. Half of it is never taken for all of it: a head without its parts is unreadable. */
export async function readShared(properties: ReadableProperties): Promise<SharedDocument> {
  for (let readings = 1; ; readings += 1) {
    const document = await readOnce(properties);
    if (document.kind !== 'unreadable' || readings === MOST_READINGS) return document;
  }
}

const size = (value: unknown) => JSON.stringify(value).length;

/** The entries in portions that each fit into a property, in their order. */
function portionsOf(entries: Decisions['entries']): readonly Decisions['entries'][] {
  const portions: Record<string, Decisions['entries'][string]>[] = [];
  let taken = Infinity;
  for (const [key, entry] of Object.entries(entries)) {
    const needed = size({ [key]: entry });
    if (needed > MOST_CHARACTERS) throw new TooLargeError();
    if (taken + needed > MOST_CHARACTERS) {
      portions.push({});
      taken = 0;
    }
    Object.assign(portions.at(-1) ?? {}, { [key]: entry });
    taken += needed;
  }
  if (portions.length > MOST_PARTS) throw new TooLargeError();
  return portions;
}

/**
 * Writes all decisions: the parts first, and last the head, which makes them count.
 *
 * @param write names this write and no other; letters and digits
 * @param onPart is told the key of each part before it is written
 */
export async function writeShared(
  properties: Properties,
  { version, revision, entries }: Decisions,
  write: string,
  onPart: (key: string) => void,
): Promise<void> {
  const head = { version, revision, write };
  const whole = { ...head, entries };
  if (size(whole) <= MOST_CHARACTERS) return properties.write(SHARED_KEY, whole);
  const portions = portionsOf(entries);
  for (const [index, key] of partKeys(revision, write, portions.length).entries()) {
    onPart(key);
    await properties.write(key, { entries: portions[index] });
  }
  await properties.write(SHARED_KEY, { ...head, parts: portions.length });
}

/** Removes parts that no head names any more. What stays of them is never read. */
export async function removeParts(properties: Properties, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    try {
      await properties.remove(key);
    } catch (error) {
      if (!(error instanceof PropertyError)) throw error;
    }
  }
}

/** Removes what is shared: the head first, so that nobody sees half of it. */
export async function removeShared(properties: Properties): Promise<void> {
  const shared = await readShared(properties);
  if (shared.kind !== 'read') return;
  await properties.remove(SHARED_KEY);
  await removeParts(properties, shared.parts);
}

/** What a place holds, as decisions: none where there is nothing. */
export function decisionsIn(document: SharedDocument & { readonly kind: 'none' | 'read' }): Decisions {
  return document.kind === 'read' ? document.decisions : NO_DECISIONS;
}
