import { useId, useMemo, useRef, useState } from 'react';

import type { Texts } from '../../../i18n/texts';
import type { ReindexSuggestion } from '../../../reindex/advice/advice';
import { Axes, HEIGHT, WIDE } from '../../chart/axes';
import { ChartSection } from '../../chart/chart-section';
import { useWidth } from '../../chart/use-width';
import { Walk } from '../../chart/walk';
import { useTexts } from '../../page-context';
import { Lines, type ChartLine } from './chart-lines';
import { Legend, Marks } from './chart-marks';
import { isCounted, pointsOf, stopsOf, type ChartPoint } from './chart-points';
import { chartScales, type ChartScales } from './chart-scales';
import { RoundTable } from './round-table';

const USUAL_WIDTH = 640;
const REACH = 24;

/** Fewer rounds make no picture. */
const LEAST_ROUNDS = 3;

function linesOf({ minutes, basis }: ReindexSuggestion, t: Texts): ChartLine[] {
  const current = basis.currentMinutes;
  if (current === minutes) return [{ kind: 'suggested', minutes, label: t('reindex.chart.line.both', minutes) }];
  const suggested: ChartLine = { kind: 'suggested', minutes, label: t('reindex.chart.line.suggested', minutes) };
  if (current === undefined) return [suggested];
  return [{ kind: 'current', minutes: current, label: t('reindex.chart.line.current', current) }, suggested];
}

/** The point next to the pointer, where one is near. */
function pointNear(
  points: readonly ChartPoint[],
  { x, y }: ChartScales,
  left: number,
  top: number,
): number | undefined {
  let found: number | undefined;
  let nearest = REACH;
  points.forEach(({ at, minutes }, place) => {
    const distance = Math.hypot(x(at) - left, y(minutes) - top);
    if (!(distance < nearest)) return;
    nearest = distance;
    found = place;
  });
  return found;
}

interface PlotProps {
  readonly points: readonly ChartPoint[];
  readonly lines: readonly ChartLine[];
}

/** The picture, and over it one control that walks through the rounds. */
function Plot({ points, lines }: PlotProps) {
  const t = useTexts();
  const { durations } = t;
  const helpId = useId();
  const area = useRef<HTMLDivElement>(null);
  const width = useWidth(area, USUAL_WIDTH);
  const [chosen, setChosen] = useState<number>();
  const scales = useMemo(
    () =>
      chartScales(
        points,
        lines.map(({ minutes }) => minutes),
        width,
      ),
    [points, lines, width],
  );
  const stops = useMemo(() => stopsOf(points), [points]);
  const count = points.length;
  const place = Math.min(chosen ?? count - 1, count - 1);
  const point = chosen === undefined ? undefined : points[place];
  const isThinned = stops.length < count;
  const onPointer = (left: number, top: number) =>
    setChosen((before) => pointNear(points, scales, left, top) ?? before);
  return (
    <>
      <div ref={area} className="gic-plot">
        <svg
          width={width}
          height={HEIGHT}
          role="img"
          aria-label={t('reindex.chart.summary', points.filter(isCounted).length, {
            list: lines.map(({ label }) => label),
          })}
        >
          <Axes
            scales={scales}
            width={width}
            label={(minutes) => durations.tick(minutes)}
            caption={
              width < WIDE
                ? t('reindex.chart.axis.short')
                : t('reindex.chart.axis', { date: scales.from }, { date: scales.to })
            }
          />
          <Marks points={points} scales={scales} />
          <Lines lines={lines} scales={scales} width={width} />
          {point && <circle className="gic-chosen" cx={scales.x(point.at)} cy={scales.y(point.minutes)} r="8" />}
        </svg>
        <Walk
          label={t('reindex.chart.walk')}
          helpId={helpId}
          placeText={t('reindex.chart.place', place + 1, count)}
          count={count}
          place={place}
          stops={stops}
          onPlace={setChosen}
          onPointer={onPointer}
        />
      </div>
      <p className="gic-point" role="status">
        {point &&
          t(
            'reindex.chart.point',
            place + 1,
            count,
            { date: point.at },
            durations.long(point.minutes),
            t(`reindex.chart.state.${point.state}`),
          )}
      </p>
      <p id={helpId} className="gic-subtle">
        {t(isThinned ? 'reindex.chart.help.many' : 'reindex.chart.help')}
        {scales.isStretched && ` ${t('reindex.chart.stretched')}`}
      </p>
    </>
  );
}

/** Durations of the rounds over time, with the current and the suggested interval; nothing of only a few rounds. */
export function RoundChart({ advice }: { readonly advice: ReindexSuggestion }) {
  const t = useTexts();
  const points = useMemo(() => pointsOf(advice.basis), [advice]);
  const lines = useMemo(() => linesOf(advice, t), [advice, t]);
  if (points.filter(isCounted).length < LEAST_ROUNDS) return null;
  return (
    <ChartSection
      heading={t('reindex.chart.heading')}
      showTable={t('reindex.chart.show-table')}
      hideTable={t('reindex.chart.hide-table')}
      table={() => <RoundTable points={points} />}
    >
      <Legend points={points} />
      <Plot points={points} lines={lines} />
    </ChartSection>
  );
}
