import type { RequestId, Stamp } from '../model/reading';
import type { CurrentSchedule } from '../model/reindex';
import { parseSchedule } from '../reindex/schedule';
import type { JiraClient } from './jira-client';
import { SourceError } from './source-error';

const PATH = '/secure/admin/SchedulerAdmin.jspa';
/** GIJ's job that puts a task for each repository into the queue. */
const JOB = 'com.bigbrassband.jira.git.jiraservices.jobs.RevisionIndexJob';
const LONGEST_DETAIL = 100;

export interface ScheduleReading {
  readonly current: CurrentSchedule;
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
  const key = keys.find((cell) => cell.getAttribute('data-runner-key') === JOB) ?? keys.find((cell) => textOf(cell) === JOB);
  const runner = key?.closest('tr');
  const id = runner?.getAttribute('data-runner-id');
  if (id === null || id === undefined) return undefined;
  const details = [...page.querySelectorAll('table.runners tr.job-details')].filter((row) => row.getAttribute('data-runner-id') === id);
  return textOf(details.flatMap((row) => [...row.querySelectorAll('dd.schedule')])[0]) || undefined;
}

/**
 * The schedule of the reindex job, from Jira's page "Scheduler details", which needs a system administrator and
 * WebSudo. Its duration is not used: the job ends once the tasks are in the queue, so it is the time to enqueue.
 *
 * A page without the job or with a schedule in another language is `malformed`; the detail is what stood there.
 */
export async function loadSchedule(client: JiraClient, signal: AbortSignal): Promise<ScheduleReading> {
  const holds = (page: string) => parsePage(page).querySelector('table.runners tr') !== null;
  const { page, stamp } = await client.getPage(PATH, { source: 'scheduler', signal, holds });
  const text = scheduleText(parsePage(page));
  // A bare number would not say of what.
  const current = text === undefined || /^\d+$/.test(text) ? undefined : parseSchedule(text, stamp.readAt);
  if (current && !('problem' in current)) return { current, stamp };
  const detail = text?.slice(0, LONGEST_DETAIL);
  throw new SourceError({ kind: 'malformed', source: stamp.source, request: stamp.request, at: stamp.readAt, ...(detail !== undefined && { detail }) });
}
