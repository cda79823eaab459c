import { getResponse } from 'msw';

import type { Io } from '../../src/command-line/io';
import { scenarioById } from '../../src/demo/scenarios';
import { createVirtualJira, type VirtualJira } from '../../src/demo/virtual-jira';

/** Address of the virtual Jira below. */
export const VIRTUAL_URL = 'http://localhost/jira';

/** What answers the requests of the command line in place of a network: the virtual Jira of a scenario, without its delays. */
export function virtualSend(
  id: string,
  now: number,
): { readonly jira: VirtualJira; readonly send: Io['send']; readonly asked: readonly string[] } {
  const jira = createVirtualJira({ ...scenarioById(id), delay: 0 }, { base: VIRTUAL_URL, now: () => now });
  const asked: string[] = [];
  return {
    jira,
    asked,
    async send(url, { method = 'GET', headers = {} }) {
      asked.push(url);
      const answer = await getResponse(jira.handlers, new Request(url, { method, headers }));
      if (!answer) throw new TypeError(`nobody answers ${url}`);
      return answer;
    },
  };
}
