import { CALIBRATION } from '../../../src/reindex/policy';
import type { Truth } from './truth';

/** What the advisor said of the interval that is set. */
export interface Said {
  readonly kind: 'suggestion' | 'at-least';
  readonly verdict: string;
  /** The lower bound of the round, of `at-least`. */
  readonly bound?: number | undefined;
}

export interface Known {
  /** Minutes that are set, where the evidence says so. */
  readonly current?: number | undefined;
  /** The instance has webhooks, and the share of webhook runs in what was shown. */
  readonly webhooks: boolean;
  readonly webhookShare: number;
  /** See `showsRound`. */
  readonly showsRound: boolean;
}

/** Near a border two verdicts are right: within this share of it, and near the ideal within a minute. */
const NEAR = 0.05;
const NEAR_MINUTES = 1;

/** One webhook run in so many says that webhooks are in use; from half to twice as many both may be said. */
const WEBHOOK_SHARE = 1 / 500;

/**
 * Whether a verdict is right, by the true round. With m and p the true median and p95, i the ideal:
 * - too short below p (and up to 5 % above it); from m on (less 5 %) up to i *tight* is right as well;
 * - good from i on (less 5 % or a minute) up to twice i, or up to a day with webhooks;
 * - longer than needed above that; with so few webhook runs shown that nobody can tell, from twice i on both are right.
 *
 * `at-least` may say too short below p, *not proven* where no round was shown and the interval is not under its
 * own bound. That the interval is unknown is right where it was not given.
 */
export function isRight({ kind, verdict, bound = 0 }: Said, known: Known, truth: Truth): boolean {
  const { current } = known;
  if (current === undefined) return verdict === 'current-unknown';
  if (kind === 'at-least' && verdict === 'not-proven') return !known.showsRound && current >= bound;
  if (kind === 'at-least') return verdict === 'too-short' && current < truth.p95;
  return rightVerdicts(current, known, truth).includes(verdict);
}

function rightVerdicts(current: number, { webhooks, webhookShare }: Known, { median, p95, ideal }: Truth): string[] {
  const near = (border: number) => Math.max(NEAR_MINUTES, NEAR * border);
  const twice = ideal * CALIBRATION.longerThanNeededFactor;
  const mayLackWebhooks = !webhooks || webhookShare < 2 * WEBHOOK_SHARE;
  const longest =
    webhooks && webhookShare > WEBHOOK_SHARE / 2 ? Math.max(twice, CALIBRATION.webhookIntervalMinutes) : twice;
  const longer = mayLackWebhooks ? twice : Math.max(twice, CALIBRATION.webhookIntervalMinutes);
  return [
    current < p95 * (1 + NEAR) && 'too-short',
    current >= median * (1 - NEAR) && current < ideal + near(ideal) && 'tight',
    current >= ideal - near(ideal) && current <= longest + near(longest) && 'good',
    current >= longer - near(longer) && 'longer-than-needed',
  ].filter((verdict) => verdict !== false);
}
