import { isDuration, isInterval, isMoment, MOST_NODES, MOST_ROWS, MOST_THREADS } from '../../model/limits';
import type { QueueDashboard } from '../../model/queue';
import { parseDuration } from '../../schedule/duration';
import { parseTime } from '../rows/time';

type Field = 'processing' | 'queued' | 'threads' | 'nodes' | 'intervalMinutes' | 'garbageCollectionIntervalMinutes';

/** Each label with its field, and how its value is read. */
const LABELS: readonly {
  readonly label: RegExp;
  readonly field: Field;
  readonly group: Group;
  readonly read: (text: string) => number | undefined;
}[] = [
  { label: /current number of processing tasks/i, field: 'processing', group: 'counts', read: count(0, MOST_ROWS) },
  { label: /current number of tasks in the queue/i, field: 'queued', group: 'counts', read: count(0, MOST_ROWS) },
  // Nobody looks at a queue where no node or thread is.
  { label: /current number of indexing threads/i, field: 'threads', group: 'slots', read: count(1, MOST_THREADS) },
  { label: /current number of indexing nodes/i, field: 'nodes', group: 'slots', read: count(1, MOST_NODES) },
  {
    label: /scheduled time for indexing(?:,? minutes)?/i,
    field: 'intervalMinutes',
    group: 'schedules',
    read: interval,
  },
  {
    label: /^garbage collection,? minutes/i,
    field: 'garbageCollectionIntervalMinutes',
    group: 'schedules',
    read: interval,
  },
];

const SCHEDULE_DETAIL = /next scheduled|last run/i;

/** Labels and values are short; a longer line is none of the dashboard, and would cost time. */
const LONGEST_LINE = 500;

type Draft = { -readonly [Key in keyof QueueDashboard]: QueueDashboard[Key] };

/**
 * Reads the lines above the table. A value stands in the line of its label, or above or below it: the layouts of GIJ's
 * versions differ (pictures of the page "Indexing queue viewer").
 */
export function parseDashboard(lines: readonly string[], capturedAt: number): QueueDashboard | undefined {
  const rows = lines
    .filter((line) => line.length <= LONGEST_LINE)
    .map((line) =>
      line
        .split('\t')
        .map((cell) => cell.trim())
        .filter((cell) => cell !== ''),
    );
  const texts = rows.flatMap((row, at) => (isAboveLabels(row, rows[at + 1]) ? [] : inPairs(rows[at - 1], row)));
  const draft: Draft = {};
  readNumbers(texts, draft);
  readRuns(texts, capturedAt, draft);
  for (const text of texts) {
    const shown = /showing\s+([\d,]+)\s*[-–]\s*([\d,]+)\s+tasks?\s+out of\s+([\d,]+)/i.exec(text);
    const [from, to, total] = shown?.slice(1).map(whole) ?? [];
    if (
      from !== undefined &&
      to !== undefined &&
      total !== undefined &&
      from <= to &&
      to <= total &&
      total <= MOST_ROWS
    )
      draft.shown = { from, to, total };
  }
  return Object.keys(draft).length > 0 ? draft : undefined;
}

/** A row of numbers over a row of labels. */
function isAboveLabels(row: readonly string[], next: readonly string[] = []): boolean {
  return (
    row.length > 1 &&
    row.length === next.length &&
    row.every(isNumber) &&
    next.every((cell) => LABELS.some(({ label }) => label.test(cell)))
  );
}

/** Each label before the number over it, in one text; other rows as they are. */
function inPairs(above: readonly string[] = [], row: readonly string[]): readonly string[] {
  return isAboveLabels(above, row) ? row.map((cell, place) => `${cell}: ${above[place] ?? ''}`) : row;
}

function isNumber(text: string): boolean {
  return number(text) !== undefined || text === '-';
}

function whole(text = ''): number {
  return Number(text.replaceAll(',', ''));
}

function number(text: string | undefined): number | undefined {
  return text !== undefined && /^(?:\d{1,15}|\d{1,3}(?:,\d{3}){1,4})$/.test(text) ? whole(text) : undefined;
}

function count(least: number, most: number): (text: string) => number | undefined {
  return (text) => {
    const value = number(text);
    return value !== undefined && value >= least && value <= most ? value : undefined;
  };
}

/** A cron expression may stand in the same place, so only a text that is an amount as a whole counts. */
function interval(text: string): number | undefined {
  const minutes = number(text) ?? (/[a-z]/i.test(text) ? parseDuration(text) : undefined);
  return minutes !== undefined && isInterval(minutes) ? minutes : undefined;
}

/** What follows the label in its cell, without signs between and a button after. */
function behind(text: string, label: RegExp): string {
  const found = label.exec(text);
  if (!found) return '';
  return text
    .slice(found.index + found[0].length)
    .replace(/^[\s:,]+/, '')
    .replace(/\s+edit$/i, '')
    .trim();
}

const NEXT_RUN = /next scheduled [a-z ]{0,40}time/i;
const LAST_RUN = /last run duration/i;

