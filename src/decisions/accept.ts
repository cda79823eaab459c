import type { AcceptanceReason, Finding } from '../model/finding';
import { redact } from '../model/redact';
import { judgedDigest, LONGEST_ACCEPTED, LONGEST_NOTE } from './acceptance';
import type { AcceptanceEntry } from './decisions';

const DAY = 24 * 60 * 60_000;
/** For how many days a finding is accepted where nobody says, and at the most. Ours. */
export const ACCEPTED_DAYS = 180;
export const MOST_ACCEPTED_DAYS = LONGEST_ACCEPTED / DAY;

/** What an admin says of a Fail. */
export interface AcceptanceGiven {
  readonly reason: AcceptanceReason;
  readonly note: string;
  /** Milliseconds since the epoch; {@link ACCEPTED_DAYS} days from now where it is left out, never more than a year. */
  readonly until?: number;
  readonly at: number;
  readonly by?: string;
}

/** The entry by which a Fail is accepted. */
export function acceptanceOf(finding: Finding, { reason, note, until, at, by }: AcceptanceGiven): AcceptanceEntry {
  return {
    kind: 'acceptance',
    subject: finding.subject,
    check: finding.check,
    judged: judgedDigest(finding),
    severity: finding.severity,
    reason,
    note: redact(note.trim()).slice(0, LONGEST_NOTE),
    at,
    until: Math.min(until ?? at + ACCEPTED_DAYS * DAY, at + LONGEST_ACCEPTED),
    ...(by !== undefined && { by }),
  };
}
