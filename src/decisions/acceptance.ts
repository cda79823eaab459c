import type { Acceptance, Finding } from '../model/finding';
import type { Message, MessageArgument } from '../model/message';
import { SEVERITY_ORDER } from '../model/verdict';
import type { AcceptanceEntry } from './decisions';

/** Characters. */
export const LONGEST_NOTE = 500;

/** For how long a finding is accepted at the most: a year, in milliseconds. Ours. */
export const LONGEST_ACCEPTED = 365 * 24 * 60 * 60_000;

/**
 * Where an acceptance stands: `expired` by its date, `changed` where another value is judged now, `weightier` where the
 * Fail weighs more than the one that was accepted, `gone` where it does not fail any more, and `unread` where nobody can
 * say. Only one that `holds` makes a Fail Accepted.
 */
export const ACCEPTANCE_STATES = ['holds', 'expired', 'changed', 'weightier', 'gone', 'unread'] as const;

export type AcceptanceState = (typeof ACCEPTANCE_STATES)[number];

/** What nobody sets: it is different at each look. */
const MEASURED: ReadonlySet<string> = new Set(['roundMinutes', 'atLeastMinutes']);

/** The words of a text, without durations, which go on. */
function wordsOf(argument: MessageArgument): unknown {
  if (typeof argument !== 'object') return argument;
  if ('list' in argument) return argument.list.map(wordsOf);
  if ('key' in argument) return wordsOfMessage(argument);
  return 'date' in argument ? argument.date : '';
}

function wordsOfMessage({ key, args = [] }: Message): unknown {
  return [key, args.map(wordsOf)];
}

/** 53 bits of a text (cyrb53, public domain), which nobody can read the text from. */
function digest(text: string): string {
  let [low, high] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 2_654_435_761);
    high = Math.imul(high ^ code, 1_597_334_677);
  }
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  return (4_294_967_296 * (2_097_151 & high) + (low >>> 0)).toString(36);
}

/**
 * What a Fail was judged on, as a short text: the same for the same values, and another one where a value changed, or can be
 * read or not be read other than before. Where something was measured, such as a round of indexing, the settings alone
 * count: the measurement and the words on it are different at each look.
 */
export function judgedDigest({ found, reason, title }: Finding): string {
  const settings = found.filter(({ field }) => !MEASURED.has(field));
  const values = settings.map((reading) => [
    reading.field,
    reading.kind,
    reading.kind === 'known' ? reading.value : reading.kind === 'unreadable' ? reading.raw : '',
  ]);
  const isMeasured = settings.length < found.length;
  const words = isMeasured ? [] : [reason, title].map((text) => text && wordsOfMessage(text));
  return digest(JSON.stringify([values, words]));
}

/**
 * Where an acceptance stands beside what the check says now.
 *
 * @param finding undefined where its subject is gone
 * @param now milliseconds since the epoch, by the browser's clock
 */
export function acceptanceState(entry: AcceptanceEntry, finding: Finding | undefined, now: number): AcceptanceState {
  if (finding?.verdict === 'unknown' || finding?.verdict === 'error') return 'unread';
  if (finding?.verdict !== 'fail') return 'gone';
  if (now >= entry.until) return 'expired';
  if (judgedDigest(finding) !== entry.judged) return 'changed';
  return SEVERITY_ORDER[finding.severity] < SEVERITY_ORDER[entry.severity] ? 'weightier' : 'holds';
}

/** The Fail as an accepted one: what is meant to be so is not offered to be fixed. */
export function acceptedFinding(finding: Finding, { reason, note, at, until, by }: AcceptanceEntry): Finding {
  const acceptance: Acceptance = { reason, note, at, until, ...(by !== undefined && { by }) };
  const accepted: { -readonly [Name in keyof Finding]: Finding[Name] } = {
    ...finding,
    verdict: 'accepted',
    acceptance,
  };
  delete accepted.fix;
  return accepted;
}
