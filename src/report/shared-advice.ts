import type { AdviceEntry } from '../decisions/decisions';
import { message, type Message } from '../model/message';
import { known, type Reading, type Stamp } from '../model/reading';
import type { ReindexStatus } from '../model/reindex';
import type { CurrentSchedule } from '../model/schedule';
import { currentMinutes, judgeCurrent } from '../reindex/advice/judge';
import { completePolicy, DAY, type ReindexPolicy } from '../reindex/policy';
import type { ReindexFacts } from './reindex-status';

/** What is known where an advice that admins share may count. */
export interface SharedKnown {
  readonly entry: AdviceEntry | undefined;
  /** The newest evidence of this browser, milliseconds since the epoch; undefined where it has none. */
  readonly evidenceAt: number | undefined;
  /** How the reindex job is scheduled now; undefined where nobody knows. */
  readonly schedule: CurrentSchedule | undefined;
  readonly policy: Partial<ReindexPolicy>;
  /** Milliseconds since the epoch, by the browser's clock. */
  readonly now: number;
}

type Said = Exclude<ReindexStatus, { kind: 'not-enough-history' }>;

/** What a round takes, or takes at least, in minutes; 0 where that is not known. */
function roundOf(status: Said): number {
  if (status.kind === 'at-least') return status.atLeast;
  return status.round.kind === 'known' ? status.round.value : 0;
}

/** The verdict on another schedule than the one that was judged. Whether webhooks do all nobody says, so that long is no fault. */
function judgedAnew(status: Said, schedule: CurrentSchedule, { policy, now }: SharedKnown): Said {
  const minutes = currentMinutes(schedule, now);
  const needed = { round: roundOf(status), suggestion: status.suggested, webhooks: true };
  const verdict = judgeCurrent(minutes, needed, completePolicy(policy));
  const value = minutes.minutes ?? minutes.off;
  const { field, stamp } = status.current;
  const current: Reading<number> = value === undefined ? { kind: 'absent', field, stamp } : known(field, value, stamp);
  if (status.kind === 'advised') return { ...status, verdict, current };
  const isSaid = verdict === 'too-short' || verdict === 'off' || verdict === 'current-unknown';
  return { ...status, verdict: isSaid ? verdict : 'not-proven', current };
}

/** The status with who gave what it rests on, and when. */
function signed(status: Said, { at, by }: AdviceEntry): Said {
  const stamp: Stamp = { source: 'admin', request: '', readAt: at, ...(by !== undefined && { by }) };
  const current = { ...status.current, stamp };
  return status.kind === 'advised'
    ? { ...status, round: { ...status.round, stamp }, current }
    : { ...status, bound: { ...status.bound, stamp }, current };
}

/**
 * The facts by which every admin is judged alike: what another one's evidence came to counts where this browser has none, or
 * older one. Not where it is older than any evidence that counts, and not where a round is known to take longer.
 *
 * Example: Ada pasted the queue yesterday: 5 minutes are too short. Grace, who gave nothing, is told so too, and by whom; once
 * 22 minutes are set, both are told that they fit.
 */
export function withSharedAdvice(own: ReindexFacts, shared: SharedKnown): ReindexFacts {
  const { entry, evidenceAt = -Infinity, schedule, policy, now } = shared;
  if (!entry || entry.status.kind === 'not-enough-history' || evidenceAt >= entry.at) return own;
  if (now - entry.at > completePolicy(policy).historyDays * DAY) return own;
  const status = signed(entry.status, entry);
  if (own.reindex.kind === 'at-least' && own.reindex.atLeast > roundOf(status)) return own;
  const isOther = schedule !== undefined && JSON.stringify(schedule) !== JSON.stringify(entry.schedule);
  return { ...own, reindex: isOther ? judgedAnew(status, schedule, shared) : status };
}

/** What the head of the page says of the reindex interval; undefined while there is too little to say. */
export function headlineOf(status: ReindexStatus): Message | undefined {
  if (status.kind === 'not-enough-history') return undefined;
  const { verdict, suggested } = status;
  if (status.kind === 'at-least')
    return verdict === 'too-short' ? message('reindex.head.at-least', suggested) : undefined;
  // What rests on little fits so far: the head of the page is silent on it.
  if (verdict === 'good') return status.isSure ? message('reindex.head.good') : undefined;
  const isOptional = verdict === 'longer-than-needed' || verdict === 'off';
  return message(isOptional ? 'reindex.head.could' : 'reindex.head.change', suggested);
}
