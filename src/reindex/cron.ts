import { Cron } from 'croner';

/** A moment of the week as the server's clock shows it. */
export interface FireTime {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** `HH:MM:SS`. */
  readonly time: string;
}

/** What a cron schedule does in the days to come. */
export interface CronGaps {
  /** Minutes between the two fires that are closest; absent when it fires less than twice. */
  readonly smallestGapMinutes?: number;
  readonly from?: FireTime;
  readonly to?: FireTime;
  /** Fires looked at, and the hours (0 to 23) at which they come. */
  readonly fires: number;
  readonly hours: readonly number[];
}

const DAYS_AHEAD = 31;

/** A smaller gap than a minute needs no further search, and neither do more fires than this. */
const MOST_FIRES = 31 * 24 * 60;

/** The largest value of each field of a Quartz expression, for "from n on, every m": `5/10` is `5-59/10`. */
const LARGEST = [59, 59, 23, 31, 12, 7, 2099];
const SMALLEST = [0, 0, 0, 1, 1, 1, 1970];
const NAMES = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/**
 * The smallest gap between two fires of a Quartz expression in the coming 31 days; `undefined` for no expression.
 * Quartz: seconds first, year optional, Sunday is 1, `?` is "no matter". Fires are counted without a time zone, so
 * that the hours are the ones written in the expression.
 * Example: `0 0 6,7,20 * * ?` has a smallest gap of 60 minutes, from 06:00 to 07:00.
 */
export function cronGaps(expression: string, now: number): CronGaps | undefined {
  const cron = readQuartz(expression);
  if (!cron || !Number.isFinite(now)) return undefined;
  const end = now + DAYS_AHEAD * 86_400_000;
  const hours = new Set<number>();
  let fires = 0;
  let previous: Date | undefined;
  let best: { gap: number; from: Date; to: Date } | undefined;
  for (let next = cron.nextRun(new Date(now)); next && next.getTime() <= end && fires < MOST_FIRES; next = cron.nextRun(next)) {
    fires += 1;
    hours.add(next.getUTCHours());
    const gap = previous ? next.getTime() - previous.getTime() : Infinity;
    if (previous && gap < (best?.gap ?? Infinity)) best = { gap, from: previous, to: next };
    previous = next;
  }
  const sorted = [...hours].sort((a, b) => a - b);
  if (!best) return { fires, hours: sorted };
  return { smallestGapMinutes: best.gap / 60_000, from: fireTime(best.from), to: fireTime(best.to), fires, hours: sorted };
}

function fireTime(date: Date): FireTime {
  return { day: date.toISOString().slice(0, 10), time: date.toISOString().slice(11, 19) };
}

/** Croner reads standard cron with Quartz weekdays; what is written otherwise in Quartz is rewritten first. */
function readQuartz(expression: string): Cron | undefined {
  const fields = expression.trim().toUpperCase().split(/\s+/);
  if (fields.length < 6 || fields.length > 7) return undefined;
  const beforeLast = /^L-(\d{1,2})$/.exec(fields[3] ?? '');
  if (beforeLast) fields[3] = 'L';
  if (fields[5] === 'L') fields[5] = '7';
  const pattern = fields.map((field, place) => field.split(',').map((part) => rewritePart(part, place)).join(',')).join(' ');
  try {
    return new Cron(pattern, {
      paused: true,
      timezone: 'UTC',
      alternativeWeekdays: true,
      mode: '6-or-7-parts',
      ...(beforeLast ? { dayOffset: -Number(beforeLast[1]) } : {}),
    });
  } catch {
    return undefined;
  }
}

/** `5/10` runs to the end of its range; `22-2` and `SAT-TUE` run over its end. */
function rewritePart(part: string, place: number): string {
  const [range = '', step] = part.split('/');
  const [low, high] = [SMALLEST[place] ?? 0, LARGEST[place] ?? 0];
  const [from = '', to] = range.split('-').map((value) => dayNumber(value, place));
  if (step !== undefined && to === undefined && /^\d*$/.test(from)) return `${from === '' ? low : from}-${high}/${step}`;
  const ending = step === undefined ? '' : `/${step}`;
  if (to === undefined || !/^\d+$/.test(from) || !/^\d+$/.test(to)) return part;
  if (Number(from) <= Number(to)) return `${from}-${to}${ending}`;
  return step === undefined ? `${from}-${high},${low}-${to}` : `${wrapped(Number(from), Number(to), low, high, Number(step))}`;
}

function dayNumber(value: string, place: number): string {
  const day = place === 5 ? NAMES.indexOf(value) : -1;
  return day < 0 ? value : String(day + 1);
}

function wrapped(from: number, to: number, low: number, high: number, step: number): string {
  const values: number[] = [];
  for (let value = from; value <= high + 1 + (to - low) && step > 0; value += step) values.push(value > high ? value - high - 1 + low : value);
  return values.join(',');
}
