import { scaleLinear, scaleSymlog, scaleTime } from 'd3-scale';

import { HEIGHT, MARGIN, xTicksOf, type AxisScales } from '../../chart/axes';
import type { ChartPoint } from './chart-points';

/** Above this many times the usual round the axis of durations is stretched below and pressed together above. */
const STRETCH_FROM = 8;
/** The axis of time is no shorter, so that its labels differ. Milliseconds. */
const LEAST_SPAN = 1_800_000;
const DAY_MINUTES = 1440;

/** Steps of minutes that read well. */
const STEPS = [1 / 60, 5 / 60, 0.25, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880];
const STRETCHED_TICKS = [0, 1 / 6, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1440, 2880, 7200];
const TICK_DISTANCE = 24;

/** Durations in minutes over time. */
export interface ChartScales extends AxisScales {
  readonly from: number;
  readonly to: number;
  readonly isStretched: boolean;
}

function middleOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function evenTicks(max: number): number[] {
  const step = STEPS.find((one) => max / one <= 6);
  if (step === undefined)
    return scaleLinear()
      .domain([0, max / DAY_MINUTES])
      .ticks(5)
      .map((days) => days * DAY_MINUTES);
  return Array.from({ length: Math.floor(max / step) + 1 }, (_, count) => count * step);
}

function stretchedTicks(max: number, y: (minutes: number) => number): number[] {
  const all = [...STRETCHED_TICKS];
  for (let days = 10; days * DAY_MINUTES <= max; days *= 10) all.push(days * DAY_MINUTES);
  let last = Infinity;
  return all.filter((tick) => {
    if (tick > max || last - y(tick) < TICK_DISTANCE) return false;
    last = y(tick);
    return true;
  });
}

/** @param lines minutes of the lines that must be seen too */
export function chartScales(points: readonly ChartPoint[], lines: readonly number[], width: number): ChartScales {
  // A wrong clock must not press all others together.
  const sane = points.filter(({ state }) => state !== 'implausible');
  const shown = sane.length > 0 ? sane : points;
  const minutes = [...shown.map((point) => point.minutes), ...lines];
  const max = minutes.reduce((most, one) => Math.max(most, one), 0) || 1;
  const usual = middleOf(minutes);
  const isStretched = max > usual * STRETCH_FROM;
  const bottom = HEIGHT - MARGIN.bottom;
  const y = (isStretched ? scaleSymlog().constant(Math.max(usual / 2, 1 / 6)) : scaleLinear())
    .domain([0, max * 1.1])
    .range([bottom, MARGIN.top])
    .clamp(true);

  const first = shown.reduce((least, { at }) => Math.min(least, at), Infinity);
  const last = shown.reduce((most, { at }) => Math.max(most, at), -Infinity);
  const pad = Math.max(0, LEAST_SPAN - (last - first)) / 2;
  const x = scaleTime()
    .domain([first - pad, last + pad])
    .range([MARGIN.left + 8, width - MARGIN.right - 8])
    .clamp(true);
  return {
    x,
    y,
    xTicks: x.ticks(xTicksOf(width)),
    yTicks: isStretched ? stretchedTicks(max * 1.1, y) : evenTicks(max * 1.1),
    from: first,
    to: last,
    isStretched,
  };
}
