import { useCallback, useState } from 'react';

import type { ReindexPolicy } from '../../reindex';
import { POLICY_NAMES } from './policy-fields';

/** The numbers that were changed, from the browser's storage; none where it has none, or what is there is spoilt. */
function storedPolicy(key: string): Partial<ReindexPolicy> {
  try {
    const stored = JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, unknown>;
    return Object.fromEntries(POLICY_NAMES.filter((name) => typeof stored[name] === 'number').map((name) => [name, stored[name]]));
  } catch {
    return {};
  }
}

/**
 * The numbers of the calculation that an admin changed, kept in this browser.
 *
 * @param base context path or address of the Jira
 */
export function usePolicy(base: string) {
  const key = `git-integration-checkup policy ${base}`;
  const [policy, setPolicy] = useState(() => storedPolicy(key));

  const changePolicy = useCallback(
    (changed: Partial<ReindexPolicy>) => {
      setPolicy(changed);
      try {
        localStorage.setItem(key, JSON.stringify(changed));
      } catch {
        // They hold while the page is open.
      }
    },
    [key],
  );
  return [policy, changePolicy] as const;
}
