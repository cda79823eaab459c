import * as v from 'valibot';

import { WRITABLE_FIELDS } from '../model/change';
import { CONFIRMABLE_SETTINGS } from '../model/confirmation';
import { ACCEPTANCE_REASONS } from '../model/finding';
import { isDuration, isInterval, isMoment } from '../model/limits';
import { redact } from '../model/redact';
import { LONGEST_ACCEPTED, LONGEST_NOTE } from './acceptance';
import { withoutAddress, type Entry } from './decisions';

const shortText = v.pipe(v.string(), v.maxLength(300));
/** A text from outside may hold a credential, wherever the document comes from. */
const outsideText = v.pipe(shortText, v.transform(redact));
const within = (isInRange: (value: number) => boolean) => v.pipe(v.number(), v.check(isInRange));

const moment = within(isMoment);
const interval = within(isInterval);
const severity = v.picklist(['high', 'medium', 'low', 'advisory']);
const decided = { at: moment, by: v.exactOptional(outsideText) };

const answer = v.object({
  kind: v.literal('answer'),
  setting: v.picklist(CONFIRMABLE_SETTINGS),
  value: v.picklist(['on', 'off', 'unknown']),
  ...decided,
  gijVersion: v.exactOptional(shortText),
});

const acceptance = v.pipe(
  v.object({
    kind: v.literal('acceptance'),
    subject: shortText,
    check: shortText,
    judged: shortText,
    severity,
    reason: v.picklist(ACCEPTANCE_REASONS),
    note: v.pipe(v.string(), v.maxLength(LONGEST_NOTE), v.transform(redact)),
    until: moment,
    ...decided,
  }),
  // Wherever the document comes from.
  v.transform((entry) => ({ ...entry, until: Math.min(entry.until, entry.at + LONGEST_ACCEPTED) })),
);

const setting = v.object({
  kind: v.literal('setting'),
  name: shortText,
  value: v.union([v.boolean(), v.pipe(v.number(), v.finite()), shortText]),
  ...decided,
});

const value = v.union([v.boolean(), v.pipe(outsideText, v.transform(withoutAddress))]);

const change = v.object({
  kind: v.literal('change'),
  id: shortText,
  integration: shortText,
  check: v.exactOptional(shortText),
  fields: v.pipe(
    v.array(v.object({ field: v.picklist(WRITABLE_FIELDS), before: value, after: value })),
    v.minLength(1),
    v.maxLength(WRITABLE_FIELDS.length),
  ),
  batch: shortText,
  undoes: v.exactOptional(shortText),
  ...decided,
});

const stamp = v.object({
  source: v.picklist(['admin', 'schedule']),
  request: outsideText,
  readAt: moment,
});
const known = v.object({
  kind: v.literal('known'),
  field: v.picklist(['reindexInterval', 'roundMinutes', 'atLeastMinutes']),
  value: interval,
  stamp,
});
const reading = v.variant('kind', [
  known,
  v.object({ kind: v.literal('absent'), field: v.literal('reindexInterval'), stamp }),
]);

const status = v.variant('kind', [
  v.object({
    kind: v.literal('advised'),
    verdict: v.picklist(['too-short', 'tight', 'good', 'longer-than-needed', 'off', 'current-unknown']),
    isSure: v.boolean(),
    suggested: interval,
    round: reading,
    current: reading,
  }),
  v.object({
    kind: v.literal('at-least'),
    verdict: v.picklist(['too-short', 'not-proven', 'off', 'current-unknown']),
    suggested: interval,
    isProbable: v.boolean(),
    atLeast: within(isDuration),
    bound: known,
    current: reading,
  }),
  v.object({ kind: v.literal('not-enough-history'), off: v.exactOptional(reading) }),
]);

const advice = v.object({
  kind: v.literal('advice'),
  status,
  schedule: v.exactOptional(
    v.variant('kind', [
      v.object({ kind: v.literal('interval'), minutes: interval }),
      v.object({ kind: v.literal('cron'), expression: outsideText }),
    ]),
  ),
  ...decided,
});

/** Each kind of entry, checked as strictly as what the page would write. */
export const entrySchema: v.GenericSchema<unknown, Entry> = v.variant('kind', [
  answer,
  acceptance,
  setting,
  change,
  advice,
]);

export const ENTRY_KINDS: ReadonlySet<string> = new Set<Entry['kind']>([
  'answer',
  'acceptance',
  'setting',
  'change',
  'advice',
]);
