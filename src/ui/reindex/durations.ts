import { useMemo } from 'react';

import { useTexts } from '../page-context';

type Unit = 'day' | 'hour' | 'minute' | 'second';

/** Lengths of time in the user's language. All take minutes. */
export interface Durations {
  /** "18.6 minutes", "10 hours, 5 minutes". */
  long(minutes: number): string;
  /** One unit, for an axis: "30 min", "2 hr". */
  tick(minutes: number): string;
  /** Always in minutes, as the interval is set. */
  interval(minutes: number): string;
}

function createDurations(locale: string): Durations {
  const formats = new Map<string, Intl.NumberFormat>();
  const lists = new Intl.ListFormat(locale, { type: 'unit', style: 'long' });

  function one(count: number, unit: Unit, unitDisplay: 'long' | 'short', digits = 0): string {
    const name = `${unit}/${unitDisplay}/${digits}/${count >= 100_000}`;
    let format = formats.get(name);
    if (!format) {
      const notation = count >= 100_000 ? 'compact' : 'standard';
      format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay, notation, maximumFractionDigits: digits });
      formats.set(name, format);
    }
    return format.format(count);
  }

  function two(count: number, size: number, unit: Unit, smaller: Unit): string {
    const whole = Math.floor(count / size);
    const rest = count % size;
    return rest === 0 ? one(whole, unit, 'long') : lists.format([one(whole, unit, 'long'), one(rest, smaller, 'long')]);
  }

  return {
    long(minutes) {
      if (minutes < 1) return one(Math.round(minutes * 60), 'second', 'long');
      if (minutes < 120) return one(minutes, 'minute', 'long', 1);
      if (minutes < 2 * 1440) return two(Math.round(minutes), 60, 'hour', 'minute');
      return two(Math.round(minutes / 60), 24, 'day', 'hour');
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

export function useDurations(): Durations {
  const { locale } = useTexts();
  return useMemo(() => createDurations(locale), [locale]);
}
