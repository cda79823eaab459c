import type { FieldChange, SettingValue } from '../model/change';
import type { ConfirmableSetting } from '../model/confirmation';
import type { Acceptance } from '../model/finding';
import { HIDDEN } from '../model/redact';
import type { ReindexStatus } from '../model/reindex';
import type { CurrentSchedule } from '../model/schedule';
import type { Severity } from '../model/verdict';

/** Who decided, and when. */
export interface Decided {
  /** Milliseconds since the epoch, by the browser's clock. */
  readonly at: number;
  /** Display name of the admin; absent where Jira did not tell it. */
  readonly by?: string;
}

/** What an admin said of a setting that GIJ's REST API does not show. */
export interface AnswerEntry extends Decided {
  readonly kind: 'answer';
  readonly setting: ConfirmableSetting;
  readonly value: 'on' | 'off' | 'unknown';
  /** Version of GIJ that was installed; absent where it could not be read. */
  readonly gijVersion?: string;
}

/** A Fail that an admin accepted for a while. */
export interface AcceptanceEntry extends Acceptance {
  readonly kind: 'acceptance';
  /** Key of the integration, or what else the finding is about. */
  readonly subject: string;
  /** Id of the check. */
  readonly check: string;
  /** What was judged, as a short digest: where that changes, the Fail comes back. */
  readonly judged: string;
  /** How much the Fail weighed: where it weighs more, it comes back. */
  readonly severity: Severity;
}

/** One thing that admins set of this app; without an entry the recommended value counts. */
export interface SettingEntry extends Decided {
  readonly kind: 'setting';
  /** Such as `check.display-name.off`, `limit.repositories` or `policy.quantile`. */
  readonly name: string;
  readonly value: boolean | number | string;
}

/** A change that was made to one integration, and read back. */
export interface ChangeEntry extends Decided {
  readonly kind: 'change';
  readonly id: string;
  /** Id of the integration. */
  readonly integration: string;
  /** Id of the check that it fixed; absent for an undo. */
  readonly check?: string;
  readonly fields: readonly FieldChange[];
  /** Changes of one run have the same. */
  readonly batch: string;
  /** Id of the change that this one took back. */
  readonly undoes?: string;
}

/** What the reindex advisor said last, and the schedule it judged. */
export interface AdviceEntry extends Decided {
  readonly kind: 'advice';
  readonly status: ReindexStatus;
  /** Absent where nobody knows what is set. */
  readonly schedule?: CurrentSchedule;
}

export type Entry = AnswerEntry | AcceptanceEntry | SettingEntry | ChangeEntry | AdviceEntry;

/** Everything that admins decided, one entry for each subject of a decision. JSON. */
export interface Decisions {
  /** Of the schema. */
  readonly version: 1;
  /** Grows with each change. */
  readonly revision: number;
  readonly entries: Readonly<Record<string, Entry>>;
}

export const NO_DECISIONS: Decisions = { version: 1, revision: 0, entries: {} };

export const answerKey = (setting: ConfirmableSetting): string => `answer:${setting}`;

export const acceptanceKey = (subject: string, check: string): string => `acceptance:${subject}:${check}`;

/** Where an entry stands in the document. */
export function keyOf(entry: Entry): string {
  switch (entry.kind) {
    case 'answer':
      return answerKey(entry.setting);
    case 'acceptance':
      return acceptanceKey(entry.subject, entry.check);
    case 'setting':
      return `setting:${entry.name}`;
    case 'change':
      return `change:${entry.id}`;
    case 'advice':
      return 'advice';
  }
}

const ADDRESS = /[a-z][a-z\d+.-]*:\/\/\S+/gi;

/**
 * A text without the addresses in it, which is nobody's business where decisions are shared: before it is named, an
 * integration has the address of its git host as its display name.
 *
 * Example: of `https://git.example.com/*` nothing is left.
 */
export function withoutAddress<Value extends SettingValue>(value: Value): Value | string {
  return typeof value === 'string' ? value.replace(ADDRESS, HIDDEN) : value;
}

/** What a change did, as it may be kept. */
export function keptFields(fields: readonly FieldChange[]): readonly FieldChange[] {
  return fields.map(({ field, before, after }) => ({
    field,
    before: withoutAddress(before),
    after: withoutAddress(after),
  }));
}

/** Changes that are remembered. */
const MOST_CHANGES = 200;

/** The entries without all but the last changes. */
export function lastChanges(entries: Decisions['entries']): Decisions['entries'] {
  const changes = Object.entries(entries).filter(([, { kind }]) => kind === 'change');
  const dropped = changes.sort(([, one], [, other]) => other.at - one.at).slice(MOST_CHANGES);
  if (dropped.length === 0) return entries;
  const keys = new Set(dropped.map(([key]) => key));
  return Object.fromEntries(Object.entries(entries).filter(([key]) => !keys.has(key)));
}

/** The decisions with more entries, in the place of earlier ones. */
export function withEntries(decisions: Decisions, entries: readonly Entry[]): Decisions {
  const added = Object.fromEntries(entries.map((entry) => [keyOf(entry), entry]));
  const all = lastChanges({ ...decisions.entries, ...added });
  return { ...decisions, revision: decisions.revision + 1, entries: all };
}

/** The decisions with one more answer, in the place of an earlier one. */
export function withAnswer(decisions: Decisions, answer: Omit<AnswerEntry, 'kind'>): Decisions {
  return withEntries(decisions, [{ kind: 'answer', ...answer }]);
}

/** The decisions without some of the entries. */
export function withoutEntries(decisions: Decisions, keys: readonly string[]): Decisions {
  const entries = Object.fromEntries(Object.entries(decisions.entries).filter(([key]) => !keys.includes(key)));
  return { ...decisions, revision: decisions.revision + 1, entries };
}

/** All entries of a kind. */
export function entriesOf<Kind extends Entry['kind']>(
  { entries }: Decisions,
  kind: Kind,
): readonly Extract<Entry, { kind: Kind }>[] {
  return Object.values(entries).filter((entry): entry is Extract<Entry, { kind: Kind }> => entry.kind === kind);
}
