import { useState } from 'react';

import type { JiraClient, Wait } from '../../sources/jira-client';
import type { ConnectClient } from '../state/checkup';

/** A client of its own, whose pauses are told where it is used. */
export function useClient(connect: ConnectClient): { readonly client: JiraClient; readonly waits: readonly Wait[] } {
  const [waits, setWaits] = useState<readonly Wait[]>([]);
  const [client] = useState(() => connect({ onWait: (wait) => setWaits([wait]), onWaited: () => setWaits([]) }));
  return { client, waits };
}