/** The line behind the details under a label of a schedule; a detail may have its own value in the next line. */
function behindDetails(texts: readonly string[], label: number): number {
  let line = label + 1;
  for (; SCHEDULE_DETAIL.test(texts[line] ?? ''); line += 1) {
    const text = texts[line] ?? '';
    if (behind(text, NEXT_RUN.test(text) ? NEXT_RUN : LAST_RUN) === '') line += 1;
  }
  return line;
}

/** A cron expression, or a word for none, in the place of a value. */
const OTHER_VALUE = /^(?:[\d*?][\d*?/,#LW-]*(?:\s+[\dA-Z*?/,#-]+){5,6}|\d[\d.,\s]*|disabled|off|never|none)$/i;

function isValue(text: string): boolean {
  return isNumber(text) || interval(text) !== undefined || OTHER_VALUE.test(text);
}

function readNumbers(texts: readonly string[], draft: Draft): void {
  const found = LABELS.flatMap((one) => {
    const at = texts.findIndex((text) => one.label.test(text));
    return at < 0 ? [] : [{ ...one, at }];
  }).sort((one, other) => one.at - other.at);
  const elsewhere = found.filter(({ at, label, field, read }) => {
    const text = texts[at] ?? '';
    const value = read(behind(text, label)) ?? read(/^[\d,]+(?=\s)/.exec(text)?.[0] ?? '');
    if (value !== undefined) draft[field] = value;
    return value === undefined && behind(text, label) === '';
  });
  const lines = valueLines(
    elsewhere.map(({ group, at }) => ({
      group,
      at,
      behindDetails: SCHEDULE_DETAIL.test(texts[at + 1] ?? '') ? behindDetails(texts, at) : undefined,
    })),
    (line) => isValue(texts[line] ?? ''),
  );
  elsewhere.forEach(({ field, read }, place) => {
    const line = lines[place];
    const value = line === undefined ? undefined : read(texts[line] ?? '');
    if (value !== undefined) draft[field] = value;
  });
}

/** Two panels with the same lines: the one for indexing, then the one for garbage collection. */
function readRuns(texts: readonly string[], capturedAt: number, draft: Draft): void {
  let garbage = false;
  texts.forEach((text, at) => {
    const value = (label: RegExp): string => behind(text, label) || (texts[at + 1] ?? '');
    const panel = LABELS.find(({ label, read }) => read === interval && label.test(text))?.field;
    if (panel !== undefined) garbage = panel === 'garbageCollectionIntervalMinutes';
    const next = NEXT_RUN.exec(text)?.[0];
    const moment = next === undefined ? undefined : parseTime(value(NEXT_RUN), capturedAt);
    if (moment && isMoment(moment.at))
      draft[garbage || /garbage/i.test(next ?? '') ? 'garbageCollectionNextRunAt' : 'nextRunAt'] = moment.at;
    const run = LAST_RUN.test(text) ? parseDuration(value(LAST_RUN).trim()) : undefined;
    if (run !== undefined && isDuration(run))
      draft[garbage ? 'garbageCollectionLastRunMinutes' : 'lastRunMinutes'] = run;
  });
}

/** Where a value stands: a line of details may lie between the label of a schedule and its value. */
type Side = 'above' | 'below' | 'below-details';

/** Labels whose values stand on the same side: the two counts of tasks, threads and nodes, the two schedules. */
type Group = 'counts' | 'slots' | 'schedules';

/** A label whose value stands in another line. */
interface Label {
  readonly group: Group;
  /** Its line. */
  readonly at: number;
  /** The line behind the details that stand under a schedule. */
  readonly behindDetails: number | undefined;
}

/** The first is on the vendor's pictures (page "Indexing queue viewer"); the others are what a copy of other versions may give. */
const LAYOUTS: readonly Readonly<Record<Group, Side>>[] = [
  { counts: 'above', slots: 'below', schedules: 'below-details' },
  { counts: 'below', slots: 'below', schedules: 'below' },
  { counts: 'below', slots: 'below', schedules: 'below-details' },
  { counts: 'above', slots: 'above', schedules: 'above' },
];

/**
 * The line in which the value of each label stands, in the layout in which most labels have one; of two that are as good,
 * the earlier. One label may lack its value, but never has another's.
 *
 * Example: `1, Processing tasks, 10, Tasks in the queue, Threads, 3` has a value for each label in the first layout only.
 *
 * @param isValue true for what can be a value, readable or not
 */
function valueLines(labels: readonly Label[], isValue: (line: number) => boolean): readonly (number | undefined)[] {
  let best: readonly (number | undefined)[] = [];
  let most = -1;
  for (const layout of LAYOUTS) {
    const lines = labels.map(({ group, at, behindDetails }) => {
      const side = layout[group];
      const line = side === 'above' ? at - 1 : side === 'below' ? at + 1 : behindDetails;
      return line !== undefined && isValue(line) ? line : undefined;
    });
    const count = lines.filter((line) => line !== undefined).length;
    if (count > most) [best, most] = [lines, count];
  }
  return best;
}
