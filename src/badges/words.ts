import type { Texts } from '../i18n/texts';
import type { KeptSubject } from '../last-check/kept-check';
import type { Health } from '../report/health';

/** What a badge says. */
export interface BadgeWords {
  /** Its colour goes by that: a health, or none. */
  readonly tone: Health | 'old';
  /** What it shows. */
  readonly shown: string;
  /** Everything, a line each: the name with its health, what is wrong, and when it was judged. */
  readonly lines: readonly string[];
}

/** A health older than that is not shown: nobody knows whether it still holds. Milliseconds. */
export const LONGEST = 24 * 60 * 60_000;
/** A clock may have been set back a little; a check from later than that says nothing of its age. Milliseconds. */
const AHEAD = 5 * 60_000;

/** Whether what was judged then holds now. Both in milliseconds since the epoch. */
export function isCurrent(at: number, now: number): boolean {
  return now - at <= LONGEST && at - now <= AHEAD;
}

/** @param at when the integration was judged; like `now` in milliseconds since the epoch */
export function badgeWords(
  { id, name, health, fails, unread }: KeptSubject,
  at: number,
  now: number,
  t: Texts,
): BadgeWords {
  const called = name ?? t('badges.unnamed', id);
  if (!isCurrent(at, now)) {
    const shown = at > now ? t('badges.undated') : t('badges.judged', t.ago(at, now));
    return { tone: 'old', shown, lines: [t('badges.title', called, shown), t('badges.not-known')] };
  }
  const namesOf = (checks: readonly string[]) => ({ list: checks.map((check) => ({ key: `check.${check}.name` })) });
  const shown = t(`health.${health}`);
  return {
    tone: health,
    shown,
    lines: [
      t('badges.title', called, shown),
      ...(fails.length > 0 ? [t('badges.failing', namesOf(fails))] : []),
      ...(unread.length > 0 ? [t('badges.unread', namesOf(unread))] : []),
      t('badges.judged', t.ago(at, now)),
    ],
  };
}
