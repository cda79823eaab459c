import type { SetupServer } from 'msw/node';

import { scenarioById } from '../../src/demo/scenarios';
import { createVirtualJira, type VirtualJira } from '../../src/demo/virtual-jira';
import type { IntegrationSnapshot } from '../../src/sources/integration-snapshot';
import { readSnapshot } from '../../src/sources/integration-snapshot';
import { createJiraClient, type JiraClient } from '../../src/sources/jira-client';
import { createJiraWriter, type JiraWriter } from '../../src/sources/writer';
import { NOW } from './facts';

export const BASE = 'http://jira.test/jira';

export interface Writing {
  readonly jira: VirtualJira;
  readonly client: JiraClient;
  readonly writer: JiraWriter;
  readonly signal: AbortSignal;
  /** An integration as GIJ has it now; fails the test where there is none. */
  readonly snapshot: (id?: string) => Promise<IntegrationSnapshot>;
}

/** The virtual Jira of a scenario, with what reads it and what writes to it. */
export function startWriting(server: SetupServer, scenario = 'stubborn'): Writing {
  const jira = createVirtualJira(scenarioById(scenario), { base: BASE, now: () => NOW });
  server.use(...jira.handlers);
  jira.onWrite(() => undefined);
  const options = { contextPath: BASE, signedIn: true, now: () => NOW, sleep: () => Promise.resolve() };
  const client = createJiraClient(options);
  const { signal } = new AbortController();
  return {
    jira,
    client,
    writer: createJiraWriter(options),
    signal,
    async snapshot(id = '1') {
      const read = await readSnapshot(client, id, signal);
      if (!read) throw new Error(`no integration ${id}`);
      return read;
    },
  };
}
