import { getResponse } from 'msw';

import { JAR } from '../../build/plugin';
import { scenarioById } from '../../src/demo/scenarios';
import { createVirtualJira, type VirtualJira } from '../../src/demo/virtual-jira';
import { startJiraHost } from '../support/jira-host';

export const CONTEXT_PATH = '/jira';

/** The jar's page before the virtual Jira of the scenario "Typical". */
export interface Stand {
  readonly url: string;
  readonly jira: VirtualJira;
  close(): Promise<void>;
}

/** The clock of that Jira stands, so that every reading gives the same. */
export async function startStand(): Promise<Stand> {
  const started = Date.now();
  const jira = createVirtualJira(scenarioById('typical'), { base: `*${CONTEXT_PATH}`, now: () => started });
  const host = await startJiraHost({
    jar: JAR,
    contextPath: CONTEXT_PATH,
    rest: (request) => getResponse(jira.handlers, request),
  });
  return { url: host.url, jira, close: () => host.close() };
}
