import { CALIBRATION, DEFAULT_POLICY, type ReindexPolicy } from '../../../reindex/policy';

export type PolicyName = keyof ReindexPolicy;
export type PolicyUnit = 'percent' | 'minutes' | 'rounds' | 'days';
export type PolicyProblem = 'number' | 'percent' | 'positive' | 'whole' | 'too-large';

/** The numbers in the order and the groups of the form. */
export const POLICY_GROUPS = {
  interval: ['quantile', 'marginMinutes', 'marginShare', 'floorMinutes'],
  rounds: ['historyDays', 'highRounds'],
} as const satisfies Record<string, readonly PolicyName[]>;

export const POLICY_GROUP_NAMES = Object.keys(POLICY_GROUPS) as (keyof typeof POLICY_GROUPS)[];
export const POLICY_NAMES: readonly PolicyName[] = POLICY_GROUP_NAMES.flatMap(
  (group): readonly PolicyName[] => POLICY_GROUPS[group],
);

/** Intervals, because Jira takes no others, and counts. */
const WHOLE: ReadonlySet<PolicyName> = new Set(['floorMinutes', 'highRounds']);
const MAY_BE_ZERO: ReadonlySet<PolicyName> = new Set(['marginMinutes', 'marginShare']);

export function unitOf(name: PolicyName): PolicyUnit {
  if (name === 'quantile' || name.endsWith('Share')) return 'percent';
  if (name === 'highRounds') return 'rounds';
  return name === 'historyDays' ? 'days' : 'minutes';
}

/** A number as the form shows it: shares as a percentage, without the dust of binary fractions. */
export function shownNumber(name: PolicyName, value: number): number {
  return unitOf(name) === 'percent' ? Number((value * 100).toPrecision(12)) : value;
}

/** The number that was typed, or `undefined`. A comma is a decimal point too. */
function typedNumber(text: string): number | undefined {
  const plain = text.trim().replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

export function policyProblem(name: PolicyName, text: string | undefined): PolicyProblem | undefined {
  const value = typedNumber(text ?? '');
  if (value === undefined) return 'number';
  if (unitOf(name) === 'percent' && (value < 0 || value > 100)) return 'percent';
  if (value < 0 || (value === 0 && !MAY_BE_ZERO.has(name))) return 'positive';
  if (WHOLE.has(name) && !Number.isInteger(value)) return 'whole';
  return value > CALIBRATION.ceilingMinutes ? 'too-large' : undefined;
}

export type PolicyTexts = Record<PolicyName, string>;

export function shownPolicy(policy: Partial<ReindexPolicy>): PolicyTexts {
  const texts = POLICY_NAMES.map((name) => [name, String(shownNumber(name, policy[name] ?? DEFAULT_POLICY[name]))]);
  return Object.fromEntries(texts) as PolicyTexts;
}

/** Only the numbers that are not the default. A text with a problem is left out. */
export function changedPolicy(texts: Partial<PolicyTexts>): Partial<ReindexPolicy> {
  const changes = POLICY_NAMES.flatMap((name) => {
    const text = texts[name];
    const typed = typedNumber(text ?? '');
    if (typed === undefined || policyProblem(name, text) !== undefined) return [];
    const isDefault = typed === shownNumber(name, DEFAULT_POLICY[name]);
    return isDefault
      ? []
      : [[name, unitOf(name) === 'percent' ? Number((typed / 100).toPrecision(12)) : typed] as const];
  });
  return Object.fromEntries(changes);
}
