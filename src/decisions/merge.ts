import { lastChanges, type Decisions, type Entry } from './decisions';

/** An entry that both sides decided, each in another way; undefined where a side took it out. */
export interface Conflict {
  readonly key: string;
  readonly ours?: Entry;
  readonly theirs?: Entry;
}

export interface Merged {
  /** Of each conflict it holds what they decided, until an admin chooses. */
  readonly merged: Decisions;
  readonly conflicts: readonly Conflict[];
}

/** JSON with the names of all objects in their order, so that the same content is the same text. */
export function textOf(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}

/** Both decide the same, whoever did it and whenever. */
export function areEqual(one: Entry, other: Entry): boolean {
  return valueText(one) === valueText(other);
}

function valueText(entry: Entry): string {
  return textOf({ ...entry, at: 0, by: '', gijVersion: '' });
}

/** The later of two; of the same moment always the same one, whichever side it is on. */
function later(one: Entry, other: Entry): Entry {
  if (one.at !== other.at) return one.at > other.at ? one : other;
  return textOf(one) > textOf(other) ? one : other;
}

type Sides = Readonly<Record<'base' | 'ours' | 'theirs', Entry | undefined>>;

/** What of one entry stays; `conflict` where only an admin can say. */
function mergeEntry({ base, ours, theirs }: Sides): Entry | undefined | 'conflict' {
  const either = ours ?? theirs;
  if (!either) return undefined;
  const last = later(ours ?? either, theirs ?? either);
  // What was done stays done, and of what the advisor says the last counts.
  if (either.kind === 'change' || either.kind === 'advice') return last;
  if (textOf(theirs ?? null) === textOf(base ?? null)) return ours;
  if (textOf(ours ?? null) === textOf(base ?? null)) return theirs;
  return ours && theirs && areEqual(ours, theirs) ? last : 'conflict';
}

/** One more than the higher revision, unless the document of that revision says all of it. */
function revisionOf(entries: Decisions['entries'], ours: Decisions, theirs: Decisions): number {
  const revision = Math.max(ours.revision, theirs.revision);
  const isSaid = [ours, theirs].some((one) => one.revision === revision && textOf(one.entries) === textOf(entries));
  return isSaid ? revision : revision + 1;
}

/**
 * Brings together what two admins decided, entry by entry. What one side changed counts; what both changed to the same value
 * counts as the later of them; what both changed to different values is a conflict, in which theirs counts until an admin
 * chooses. No entry is lost but by a decision; of changes the last ones stay.
 *
 * Example: we accept a finding while they answer a question: both stay. They answer *on* and we *off*: a conflict.
 *
 * @param base what both sides began with
 * @param theirs what is kept where all admins read it
 */
export function mergeDecisions(base: Decisions, ours: Decisions, theirs: Decisions): Merged {
  const conflicts: Conflict[] = [];
  const keys = new Set([base, theirs, ours].flatMap(({ entries }) => Object.keys(entries)));
  const kept = [...keys].flatMap((key): readonly (readonly [string, Entry])[] => {
    const sides = { base: base.entries[key], ours: ours.entries[key], theirs: theirs.entries[key] };
    const entry = mergeEntry(sides);
    if (entry !== 'conflict') return entry ? [[key, entry]] : [];
    conflicts.push({
      key,
      ...(sides.ours && { ours: sides.ours }),
      ...(sides.theirs && { theirs: sides.theirs }),
    });
    return sides.theirs ? [[key, sides.theirs]] : [];
  });
  const entries = lastChanges(Object.fromEntries(kept));
  return { merged: { version: 1, revision: revisionOf(entries, ours, theirs), entries }, conflicts };
}

/** The merged decisions with what an admin chose. */
export function resolve(merged: Decisions, conflict: Conflict, choice: 'ours' | 'theirs'): Decisions {
  const chosen = conflict[choice];
  const { [conflict.key]: earlier, ...others } = merged.entries;
  if (earlier === chosen) return merged;
  const entries = chosen ? { ...others, [conflict.key]: chosen } : others;
  return { ...merged, revision: merged.revision + 1, entries };
}
