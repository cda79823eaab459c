import type { Texts } from '../../i18n/texts';
import type { Finding } from '../../model/finding';
import type { Message, MessageArgument } from '../../model/message';
import { titleOf } from './checklist-texts';

/** Writes a time, in milliseconds since the epoch. */
export type WriteTime = (time: number) => string;

/** ISO 8601 in UTC, for machines. */
export function isoTime(time: number): string {
  return new Date(time).toISOString();
}

/** For people who read it elsewhere, on another day: with day and zone. */
export function inFull(t: Texts): WriteTime {
  return (time) => t.moment(time);
}

function timed(argument: MessageArgument, write: WriteTime): MessageArgument {
  if (typeof argument !== 'object') return argument;
  if ('date' in argument) return write(argument.date);
  if ('list' in argument) return { list: argument.list.map((one) => timed(one, write)) };
  return 'key' in argument ? withTimes(argument, write) : argument;
}

/** On the page, a time of today is just that; what is read elsewhere, on another day, says all of it. */
export function withTimes({ args, ...others }: Message, write: WriteTime): Message {
  return { ...others, ...(args && { args: args.map((argument) => timed(argument, write)) }) };
}

/** What is particular to a verdict: why it failed, does not apply or could not be judged. */
export function reasonText({ reason }: Finding, write: WriteTime, t: Texts): string | undefined {
  return reason && t(withTimes(reason, write));
}

/** What a finding says, and what is particular to it: `Not indexed for a long time – Last indexed 3 days ago.` */
export function sentenceOf(finding: Finding, t: Texts): string {
  const [title, reason] = [titleOf(finding, t), reasonText(finding, inFull(t), t)];
  return reason === undefined ? title : `${title} – ${reason}`;
}
