import type { ReindexPolicy } from '../../../reindex/policy';
import { changedPolicy, POLICY_NAMES, policyProblem, shownNumber, shownPolicy, type PolicyName } from './policy-fields';

/**
 * Why numbers that an admin set do not count, or not for long: some of those that the browser kept are no possible
 * values, none of them could be read, or the browser did not keep the new ones.
 */
export type PolicyTrouble =
  { readonly kind: 'spoilt'; readonly names: readonly PolicyName[] } | { readonly kind: 'unreadable' | 'unwritten' };

/** The numbers of the calculation that an admin changed. */
export interface KnownPolicy {
  /** Only the numbers that are not the default. */
  readonly policy: Partial<ReindexPolicy>;
  readonly trouble: PolicyTrouble | undefined;
}

/** Those of the kept numbers count that the form would take. */
function policyFrom(text: string): KnownPolicy {
  let stored: unknown;
  try {
    stored = JSON.parse(text);
  } catch {
    stored = undefined;
  }
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored))
    return { policy: {}, trouble: { kind: 'unreadable' } };
  const values = stored as Readonly<Record<string, unknown>>;
  const isPossible = (name: PolicyName, value: unknown): value is number =>
    typeof value === 'number' && policyProblem(name, String(shownNumber(name, value))) === undefined;
  const kept = POLICY_NAMES.filter((name) => values[name] !== undefined);
  const names = kept.filter((name) => !isPossible(name, values[name]));
  const numbers = Object.fromEntries(
    kept.flatMap((name) => (isPossible(name, values[name]) ? [[name, values[name]]] : [])),
  );
  return {
    policy: changedPolicy(shownPolicy(numbers)),
    trouble: names.length > 0 ? { kind: 'spoilt', names } : undefined,
  };
}

const keyOf = (base: string) => `git-integration-checkup policy ${base}`;

/** @param base context path or address of the Jira */
export function keptPolicy(base: string): KnownPolicy {
  let text: string | null = null;
  try {
    text = localStorage.getItem(keyOf(base));
  } catch {
    // A browser that forbids its storage keeps none.
  }
  return policyFrom(text ?? '{}');
}

/** Keeps the numbers in this browser; the answer says where it would not. */
export function keepPolicy(base: string, policy: Partial<ReindexPolicy>): KnownPolicy {
  try {
    localStorage.setItem(keyOf(base), JSON.stringify(policy));
    return { policy, trouble: undefined };
  } catch {
    return { policy, trouble: { kind: 'unwritten' } };
  }
}
