import { HEIGHT, MARGIN } from '../../chart/axes';
import type { ChartScales } from './chart-scales';

export interface ChartLine {
  readonly kind: 'current' | 'suggested';
  readonly minutes: number;
  readonly label: string;
}

interface LinesProps {
  readonly lines: readonly ChartLine[];
  readonly scales: ChartScales;
  readonly width: number;
}

/** The intervals as lines. The label of the upper one stands above it, that of the lower one below where there is room. */
export function Lines({ lines, scales, width }: LinesProps) {
  const bottom = HEIGHT - MARGIN.bottom;
  const highest = Math.max(...lines.map(({ minutes }) => minutes));
  const hasRoomBelow = lines.every(({ minutes }) => scales.y(minutes) + 16 < bottom);
  return lines.map(({ kind, minutes, label }) => {
    const y = scales.y(minutes);
    const isUpper = lines.length > 1 && minutes === highest;
    const isCrowded =
      !hasRoomBelow && isUpper && lines.some((other) => other.minutes < minutes && scales.y(other.minutes) - y < 16);
    const above = isCrowded ? y - 20 : y - 5;
    return (
      <g key={kind} className={`gic-line gic-line-${kind}`}>
        <line x1={MARGIN.left} x2={width - MARGIN.right} y1={y} y2={y} />
        <text
          x={width - MARGIN.right - 4}
          y={isUpper || !hasRoomBelow || lines.length === 1 ? above : y + 14}
          textAnchor="end"
        >
          {label}
        </text>
      </g>
    );
  });
}
