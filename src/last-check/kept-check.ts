import type { BadgesSetting } from '../decisions/settings';
import type { Health } from '../report/health';

/** What the last check found of one integration. */
export interface KeptSubject {
  /** Id of the integration. */
  readonly id: string;
  /** Display name; absent where it is blank or could not be read. */
  readonly name?: string;
  readonly health: Health;
  /** Ids of the failing checks, worst first; advice is not among them. */
  readonly fails: readonly string[];
  /** Ids of the checks that apply and could not be judged. */
  readonly unread: readonly string[];
}

/** The last check of all integrations, for pages that show no more than its result. JSON. */
export interface KeptCheck {
  readonly version: 1;
  /** When the list of integrations was read: by the browser's clock, milliseconds since the epoch. */
  readonly at: number;
  /** How many repositories there are, at least; absent where that could not be read. */
  readonly repositories?: number;
  readonly badges: BadgesSetting;
  /** Worst first. Single repositories are not among them. */
  readonly subjects: readonly KeptSubject[];
}

/** @param base context path or address of the Jira: two of them in one browser do not mix */
export function keptCheckKey(base: string): string {
  return `git-integration-checkup last-check ${base}`;
}

/** What the window of this page hears after each writing; other tabs hear the browser's `storage`. */
export const LAST_CHECK_EVENT = 'git-integration-checkup-last-check';

/** Keeps a check in the place of the one before, where it is another one; a browser that forbids its storage keeps none. */
export function writeKeptCheck(base: string, check: KeptCheck): void {
  const text = JSON.stringify(check);
  try {
    if (localStorage.getItem(keptCheckKey(base)) === text) return;
    localStorage.setItem(keptCheckKey(base), text);
  } catch {
    return;
  }
  window.dispatchEvent(new Event(LAST_CHECK_EVENT));
}
