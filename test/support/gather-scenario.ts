import type { SetupServer } from 'msw/node';

import type { Scenario } from '../../src/demo/scenarios';
import { createVirtualJira } from '../../src/demo/virtual-jira';
import { SOURCE_IDS, type Gathered } from '../../src/model/gathered';
import { collectSource } from '../../src/sources/collect';
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
  const { signal } = new AbortController();
  const outcomes = await Promise.all(
    SOURCE_IDS.map(async (source) => [source, await collectSource(source, client, signal)] as const),
  );
  return { gathered: Object.fromEntries(outcomes) as unknown as Gathered, waits };
}
