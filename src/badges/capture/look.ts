import { changesOf } from '../../evidence/of-export';
import type { EvidenceChanges, EvidenceContent } from '../../evidence/content';
import { isFinal, type QueueDashboard, type QueueTask } from '../../model/queue';
import type { QueueExport } from '../../queue/collector';
import { parsePage } from '../../queue/formats/page';
import { asPart, isFiltered } from './filters';
import { keyOfRows, type QueueView } from './queue-view';

/** What stands on the page, since when: milliseconds since the epoch. Relative times count from there. */
export interface Look {
  readonly text: string;
  readonly ofTable: string;
  readonly rows: string;
  readonly rowsAt: number;
  readonly numbers: string;
  readonly numbersAt: number;
}

export interface Reading {
  readonly look: Look;
  /** All rows of the page. */
  readonly tasks: readonly QueueTask[];
  readonly dashboard: QueueDashboard;
  readonly isFiltered: boolean;
  /** What is new since the look before; undefined where nothing is. */
  readonly changes: EvidenceChanges | undefined;
}

/** Times in whole minutes are off by as much. Milliseconds. */
const FRESH = 60_000;

/** What of the dashboard is evidence, as text. */
function numbersOf({ intervalMinutes, lastRunMinutes, nextRunAt, nodes, threads }: QueueDashboard): string {
  return JSON.stringify([intervalMinutes, lastRunMinutes, nextRunAt, nodes, threads]);
}

/**
 * The tasks of the page. Rows that have stood there for a while have times of when they appeared, and so have their
 * statuses; details that were opened since have times of now. Of those only what is over counts.
 */
function tasksOf(found: QueueExport, text: string, { rowsAt }: Look, now: number): readonly QueueTask[] {
  if (now - rowsAt <= FRESH) return rowsAt === now ? found.tasks : parsePage(text, rowsAt).tasks;
  return found.tasks
    .filter(({ id, status }) => id !== undefined && isFinal(status))
    .map((task) => ({ ...task, seenAt: rowsAt }));
}

/**
 * Reads the page, and tells what is new.
 *
 * @param before what the look before gave
 * @param now milliseconds since the epoch
 */
export function lookAt(view: QueueView, now: number, before: Reading | undefined): Reading {
  if (before && view.text === before.look.text) return { ...before, changes: undefined };
  const found = parsePage(view.text, now);
  const { dashboard = {} } = found;
  const [rows, numbers] = [keyOfRows(view), numbersOf(dashboard)];
  const [sameRows, sameNumbers] = [rows === before?.look.rows, numbers === before?.look.numbers];
  const look: Look = {
    text: view.text,
    ofTable: view.ofTable,
    rows,
    rowsAt: before && sameRows ? before.look.rowsAt : now,
    numbers,
    numbersAt: before && sameNumbers ? before.look.numbersAt : now,
  };
  const filtered = isFiltered(view, found);
  const reading = { look, tasks: found.tasks, dashboard, isFiltered: filtered };
  if (sameNumbers && view.ofTable === before?.look.ofTable) return { ...reading, changes: undefined };
  const tasks = tasksOf(found, view.text, look, now);
  const changes = {
    ...changesOf({ tasks: [], ...(!sameNumbers && { dashboard }) }, now),
    tasks: filtered ? asPart(tasks) : tasks,
  };
  return { ...reading, changes };
}

/** Where nobody knows the interval, a run of the same length within this time is the same one. Minutes. */
const USUAL_INTERVAL = 60;

/**
 * The same without a run duration that is kept already: within one interval the dashboard shows the same run, however
 * often the page is opened.
 */
export function withoutSameRun(changes: EvidenceChanges, kept: EvidenceContent): EvidenceChanges {
  const last = kept.runDurations.filter(({ estimated }) => estimated !== true).at(-1);
  const current = (changes.current ?? kept.current)?.value;
  const interval = current?.kind === 'interval' ? current.minutes : USUAL_INTERVAL;
  const isSame = (run: { readonly at: number; readonly minutes: number }) =>
    run.minutes === last?.minutes && Math.abs(run.at - last.at) < interval * 60_000;
  const { runDurations = [] } = changes;
  return { ...changes, runDurations: runDurations.filter((run) => !isSame(run)) };
}
