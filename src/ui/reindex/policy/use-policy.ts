import { useCallback, useState } from 'react';

import type { ReindexPolicy } from '../../../reindex/policy';
import { changedPolicy, POLICY_NAMES, policyProblem, shownNumber, shownPolicy, type PolicyName } from './policy-fields';

/**
 * Why numbers that an admin set do not count, or not for long: some of those that the browser kept are no possible
 * values, none of them could be read, or the browser did not keep the new ones.
 */
export type PolicyTrouble =
  { readonly kind: 'spoilt'; readonly names: readonly PolicyName[] } | { readonly kind: 'unreadable' | 'unwritten' };

interface KnownPolicy {
  /** Only the numbers that are not the default. */
  readonly policy: Partial<ReindexPolicy>;
  readonly trouble: PolicyTrouble | undefined;
}

/** None where the browser forbids its storage: then it keeps none either. */
function storedText(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
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

/**
 * The numbers of the calculation that an admin changed, kept in this browser.
 *
 * @param base context path or address of the Jira
 */
export function usePolicy(base: string) {
  const key = `git-integration-checkup policy ${base}`;
  const [known, setKnown] = useState(() => policyFrom(storedText(key) ?? '{}'));

  const setPolicy = useCallback(
    (policy: Partial<ReindexPolicy>) => {
      try {
        localStorage.setItem(key, JSON.stringify(policy));
        setKnown({ policy, trouble: undefined });
      } catch {
        setKnown({ policy, trouble: { kind: 'unwritten' } });
      }
    },
    [key],
  );
  return { ...known, setPolicy };
}
