import { memo } from 'react';

import { useTexts } from '../../page-context';
import { isCounted, type ChartPoint } from './chart-points';
import type { ChartScales } from './chart-scales';

export const MARKS = ['round', 'watch', 'left-out'] as const;
type Mark = (typeof MARKS)[number];

function markOf(point: ChartPoint): Mark {
  if (!isCounted(point)) return 'left-out';
  return point.state === 'whole' ? 'round' : 'watch';
}

/** A circle, a diamond or a cross around a point, as the commands of an SVG path. */
function shape(mark: Mark, x: number, y: number, size: number): string {
  switch (mark) {
    case 'round':
      return `M${x - size} ${y}a${size} ${size} 0 1 0 ${2 * size} 0a${size} ${size} 0 1 0 ${-2 * size} 0z`;
    case 'watch':
      return `M${x} ${y - size - 1}l${size + 1} ${size + 1}l${-size - 1} ${size + 1}l${-size - 1} ${-size - 1}z`;
    case 'left-out':
      return `M${x - size} ${y - size}l${2 * size} ${2 * size}m${-2 * size} 0l${2 * size} ${-2 * size}`;
  }
}

const tenth = (value: number): number => Math.round(value * 10) / 10;
const FEW = 200;

/** All points: one path for each kind of mark, so that thousands are drawn at once. */
export const Marks = memo(function Marks({
  points,
  scales,
}: {
  readonly points: readonly ChartPoint[];
  readonly scales: ChartScales;
}) {
  const size = points.length > FEW ? 2.5 : 4;
  return MARKS.map((mark) => (
    <path
      key={mark}
      className={`gic-mark gic-mark-${mark}`}
      d={points
        .filter((point) => markOf(point) === mark)
        .map(({ at, minutes }) => shape(mark, tenth(scales.x(at)), tenth(scales.y(minutes)), size))
        .join('')}
    />
  ));
});

/** Says what each mark that is there means. */
export function Legend({ points }: { readonly points: readonly ChartPoint[] }) {
  const t = useTexts();
  const marks = MARKS.map((mark) => ({ mark, count: points.filter((point) => markOf(point) === mark).length }));
  return (
    <ul className="gic-legend">
      {marks
        .filter(({ count }) => count > 0)
        .map(({ mark, count }) => (
          <li key={mark}>
            <svg width="14" height="14" aria-hidden="true">
              <path className={`gic-mark gic-mark-${mark}`} d={shape(mark, 7, 7, 4)} />
            </svg>
            {t(`reindex.chart.legend.${mark}`, count)}
          </li>
        ))}
    </ul>
  );
}
