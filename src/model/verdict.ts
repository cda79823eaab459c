import type { ConfirmableSetting } from './confirmation';
import { message, type Message } from './message';
import type { FactValue, Reading } from './reading';

/** No check says `accepted`: it is what the report makes of a Fail that an admin accepted. */
export type Verdict = 'pass' | 'fail' | 'accepted' | 'to-confirm' | 'not-applicable' | 'unknown' | 'error';

/** How much a Fail weighs. Advisory ones never lower the health of an integration. */
export type Severity = 'high' | 'medium' | 'low' | 'advisory';

/** The weightiest first. */
export const SEVERITY_ORDER: Readonly<Record<Severity, number>> = { high: 0, medium: 1, low: 2, advisory: 3 };

/** What a check says of one integration, or of the instance. */
export interface Judgement {
  readonly verdict: Verdict;
  /** The fields it was judged on. */
  readonly found: readonly Reading<FactValue>[];
  /** What it says in the place of the check’s own sentence, with what is particular to this verdict. */
  readonly title?: Message;
  /** What the fields should say. */
  readonly wanted?: Message;
  /** What is particular to this verdict: why it failed, does not apply or could not be judged. */
  readonly reason?: Message;
  /** What to know before the steps that fix it are followed. */
  readonly caution?: Message;
  /** Set where this verdict weighs less than the check does otherwise. */
  readonly severity?: Severity;
  /** The setting that only people can see and whose answer may undo this Fail. */
  readonly undoneBy?: ConfirmableSetting;
  /** Set where it is Unknown only until a source is read. */
  readonly pending?: true;
  /** Set where it is Unknown only until an admin gives what no answer holds. */
  readonly needsData?: true;
}

type Found = readonly Reading<FactValue>[];

export function pass(found: Found, reason?: Message, title?: Message): Judgement {
  return { verdict: 'pass', found, ...(reason && { reason }), ...(title && { title }) };
}

export function fail(
  found: Found,
  {
    caution,
    undoneBy,
    ...details
  }: {
    readonly wanted: Message;
    readonly title?: Message;
    readonly reason?: Message;
    readonly caution?: Message | undefined;
    readonly severity?: Severity;
    readonly undoneBy?: ConfirmableSetting | undefined;
  },
): Judgement {
  return { verdict: 'fail', found, ...details, ...(caution && { caution }), ...(undoneBy && { undoneBy }) };
}

export function toConfirm(found: Found, wanted: Message): Judgement {
  return { verdict: 'to-confirm', found, wanted };
}

export function notApplicable(reason: Message, found: Found = []): Judgement {
  return { verdict: 'not-applicable', found, reason };
}

export function unknown(reason: Message, found: Found = []): Judgement {
  return { verdict: 'unknown', found, reason };
}

/** Unknown until an admin gives what no answer of Jira’s holds. */
export function needsData(reason: Message, found: Found = []): Judgement {
  return { ...unknown(reason, found), needsData: true };
}

/** Unknown, because a field that decides was absent or not understood. */
export function unknownReading(reading: Reading<FactValue>): Judgement {
  const field = message(`field.${reading.field}`);
  if (reading.kind !== 'unreadable') return unknown(message('reason.absent', field), [reading]);
  const { failure, raw } = reading;
  const reason = failure
    ? message('reason.not-answered', field, message(`failure.${failure}.short`))
    : message('reason.unreadable', field, raw);
  return unknown(reason, [reading]);
}
