import type { WatchObservation } from '../model/reindex';
import { listRows, sortRows } from './envelope';
import { date, flag } from './field';
import type { JiraClient } from './jira-client';

/** One look at the list of repositories. */
export interface Look {
  readonly observation: WatchObservation;
  /** The list may be cut, so that dates of the repositories that it lacks are missing. */
  readonly atLeast: boolean;
}

/**
 * When each enabled repository was last indexed, and nothing else of them. Those never indexed, and those without a
 * readable date, are left out.
 */
export async function loadIndexingDates(
  client: JiraClient,
  signal: AbortSignal,
  now: () => number = Date.now,
): Promise<Look> {
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
  return { observation: { at, dates, requestMinutes: Math.max(0, at - asked) / 60_000 }, atLeast };
}
