import * as v from 'valibot';

import type { Decisions } from './decisions';
import { parseDecisions } from './kept-decisions';
import type { Conflict } from './merge';

/** Where decisions are kept that all admins share: a property of an issue type, or of a project. */
export type SharedPlace =
  | { readonly kind: 'issue-type'; readonly id: string; readonly name: string }
  | { readonly kind: 'project'; readonly key: string };

/** Where decisions are kept. */
export type Place = { readonly kind: 'browser' } | SharedPlace;

/** What a browser remembers of what is shared. */
export interface KeptSharing {
  readonly place: SharedPlace;
  /** What this browser and the place had in common last; undefined before they had anything. */
  readonly base: Decisions | undefined;
  /** What an admin still has to choose. */
  readonly conflicts: readonly Conflict[];
  /** Where they were kept before, if that could not be emptied. */
  readonly leftover?: SharedPlace;
}

/** Of Jira's default pattern for keys of projects, and what admins may allow beside it. */
export const PROJECT_KEY = /^[A-Z][A-Z0-9_]{1,79}$/;

const place = v.variant('kind', [
  v.object({ kind: v.literal('issue-type'), id: v.pipe(v.string(), v.regex(/^\d{1,18}$/)), name: v.string() }),
  v.object({ kind: v.literal('project'), key: v.pipe(v.string(), v.regex(PROJECT_KEY)) }),
]);

const record = v.object({
  place,
  leftover: v.exactOptional(place),
  base: v.optional(v.unknown()),
  conflicts: v.object({ keys: v.array(v.string()), ours: v.unknown(), theirs: v.unknown() }),
});

function decisionsOf(value: unknown): Decisions | undefined {
  const kept = parseDecisions(JSON.stringify(value ?? null));
  return kept.kind === 'read' ? kept.decisions : undefined;
}

/** @param text as {@link sharingText} wrote it; null where nothing was kept. What is no such text is nothing. */
export function parseSharing(text: string | null): KeptSharing | undefined {
  if (text === null) return undefined;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  const parsed = v.safeParse(record, json);
  if (!parsed.success) return undefined;
  const { base, conflicts, ...rest } = parsed.output;
  const [ours, theirs] = [decisionsOf(conflicts.ours), decisionsOf(conflicts.theirs)];
  const open = conflicts.keys.map((key): Conflict => {
    const sides = { ours: ours?.entries[key], theirs: theirs?.entries[key] };
    return { key, ...(sides.ours && { ours: sides.ours }), ...(sides.theirs && { theirs: sides.theirs }) };
  });
  return { ...rest, base: decisionsOf(base), conflicts: open.filter((one) => one.ours ?? one.theirs) };
}

/** What is kept, as text. */
export function sharingText({ conflicts, ...rest }: KeptSharing): string {
  const side = (which: 'ours' | 'theirs') => ({
    version: 1,
    revision: 0,
    entries: Object.fromEntries(conflicts.flatMap((one) => (one[which] ? [[one.key, one[which]]] : []))),
  });
  const sides = { keys: conflicts.map(({ key }) => key), ours: side('ours'), theirs: side('theirs') };
  return JSON.stringify({ ...rest, conflicts: sides });
}

/** Both are the same place. */
export function isSamePlace(one: Place, other: Place): boolean {
  if (one.kind === 'issue-type') return other.kind === 'issue-type' && one.id === other.id;
  if (one.kind === 'project') return other.kind === 'project' && one.key === other.key;
  return other.kind === 'browser';
}
