import type { SetupServer } from 'msw/node';

import type { Scenario } from '../../src/demo/scenarios';
import { createVirtualJira } from '../../src/demo/virtual-jira';
import type { Gathered } from '../../src/model/gathered';
import { gather } from '../../src/sources/gather';
import { createJiraClient, type Wait } from '../../src/sources/jira-client';

const BASE = 'http://jira.test/jira';

/** Reads a scenario's virtual Jira through the real sources, at a fixed time and without waiting. */
export async function gatherScenario(
  scenario: Scenario,
  server: SetupServer,
  now: number,
): Promise<{ gathered: Gathered; waits: readonly Wait[] }> {
  server.use(...createVirtualJira({ ...scenario, delay: 0 }, { base: BASE, now: () => now }).handlers);
  const waits: Wait[] = [];
  const client = createJiraClient({
    contextPath: BASE,
    now: () => now,
    sleep: () => Promise.resolve(),
    onWait: (wait) => waits.push(wait),
  });
  return { gathered: await gather(client, { signal: new AbortController().signal }), waits };
}
