import { redact } from '../model/redact';
import type { RequestId, Stamp } from '../model/reading';
import type { CurrentSchedule } from '../model/schedule';
import { parseSchedule } from '../schedule/parse-schedule';
import type { JiraClient } from './jira-client';
import { SourceError } from './source-error';

const PATH = '/secure/admin/SchedulerAdmin.jspa';
/** GIJ's job that puts a task for each repository into the queue. */
const JOB = 'com.bigbrassband.jira.git.jiraservices.jobs.RevisionIndexJob';
const LONGEST_SHOWN = 100;

export interface ScheduleReading {
  /** Undefined where the page tells of no such job, or of its schedule in words that are not understood. */
  readonly current: CurrentSchedule | undefined;
  /** The words of the schedule that were not understood, shortened and without a credential. */
  readonly notUnderstood: string | undefined;
  readonly stamp: Stamp<RequestId>;
}

function parsePage(page: string): Document {
  return new DOMParser().parseFromString(page, 'text/html');
}

function textOf(element: Element | undefined): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** The rows of the page come in pairs: the runner, and below it the details of its job, under the same number. */
function scheduleText(page: Document): string | undefined {
  const keys = [...page.querySelectorAll('table.runners .runner-key')];
  const key =
    keys.find((cell) => cell.getAttribute('data-runner-key') === JOB) ?? keys.find((cell) => textOf(cell) === JOB);
  const runner = key?.closest('tr');
  const id = runner?.getAttribute('data-runner-id');
  if (id === null || id === undefined) return undefined;
  const details = [...page.querySelectorAll('table.runners tr.job-details')].filter(
    (row) => row.getAttribute('data-runner-id') === id,
  );
  return textOf(details.flatMap((row) => [...row.querySelectorAll('dd.schedule')])[0]) || undefined;
}

/** A page that was cut off within the list of runners may lack the job. */
function isCutOff(page: string): boolean {
  return page.lastIndexOf('</table>') < page.lastIndexOf('runner-key');
}

/**
 * The schedule of the reindex job, from Jira's page "Scheduler details", which needs a system administrator and
 * WebSudo. Its duration is not used: the job ends once the tasks are in the queue, so it is the time to enqueue.
 * Any other page, and one that is cut off before the job, is `malformed`.
 */
export async function loadSchedule(client: JiraClient, signal: AbortSignal): Promise<ScheduleReading> {
  const holds = (page: string) => parsePage(page).querySelector('table.runners tr') !== null;
  const { page, stamp } = await client.getPage(PATH, { source: 'scheduler', signal, holds });
  const text = scheduleText(parsePage(page));
  if (text === undefined && isCutOff(page)) {
    throw new SourceError({ kind: 'malformed', source: 'scheduler', request: stamp.request, at: stamp.readAt });
  }
  // A bare number would not say of what.
  const current = text === undefined || /^\d+$/.test(text) ? undefined : parseSchedule(text, stamp.readAt);
  if (current && !('problem' in current)) return { current, notUnderstood: undefined, stamp };
  return {
    current: undefined,
    notUnderstood: text === undefined ? undefined : redact(text).slice(0, LONGEST_SHOWN),
    stamp,
  };
}
