import type { KeptCheck } from '../../last-check/kept-check';

const HOUR = 3_600_000;

/** Of more repositories Jira's answer is so long that nobody asks for it unasked. */
export const MOST_REPOSITORIES = 5_000;

/** The last time that a check in the background was begun, however it ended. */
export interface Attempt {
  /** By the browser's clock, milliseconds since the epoch. */
  readonly at: number;
  /** It was given up because there are more repositories than {@link MOST_REPOSITORIES}. */
  readonly isTooMuch: boolean;
}

const TOO_MUCH = 'too-much';
const attemptKey = (base: string) => `git-integration-checkup background check ${base}`;

/**
 * Undefined where there was none. Throws where the browser forbids its storage.
 *
 * @param base context path or address of the Jira
 */
export function lastAttempt(base: string): Attempt | undefined {
  const [at = '', end] = (localStorage.getItem(attemptKey(base)) ?? '').split(' ');
  return Number(at) > 0 ? { at: Number(at), isTooMuch: end === TOO_MUCH } : undefined;
}

/** Throws where the browser does not keep it: who cannot remember an attempt must not make one. */
export function noteAttempt(base: string, { at, isTooMuch }: Attempt): void {
  localStorage.setItem(attemptKey(base), isTooMuch ? `${at} ${TOO_MUCH}` : String(at));
}

/**
 * Whether to check in the background: at most once an hour, never more than {@link MOST_REPOSITORIES}, and not where
 * admins do not want it. What turned out to be too much is not tried again until the panel itself has checked. A time in
 * the future is of a clock that was set back, and counts as one in the past.
 *
 * @param check the last check, the panel's or one in the background; undefined where there was none
 * @param now by the browser's clock, milliseconds since the epoch
 */
export function isDue(check: KeptCheck | undefined, attempt: Attempt | undefined, now: number): boolean {
  if (check && (check.badges !== 'on' || (check.repositories ?? 0) > MOST_REPOSITORIES)) return false;
  if (attempt?.isTooMuch && (check?.at ?? 0) <= attempt.at) return false;
  return [check, attempt].every((one) => one === undefined || Math.abs(now - one.at) >= HOUR);
}
