import { whenAsked } from './when-asked';

type Unit = 'day' | 'hour' | 'minute' | 'second';

/** Lengths of time in the user's language. All take minutes. */
export interface Durations {
  /**
   * Two units, rounded down to the smaller one, as GIJ writes them: "26 minutes, 30 seconds", "1 hour, 35 minutes",
   * "2 days".
   *
   * @param isOver rounded up instead: what is over a limit must not read like the limit
   */
  long(minutes: number, isOver?: boolean): string;
  /** One unit, for an axis: "30 min", "2 hr". */
  tick(minutes: number): string;
  /** Always in minutes, as the interval is set. */
  interval(minutes: number): string;
}

/** The units that stand together, and the seconds of each. */
const PAIRS: readonly (readonly [Unit, number, Unit, number])[] = [
  ['day', 86_400, 'hour', 3_600],
  ['hour', 3_600, 'minute', 60],
  ['minute', 60, 'second', 1],
];

/** 18.3 minutes are 1,097.9999 seconds for a computer. */
const EPSILON = 1e-9;

/** The one place where a length of time becomes a text. */
export function createDurations(locale: string): Durations {
  const formats = new Map<string, Intl.NumberFormat>();
  const lists = whenAsked(() => new Intl.ListFormat(locale, { type: 'unit', style: 'long' }));

  function one(count: number, unit: Unit, unitDisplay: 'long' | 'short', digits = 0): string {
    const name = `${unit}/${unitDisplay}/${digits}/${count >= 100_000}`;
    let format = formats.get(name);
    if (!format) {
      const notation = count >= 100_000 ? 'compact' : 'standard';
      format = new Intl.NumberFormat(locale, {
        style: 'unit',
        unit,
        unitDisplay,
        notation,
        maximumFractionDigits: digits,
      });
      formats.set(name, format);
    }
    return format.format(count);
  }

  return {
    long(minutes, isOver = false) {
      const round = (count: number) => (isOver ? Math.ceil(count - EPSILON) : Math.floor(count + EPSILON));
      for (const [unit, size, smaller, step] of PAIRS) {
        const steps = round((minutes * 60) / step);
        const [whole, rest] = [Math.floor((steps * step) / size), ((steps * step) % size) / step];
        if (whole > 0)
          return rest === 0
            ? one(whole, unit, 'long')
            : lists().format([one(whole, unit, 'long'), one(rest, smaller, 'long')]);
      }
      return one(round(minutes * 60), 'second', 'long');
    },
    tick(minutes) {
      if (minutes > 0 && minutes < 1) return one(Math.round(minutes * 60), 'second', 'short');
      if (minutes >= 2 * 1440) return one(minutes / 1440, 'day', 'short', 1);
      if (minutes >= 60 && minutes % 30 === 0) return one(minutes / 60, 'hour', 'short', 1);
      return one(minutes, 'minute', 'short', 1);
    },
    interval: (minutes) => one(minutes, 'minute', 'short', 1),
  };
}
