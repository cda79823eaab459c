import { redact } from '../model/redact';
import type { ScheduleReading } from '../model/schedule';
import { tagsOf, type Tag } from './html-tags';
import type { GetPageOptions, JiraClient } from './jira-client';
import { SourceError } from './source-error';

const PATH = '/secure/admin/SchedulerAdmin.jspa';
/** GIJ's job that puts a task for each repository into the queue. */
const JOB = 'com.bigbrassband.jira.git.jiraservices.jobs.RevisionIndexJob';
/** Letters; cron expressions are shorter. */
const LONGEST_KEPT = 300;

/** What the list of runners on the page says. */
export interface SchedulePage {
  /** The list is there, and has a row. */
  readonly isThere: boolean;
  /** The page ends within the list, so that the job may be missing. */
  readonly isCutOff: boolean;
  /** The words of the schedule of the reindex job; undefined where there are none. */
  readonly schedule: string | undefined;
}

function hasClass({ attributes }: Tag, name: string): boolean {
  return (attributes.get('class') ?? '').split(/\s+/).includes(name);
}

const blanksJoined = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What ends a definition: its own end, the next one, or the end of what it stands in. */
function endsDefinition({ name, isEnd }: Tag): boolean {
  return isEnd ? ['dd', 'dl', 'td', 'tr', 'table'].includes(name) : name === 'dd' || name === 'dt';
}

/** Goes through the list of runners, tag by tag. */
class Runners {
  isThere = false;
  /** Tables that are open, the list of runners among them; 0 outside of it. */
  depth = 0;
  /** By the number of the runner, which is that of the row with its details. */
  readonly schedules = new Map<string, string>();
  /** Runners whose key names the job, and those whose text does. */
  readonly byKey: string[] = [];
  readonly byText: string[] = [];
  private runner: string | undefined;
  /** What is read at the moment, in pieces. */
  private pieces: { readonly of: 'key' | 'schedule'; readonly texts: string[] } | undefined;

  take(tag: Tag): void {
    if (this.depth === 0 && !(tag.name === 'table' && !tag.isEnd && hasClass(tag, 'runners'))) return;
    this.pieces?.texts.push(tag.text);
    if (this.pieces?.of === 'key' ? tag.name === 'td' || tag.name === 'tr' : endsDefinition(tag)) this.finish();
    if (tag.name === 'table') this.depth += tag.isEnd ? -1 : 1;
    if (tag.isEnd) return;
    if (tag.name === 'tr') this.startRow(tag);
    if (hasClass(tag, 'runner-key')) this.startKey(tag);
    if (tag.name === 'dd' && hasClass(tag, 'schedule')) this.pieces = { of: 'schedule', texts: [] };
  }

  /** The rows of a table within the details are none of the list. */
  private startRow({ attributes }: Tag): void {
    this.isThere = true;
    if (this.depth === 1) this.runner = attributes.get('data-runner-id');
  }

  private startKey({ attributes }: Tag): void {
    if (attributes.get('data-runner-key') === JOB && this.runner !== undefined) this.byKey.push(this.runner);
    this.pieces = { of: 'key', texts: [] };
  }

  private finish(): void {
    const { pieces, runner } = this;
    this.pieces = undefined;
    if (!pieces || runner === undefined) return;
    const text = blanksJoined(pieces.texts.join(''));
    if (pieces.of === 'schedule') this.schedules.set(runner, this.schedules.get(runner) ?? text);
    else if (text === JOB) this.byText.push(runner);
  }
}

/**
 * Reads Jira's page "Scheduler details". Its list of runners has two rows for each: the runner, and below it the details
 * of its job, under the same number. A schedule that the page breaks off in is none.
 */
export function readSchedulePage(page: string): SchedulePage {
  const runners = new Runners();
  for (const tag of tagsOf(page)) runners.take(tag);
  const { isThere, depth, byKey, byText, schedules } = runners;
  const [runner] = [...byKey, ...byText];
  return {
    isThere,
    isCutOff: depth > 0,
    schedule: (runner === undefined ? undefined : schedules.get(runner)) || undefined,
  };
}

/**
 * The schedule of the reindex job, from Jira's page "Scheduler details", which needs a system administrator and
 * WebSudo. Its duration is not used: the job ends once the tasks are in the queue, so it is the time to enqueue.
 * Any other page, and one that is cut off before the job, is `malformed`.
 *
 * @param how `once` for a page that does not wait for it
 */
export async function loadSchedule(
  client: JiraClient,
  signal: AbortSignal,
  how: Pick<GetPageOptions, 'once' | 'timeout'> = {},
): Promise<ScheduleReading> {
  const holds = (text: string) => readSchedulePage(text).isThere;
  const { page, stamp } = await client.getPage(PATH, { source: 'schedule', signal, holds, ...how });
  const { schedule, isCutOff } = readSchedulePage(page);
  if (schedule !== undefined) return { words: redact(schedule).slice(0, LONGEST_KEPT), stamp };
  if (!isCutOff) return { stamp };
  throw new SourceError({ kind: 'malformed', source: 'schedule', request: stamp.request, at: stamp.readAt });
}
