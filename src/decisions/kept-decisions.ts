import * as v from 'valibot';

import { CONFIRMABLE_SETTINGS } from '../model/confirmation';
import { isMoment } from '../model/limits';
import { answerKey, NO_DECISIONS, type Decisions, type Entry } from './decisions';

/**
 * What was kept of decisions: `newer` was written by a later version of this app, and is left as it is; `unreadable` is
 * nothing that this app ever wrote.
 */
export type KeptDecisions =
  { readonly kind: 'read'; readonly decisions: Decisions } | { readonly kind: 'newer' | 'unreadable' };

const shortText = v.pipe(v.string(), v.maxLength(300));

const answer = v.object({
  kind: v.literal('answer'),
  setting: v.picklist(CONFIRMABLE_SETTINGS),
  value: v.picklist(['on', 'off', 'unknown']),
  at: v.pipe(v.number(), v.check(isMoment)),
  by: v.optional(shortText),
  gijVersion: v.optional(shortText),
});

const document = v.object({
  version: v.literal(1),
  revision: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  entries: v.record(v.string(), v.unknown()),
});

/** An entry that is no possible one is left out: it decides nothing. */
function entryOf(key: string, value: unknown): readonly [string, Entry] | undefined {
  const parsed = v.safeParse(answer, value);
  if (!parsed.success || key !== answerKey(parsed.output.setting)) return undefined;
  const { by, gijVersion, ...rest } = parsed.output;
  return [key, { ...rest, ...(by !== undefined && { by }), ...(gijVersion !== undefined && { gijVersion }) }];
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
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
  return { kind: 'read', decisions: { version: 1, revision, entries: Object.fromEntries(possible) } };
}
