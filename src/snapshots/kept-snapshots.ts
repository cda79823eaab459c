import * as v from 'valibot';

import { isMoment } from '../model/limits';
import { HEALTHS } from '../report/health';
import { NEWS_KINDS, NO_SNAPSHOTS, type Fails, type News, type Snapshot, type Snapshots } from './snapshot';

/**
 * What was kept of snapshots: `newer` was written by a later version of this app, and is left as it is; `unreadable` is
 * nothing that this app ever wrote.
 */
export type KeptSnapshots =
  { readonly kind: 'read'; readonly snapshots: Snapshots } | { readonly kind: 'newer' | 'unreadable' };

const text = v.pipe(v.string(), v.maxLength(300));
const moment = v.pipe(v.number(), v.check(isMoment));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const health = v.picklist(HEALTHS);

const fails = { fails: v.array(text), accepted: v.array(text) };
const news: v.GenericSchema<unknown, News> = v.variant('kind', [
  v.object({ kind: v.picklist(['found', 'fixed', 'accepted']), subject: text, check: text }),
  v.object({ kind: v.picklist(NEWS_KINDS.filter(isOfSubject)), subject: text }),
]);

function isOfSubject(kind: News['kind']): kind is Exclude<News['kind'], 'found' | 'fixed' | 'accepted'> {
  return kind !== 'found' && kind !== 'fixed' && kind !== 'accepted';
}

const snapshot = v.object({
  at: moment,
  healths: v.record(health, count),
  news: v.array(news),
  more: count,
});

const instance: v.GenericSchema<unknown, Fails> = v.object(fails);

const document = v.object({
  version: v.literal(1),
  last: v.exactOptional(v.object({ at: moment, subjects: v.record(text, v.object({ health, ...fails })), instance })),
  visitedAt: v.exactOptional(moment),
  snapshots: v.array(v.unknown()),
  names: v.record(text, text),
});

function parsedJson(kept: string): unknown {
  try {
    return JSON.parse(kept);
  } catch {
    return undefined;
  }
}

/**
 * A snapshot that is no possible one is left out, and the others are put in the order of time.
 *
 * @param kept as it was kept; null where nothing was
 */
export function parseSnapshots(kept: string | null): KeptSnapshots {
  if (kept === null) return { kind: 'read', snapshots: NO_SNAPSHOTS };
  const json = parsedJson(kept);
  const version = v.safeParse(v.object({ version: v.number() }), json);
  if (version.success && version.output.version > NO_SNAPSHOTS.version) return { kind: 'newer' };
  const parsed = v.safeParse(document, json);
  if (!parsed.success) return { kind: 'unreadable' };
  const possible = parsed.output.snapshots.flatMap((one): Snapshot[] => {
    const result = v.safeParse(snapshot, one);
    return result.success ? [result.output] : [];
  });
  return {
    kind: 'read',
    snapshots: { ...parsed.output, snapshots: possible.sort((one, other) => one.at - other.at) },
  };
}
