import Button from '@atlaskit/button/new';
import { useId, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';

import type { Texts } from '../../../i18n/texts';
import type { ReindexSuggestion } from '../../../reindex/advice/advice';
import { useTexts } from '../../page-context';
import { Axes, Lines, type ChartLine } from './chart-lines';
import { Legend, Marks } from './chart-marks';
import { isCounted, pointAfterKey, pointsOf, stopsOf, type ChartPoint } from './chart-points';
import { chartScales, HEIGHT, type ChartScales } from './chart-scales';
import { RoundTable } from './round-table';
import { useWidth } from './use-width';

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
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = pointAfterKey(event.key, event.shiftKey, place, count, stops);
    if (next === undefined) return;
    event.preventDefault();
    setChosen(next);
  };
  const onMouseMove = ({ clientX, clientY, currentTarget }: MouseEvent) => {
    const { left, top } = currentTarget.getBoundingClientRect();
    setChosen((before) => pointNear(points, scales, clientX - left, clientY - top) ?? before);
  };
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
          <Axes scales={scales} width={width} />
          <Marks points={points} scales={scales} />
          <Lines lines={lines} scales={scales} width={width} />
          {point && <circle className="gic-chosen" cx={scales.x(point.at)} cy={scales.y(point.minutes)} r="8" />}
        </svg>
        <div
          className="gic-plot-keys"
          role="slider"
          tabIndex={0}
          aria-label={t('reindex.chart.walk')}
          aria-describedby={helpId}
          aria-orientation="horizontal"
          aria-valuemin={1}
          aria-valuemax={count}
          aria-valuenow={place + 1}
          aria-valuetext={t('reindex.chart.place', place + 1, count)}
          onFocus={() => setChosen(place)}
          onKeyDown={onKeyDown}
          onMouseMove={onMouseMove}
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
  const headingId = useId();
  const [hasTable, setHasTable] = useState(false);
  const points = useMemo(() => pointsOf(advice.basis), [advice]);
  const lines = useMemo(() => linesOf(advice, t), [advice, t]);
  if (points.filter(isCounted).length < LEAST_ROUNDS) return null;
  return (
    <section className="gic-chart" aria-labelledby={headingId}>
      <div className="gic-chart-top">
        <h3 id={headingId}>{t('reindex.chart.heading')}</h3>
        <Button spacing="compact" onClick={() => setHasTable(!hasTable)}>
          {t(hasTable ? 'reindex.chart.hide-table' : 'reindex.chart.show-table')}
        </Button>
      </div>
      <Legend points={points} />
      <Plot points={points} lines={lines} />
      {hasTable && <RoundTable points={points} />}
    </section>
  );
}
