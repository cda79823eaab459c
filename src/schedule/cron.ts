import { DAY, firesBetween, readQuartz } from './quartz';

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
  /** Minutes between the two fires that are furthest apart, at the most; absent when it fires less than twice. */
  readonly largestGapMinutes?: number;
  readonly from?: FireTime;
  readonly to?: FireTime;
  /** Fires looked at, and the hours (0 to 23) at which they come. */
  readonly fires: number;
  readonly hours: readonly number[];
}

const DAYS_AHEAD = 31;

/**
 * The gaps between the fires of a Quartz expression in the coming 31 days, or its next two; `undefined` for no expression, or one that
 * never fires again.
 * Quartz: seconds first, year optional, Sunday is 1, `?` is "no matter". Fires are counted without a time zone, so
 * that the hours are the ones written in the expression.
 * Example: `0 0 6,7,20 * * ?` has a smallest gap of 60 minutes, from 06:00 to 07:00, and a largest of 780.
 */
export function cronGaps(expression: string, now: number): CronGaps | undefined {
  const quartz = readQuartz(expression);
  if (!quartz || !Number.isFinite(now) || Math.abs(now) > 8e15) return undefined;
  const today = Math.floor(now / DAY) * DAY;
  const days = firesBetween(quartz.days, today, today + DAYS_AHEAD * DAY);
  const following = quartz.days.nextRun(new Date(today + DAYS_AHEAD * DAY - 1));
  const { times } = quartz;
  const hours = days.length > 0 ? [...new Set(times.map((at) => Math.floor(at / 3_600_000)))] : [];
  const isLeft = (time: number) => today + time >= now;
  const left = days[0] === today ? times.filter(isLeft) : times;
  const fires = days.length === 0 ? 0 : left.length + (days.length - 1) * times.length;
  if (days.length === 0 && !following) return undefined;
  // With the next day after those: the gap to it may be the widest.
  const compared = following ? [...days, following.getTime()] : days;
  // Every day but today has the same times: the gaps between them are looked for once.
  const [ofToday, ofAnyDay] = [within(left), within(times)];
  const gaps = compared.flatMap((day, place) =>
    gapsOfDay(day, place === 0 && day === today ? ofToday : ofAnyDay, compared[place + 1], times[0]),
  );
  // Once a month there may be no two of them among those days.
  const later = gaps.length === 0 && following ? quartz.days.nextRun(following) : undefined;
  if (following && later) gaps.push(...gapsOfDay(following.getTime(), ofAnyDay, later.getTime(), times[0]));
  const [first] = gaps;
  if (!first) return { fires, hours };
  const smallest = gaps.reduce((a, b) => (b.minutes < a.minutes ? b : a), first);
  const largest = gaps.reduce((a, b) => (b.minutes > a.minutes ? b : a), first);
  return {
    smallestGapMinutes: smallest.minutes,
    largestGapMinutes: largest.minutes,
    from: fireTime(smallest.from),
    to: fireTime(smallest.from + smallest.minutes * 60_000),
    fires,
    hours,
  };
}

interface Gap {
  readonly from: number;
  readonly minutes: number;
}

/** The narrowest and the widest gap between times of one day, from midnight on, and the last of the times. */
interface Within {
  readonly gaps: readonly Gap[];
  readonly last: number | undefined;
}

function within(times: readonly number[]): Within {
  let narrowest: Gap | undefined;
  let widest: Gap | undefined;
  for (let place = 1; place < times.length; place += 1) {
    const from = times[place - 1] ?? 0;
    const minutes = ((times[place] ?? 0) - from) / 60_000;
    if (minutes < (narrowest?.minutes ?? Infinity)) narrowest = { from, minutes };
    if (minutes > (widest?.minutes ?? 0)) widest = { from, minutes };
  }
  return { gaps: [narrowest, widest].filter((gap) => gap !== undefined), last: times.at(-1) };
}

/** The gaps within a day, and the one to the next day. */
function gapsOfDay(
  day: number,
  { gaps, last }: Within,
  nextDay: number | undefined,
  firstTime: number | undefined,
): Gap[] {
  const isCut = last === undefined || nextDay === undefined || firstTime === undefined;
  const overnight = isCut ? [] : [{ from: last, minutes: (nextDay + firstTime - day - last) / 60_000 }];
  return [...gaps, ...overnight].map(({ from, minutes }) => ({ from: day + from, minutes }));
}

function fireTime(at: number): FireTime {
  const text = new Date(at).toISOString();
  return { day: text.slice(0, 10), time: text.slice(11, 19) };
}
