import type { Looked } from '../model/reindex';
import { listRows, sortRows } from './envelope';
import { date, flag } from './field';
import type { JiraClient } from './jira-client';
import { SourceError } from './source-error';

/**
 * When each enabled repository was last indexed, and nothing else of them. Those never indexed, and those without a
 * readable date, are left out.
 */
export async function loadIndexingDates(
  client: JiraClient,
  signal: AbortSignal,
  now: () => number = Date.now,
): Promise<Extract<Looked, { readonly kind: 'seen' | 'cut' }>> {
  const asked = now();
  const answer = await client.get('/rest/gitplugin/1.0/repository', {
    source: 'repositories',
    signal,
    timeout: 60_000,
  });
  const { rows, atLeast } = listRows(answer, ['repositories', 'repository', 'integrations']);
  const dates: number[] = [];
  for (const row of sortRows(rows, 'repository').rows) {
    const indexed = flag(row['disabled']) === true ? undefined : date(row['lastIndexedDate']);
    if (indexed !== undefined) dates.push(indexed);
  }
  const at = now();
  // The browser's clock may be set back meanwhile.
  const observation = { at, dates, requestMinutes: Math.max(0, at - asked) / 60_000 };
  return { kind: atLeast ? 'cut' : 'seen', observation };
}

/** The same, where a failure is a value: the next look may go better. Rejects with an aborted signal's reason. */
export async function lookAtDates(
  client: JiraClient,
  signal: AbortSignal,
  now: () => number = Date.now,
): Promise<Looked> {
  try {
    return await loadIndexingDates(client, signal, now);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return { kind: 'failed', failure: error.failure };
  }
}
