import { timeLabels } from '../../chart/time-labels';
import { useTexts } from '../../page-context';
import { HEIGHT, MARGIN, type ChartScales } from './chart-scales';

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

/** Pixels from which on the dates have room below the axis. */
const WIDE = 480;

/** Ticks with their labels, and the grid. */
export function Axes({ scales, width }: { readonly scales: ChartScales; readonly width: number }) {
  const t = useTexts();
  const { durations } = t;
  const timeLabel = timeLabels(t.locale);
  const bottom = HEIGHT - MARGIN.bottom;
  return (
    <g className="gic-axes">
      {scales.yTicks.map((minutes) => (
        <g key={minutes} transform={`translate(0 ${scales.y(minutes)})`}>
          <line x1={MARGIN.left} x2={width - MARGIN.right} />
          <text x={MARGIN.left - 8} dy="0.32em" textAnchor="end">
            {durations.tick(minutes)}
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
        {width < WIDE
          ? t('reindex.chart.axis.short')
          : t('reindex.chart.axis', { date: scales.from }, { date: scales.to })}
      </text>
    </g>
  );
}
