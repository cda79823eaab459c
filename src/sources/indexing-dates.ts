import { isMoment } from '../model/limits';
import { valueOf } from '../model/reading';
import type { WatchObservation } from '../model/reindex';
import { listRows, sortRows } from './envelope';
import { date, flag, readField } from './field';
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
export async function loadIndexingDates(client: JiraClient, signal: AbortSignal, now: () => number = Date.now): Promise<Look> {
  const asked = now();
  const answer = await client.get('/rest/gitplugin/1.0/repository', { source: 'repositories', signal, timeout: 60_000 });
  const { stamp } = answer;
  const { rows, atLeast } = listRows(answer, ['repositories', 'repository', 'integrations']);
  const dates: number[] = [];
  for (const [row] of sortRows(rows, 'repository').byId.values()) {
    if (valueOf(readField(row, 'disabled', flag, stamp)) === true) continue;
    const indexed = valueOf(readField(row, 'lastIndexedDate', date, stamp));
    if (indexed !== undefined && isMoment(indexed)) dates.push(indexed);
  }
  const at = now();
  // The browser's clock may be set back meanwhile.
  return { observation: { at, dates, requestMinutes: Math.max(0, at - asked) / 60_000 }, atLeast };
}
