import { useTexts } from '../page-context';
import { timeLabels } from './time-labels';

/** Of a chart, in pixels. */
export const HEIGHT = 280;
export const MARGIN = { top: 24, right: 16, bottom: 44, left: 64 };

/** Pixels from which on a caption of two dates has room below the axis. */
export const WIDE = 480;

/** How many labels of times have room. */
export function xTicksOf(width: number): number {
  return Math.max(2, Math.floor((width - MARGIN.left) / 110));
}

/** Where times, in milliseconds since the epoch, and values stand, in pixels. */
export interface AxisScales {
  readonly x: (time: number) => number;
  readonly y: (value: number) => number;
  readonly xTicks: readonly Date[];
  readonly yTicks: readonly number[];
}

interface Props {
  readonly scales: AxisScales;
  readonly width: number;
  /** Writes a tick of the values. */
  readonly label: (value: number) => string;
  /** Below the axis of time. */
  readonly caption: string;
}

/** Ticks with their labels, and the grid. */
export function Axes({ scales, width, label, caption }: Props) {
  const t = useTexts();
  const timeLabel = timeLabels(t.locale);
  const bottom = HEIGHT - MARGIN.bottom;
  return (
    <g className="gic-axes">
      {scales.yTicks.map((value) => (
        <g key={value} transform={`translate(0 ${scales.y(value)})`}>
          <line x1={MARGIN.left} x2={width - MARGIN.right} />
          <text x={MARGIN.left - 8} dy="0.32em" textAnchor="end">
            {label(value)}
          </text>
        </g>
      ))}
      {scales.xTicks.map((tick) => (
        <g key={tick.getTime()} transform={`translate(${scales.x(tick.getTime())} ${bottom})`}>
          <line y2="5" />
          <text y="18" textAnchor="middle">
            {timeLabel(tick)}
          </text>
        </g>
      ))}
      <text x={(width + MARGIN.left) / 2} y={HEIGHT - 6} textAnchor="middle">
        {caption}
      </text>
    </g>
  );
}
