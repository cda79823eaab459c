import type { ConfirmableSetting } from '../model/confirmation';

/** What an admin said of a setting that GIJ's REST API does not show. */
export interface AnswerEntry {
  readonly kind: 'answer';
  readonly setting: ConfirmableSetting;
  readonly value: 'on' | 'off' | 'unknown';
  /** Milliseconds since the epoch, by the browser's clock. */
  readonly at: number;
  /** Display name of the admin; absent where Jira did not tell it. */
  readonly by?: string;
  /** Version of GIJ that was installed; absent where it could not be read. */
  readonly gijVersion?: string;
}

export type Entry = AnswerEntry;

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

/** The decisions with one more answer, in the place of an earlier one. */
export function withAnswer(decisions: Decisions, answer: Omit<AnswerEntry, 'kind'>): Decisions {
  const entry: AnswerEntry = { kind: 'answer', ...answer };
  return {
    ...decisions,
    revision: decisions.revision + 1,
    entries: { ...decisions.entries, [answerKey(answer.setting)]: entry },
  };
}
