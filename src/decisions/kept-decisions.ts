import * as v from 'valibot';

import { keyOf, lastChanges, NO_DECISIONS, type Decisions, type Entry } from './decisions';
import { ENTRY_KINDS, entrySchema } from './entry-schemas';

/**
 * What was kept of decisions: `newer` was written by a later version of this app, and is left as it is; `unreadable` is
 * nothing that this app ever wrote.
 */
export type KeptDecisions =
  { readonly kind: 'read'; readonly decisions: Decisions } | { readonly kind: 'newer' | 'unreadable' };

const document = v.object({
  version: v.literal(1),
  revision: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  entries: v.record(v.string(), v.unknown()),
});

/** An entry of a kind that a later build of the same version added. */
const laterEntry = v.looseObject({
  kind: v.pipe(
    v.string(),
    v.check((kind) => !ENTRY_KINDS.has(kind)),
  ),
});

/**
 * An entry that is no possible one is left out: it decides nothing. One of a kind that is not known decides nothing here
 * either, and stays as it is for the builds that know it: whoever asks for entries asks for a kind.
 */
function entryOf(key: string, value: unknown): readonly [string, Entry] | undefined {
  if (v.is(laterEntry, value)) return [key, value as unknown as Entry];
  const parsed = v.safeParse(entrySchema, value);
  return parsed.success && key === keyOf(parsed.output) ? [key, parsed.output] : undefined;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Under what name decisions are kept in the browser's storage.
 *
 * @param base context path or address of the Jira: two of them in one browser do not mix
 */
export function decisionsKey(base: string): string {
  return `git-integration-checkup decisions ${base}`;
}

/** @param text as it was kept; null where nothing was */
export function parseDecisions(text: string | null): KeptDecisions {
  if (text === null) return { kind: 'read', decisions: NO_DECISIONS };
  const json = parsedJson(text);
  const version = v.safeParse(v.object({ version: v.number() }), json);
  if (version.success && version.output.version > NO_DECISIONS.version) return { kind: 'newer' };
  const parsed = v.safeParse(document, json);
  if (!parsed.success) return { kind: 'unreadable' };
  const { revision, entries } = parsed.output;
  const possible = Object.entries(entries).flatMap(([key, value]) => {
    const entry = entryOf(key, value);
    return entry ? [entry] : [];
  });
  return { kind: 'read', decisions: { version: 1, revision, entries: lastChanges(Object.fromEntries(possible)) } };
}
