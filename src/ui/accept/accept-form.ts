import { LONGEST_NOTE } from '../../decisions/acceptance';
import type { AcceptanceReason } from '../../model/finding';
import { dayProblem, type DayProblem } from './until';

/** What an admin gave so far. */
export interface Given {
  readonly reason: AcceptanceReason | '';
  readonly note: string;
  /** As in `2027-03-31`. */
  readonly day: string;
  /** How many findings are chosen. */
  readonly chosen: number;
}

export interface Problems {
  readonly chosen?: 'none';
  readonly reason?: 'missing';
  readonly note?: 'too-long';
  readonly day?: DayProblem;
}

/** What is in the way of accepting. */
export function problemsOf({ reason, note, day, chosen }: Given, now: number): Problems {
  const ofDay = dayProblem(day, now);
  return {
    ...(chosen === 0 && { chosen: 'none' }),
    ...(reason === '' && { reason: 'missing' }),
    ...(note.trim().length > LONGEST_NOTE && { note: 'too-long' }),
    ...(ofDay && { day: ofDay }),
  };
}
