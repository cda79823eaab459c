import type { QueueDashboard } from '../model/queue';
import { parseDuration } from './duration';
import { parseTime } from './time';

const COUNTS: readonly (readonly [string, 'processing' | 'queued' | 'threads' | 'nodes'])[] = [
  ['current number of processing tasks', 'processing'],
  ['current number of tasks in the queue', 'queued'],
  ['current number of indexing threads', 'threads'],
  ['current number of indexing nodes', 'nodes'],
];

type Draft = { -readonly [Key in keyof QueueDashboard]: QueueDashboard[Key] };

/**
 * Reads the lines above the table. A value may stand behind its label, on the next line, or (for the counts, which
 * some layouts show as a number with its label below) on the line before.
 */
export function parseDashboard(lines: readonly string[], capturedAt: number): QueueDashboard | undefined {
  const texts = lines.map((line) => line.trim()).filter((line) => line !== '');
  const draft: Draft = {};
  readCounts(texts, draft);
  readSchedules(texts, capturedAt, draft);
  for (const text of texts) {
    const shown = /showing\s+([\d,]+)\s*[-–]\s*([\d,]+)\s+tasks?\s+out of\s+([\d,]+)/i.exec(text);
    if (shown) draft.shown = { from: whole(shown[1]), to: whole(shown[2]), total: whole(shown[3]) };
  }
  return Object.keys(draft).length > 0 ? draft : undefined;
}

function whole(text = ''): number {
  return Number(text.replaceAll(',', ''));
}

function number(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/** What follows the label on its line, without signs between. */
function behind(text: string, label: string): string {
  return text.slice(text.toLowerCase().indexOf(label) + label.length).replace(/^[\s:,]+/, '');
}

function readCounts(texts: readonly string[], draft: Draft): void {
  const found = COUNTS.flatMap(([label, field]) => {
    const at = texts.findIndex((text) => text.toLowerCase().includes(label));
    return at < 0 ? [] : [{ label, field, at }];
  });
  const first = Math.min(...found.map(({ at }) => at));
  const last = Math.max(...found.map(({ at }) => at));
  const above = number(texts[first - 1]) !== undefined && number(texts[last + 1]) === undefined;
  for (const { label, field, at } of found) {
    const text = texts[at] ?? '';
    const value = number(behind(text, label)) ?? number(texts[above ? at - 1 : at + 1]) ?? number(/^\d+/.exec(text)?.[0]);
    if (value !== undefined) draft[field] = value;
  }
}

/** Two panels with the same lines: the one for indexing, then the one for garbage collection. */
function readSchedules(texts: readonly string[], capturedAt: number, draft: Draft): void {
  let garbage = false;
  texts.forEach((text, at) => {
    const lower = text.toLowerCase();
    const next = texts[at + 1];
    const value = (label: string): string => behind(text, label) || (next ?? '');
    const interval = (label: string): number | undefined => number(value(label).split(/\s/)[0]);
    if (lower.includes('scheduled time for indexing')) {
      garbage = false;
      const minutes = interval('scheduled time for indexing, minutes') ?? interval('scheduled time for indexing');
      if (minutes !== undefined) draft.intervalMinutes = minutes;
    } else if (/^garbage collection,? minutes/.test(lower)) {
      garbage = true;
      const minutes = interval('minutes');
      if (minutes !== undefined) draft.garbageCollectionIntervalMinutes = minutes;
    }
    const nextLabel = /next scheduled [a-z ]*time/.exec(lower)?.[0];
    const moment = nextLabel === undefined ? undefined : parseTime(value(nextLabel).trim(), capturedAt);
    if (moment && (garbage || nextLabel?.includes('garbage'))) draft.garbageCollectionNextRunAt = moment.at;
    else if (moment) draft.nextRunAt = moment.at;
    const minutes = lower.includes('last run duration') ? parseDuration(value('last run duration').trim()) : undefined;
    if (minutes !== undefined && garbage) draft.garbageCollectionLastRunMinutes = minutes;
    else if (minutes !== undefined) draft.lastRunMinutes = minutes;
  });
}
