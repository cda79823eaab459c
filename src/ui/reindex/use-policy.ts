import { useCallback, useState } from 'react';

import type { ReindexPolicy } from '../../reindex';
import { changedPolicy, POLICY_NAMES, shownPolicy } from './policy-fields';

/** The numbers that were changed, from the browser's storage, where the form would take them; none where it has none. */
function storedPolicy(key: string): Partial<ReindexPolicy> {
  try {
    const stored = JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, unknown>;
    const numbers = POLICY_NAMES.filter((name) => typeof stored[name] === 'number').map((name) => [name, stored[name]]);
    return changedPolicy(shownPolicy(Object.fromEntries(numbers) as Partial<ReindexPolicy>));
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
