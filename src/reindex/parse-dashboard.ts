import { isDuration, isInterval, isMoment, MOST_NODES, MOST_ROWS, MOST_THREADS } from '../model/limits';
import type { QueueDashboard } from '../model/queue';
import { parseDuration } from './duration';
import { parseTime } from './time';

/** Each label with its field, and the most that it can be. */
const COUNTS: readonly (readonly [string, 'processing' | 'queued' | 'threads' | 'nodes', number])[] = [
  ['current number of processing tasks', 'processing', MOST_ROWS],
  ['current number of tasks in the queue', 'queued', MOST_ROWS],
  ['current number of indexing threads', 'threads', MOST_THREADS],
  ['current number of indexing nodes', 'nodes', MOST_NODES],
];

const INTERVAL = /scheduled time for indexing(?:,? minutes)?|^garbage collection,? minutes/i;
const SCHEDULE_DETAIL = /next scheduled|last run/i;

/** Labels and values are short; a longer line is none of the dashboard, and would cost time. */
const LONGEST_LINE = 500;

type Draft = { -readonly [Key in keyof QueueDashboard]: QueueDashboard[Key] };

/**
 * Reads the lines above the table. A value may stand behind its label, on the next line, or (for the counts and
 * intervals, which some layouts show as a number with its label below) on the line before.
 */
export function parseDashboard(lines: readonly string[], capturedAt: number): QueueDashboard | undefined {
  const texts = lines.map((line) => line.trim()).filter((line) => line !== '' && line.length <= LONGEST_LINE);
  const draft: Draft = {};
  const above = readCounts(texts, draft);
  readSchedules(texts, capturedAt, above, draft);
  for (const text of texts) {
    const shown = /showing\s+([\d,]+)\s*[-–]\s*([\d,]+)\s+tasks?\s+out of\s+([\d,]+)/i.exec(text);
    const [from, to, total] = shown?.slice(1).map(whole) ?? [];
    if (from !== undefined && to !== undefined && total !== undefined && from <= to && to <= total && total <= MOST_ROWS) draft.shown = { from, to, total };
  }
  return Object.keys(draft).length > 0 ? draft : undefined;
}

function whole(text = ''): number {
  return Number(text.replaceAll(',', ''));
}

function number(text: string | undefined): number | undefined {
  return text !== undefined && /^(?:\d{1,15}|\d{1,3}(?:,\d{3}){1,4})$/.test(text) ? whole(text) : undefined;
}

function isValue(text: string | undefined): boolean {
  return number(text) !== undefined || text === '-';
}

/** A cron expression may stand in the same place, so only a text that is an amount as a whole counts. */
function interval(text: string): number | undefined {
  const minutes = number(text) ?? (/[a-z]/i.test(text) ? parseDuration(text) : undefined);
  return minutes !== undefined && isInterval(minutes) ? minutes : undefined;
}

/** What follows the label in its cell of the line, without signs between and a button after. */
function behind(text: string, label: string): string {
  const rest = text.slice(text.toLowerCase().indexOf(label) + label.length).replace(/^[\s:,]+/, '');
  return (rest.split('\t')[0] ?? '').replace(/\s+edit$/i, '').trim();
}

/** Answers whether the numbers stand above their labels; `undefined` when there are none. */
function readCounts(texts: readonly string[], draft: Draft): boolean | undefined {
  const found = COUNTS.flatMap(([label, field, most]) => {
    const at = texts.findIndex((text) => text.toLowerCase().includes(label));
    return at < 0 ? [] : [{ label, field, most, at }];
  });
  const after = Math.max(...found.map(({ at }) => at)) + 1;
  const isOfInterval = INTERVAL.test(texts[after + 1] ?? '') && SCHEDULE_DETAIL.test(texts[after + 2] ?? '');
  const above = found.every(({ at }) => isValue(texts[at - 1])) && (!isValue(texts[after]) || isOfInterval);
  for (const { label, field, most, at } of found) {
    const text = texts[at] ?? '';
    const value = number(behind(text, label)) ?? number(texts[above ? at - 1 : at + 1]) ?? number(/^\d+/.exec(text)?.[0]);
    // A queue may be empty; nobody looks at it where no node or thread is.
    const least = field === 'processing' || field === 'queued' ? 0 : 1;
    if (value !== undefined && value >= least && value <= most) draft[field] = value;
  }
  return found.length > 0 ? above : undefined;
}

/** Two panels with the same lines: the one for indexing, then the one for garbage collection. */
function readSchedules(texts: readonly string[], capturedAt: number, countsAbove: boolean | undefined, draft: Draft): void {
  let garbage = false;
  texts.forEach((text, at) => {
    const lower = text.toLowerCase();
    const next = texts[at + 1] ?? '';
    const value = (label: string): string => behind(text, label) || next;
    const label = INTERVAL.exec(lower)?.[0];
    if (label !== undefined) {
      garbage = label.startsWith('garbage');
      const above = countsAbove !== false && isValue(texts[at - 1]) && SCHEDULE_DETAIL.test(next) && behind(text, label) === '';
      const own = interval(above ? (texts[at - 1] ?? '') : value(label));
      const minutes = own ?? interval(/^[\d,]+(?=\s)/.exec(text)?.[0] ?? '');
      if (minutes !== undefined && garbage) draft.garbageCollectionIntervalMinutes = minutes;
      else if (minutes !== undefined) draft.intervalMinutes = minutes;
    }
    const nextLabel = /next scheduled [a-z ]{0,40}time/.exec(lower)?.[0];
    const read = nextLabel === undefined ? undefined : parseTime(value(nextLabel).trim(), capturedAt);
    const moment = read && isMoment(read.at) ? read : undefined;
    if (moment && (garbage || nextLabel?.includes('garbage'))) draft.garbageCollectionNextRunAt = moment.at;
    else if (moment) draft.nextRunAt = moment.at;
    const run = lower.includes('last run duration') ? parseDuration(value('last run duration').trim()) : undefined;
    const minutes = run !== undefined && isDuration(run) ? run : undefined;
    if (minutes !== undefined && garbage) draft.garbageCollectionLastRunMinutes = minutes;
    else if (minutes !== undefined) draft.lastRunMinutes = minutes;
  });
}
