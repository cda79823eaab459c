import { scaleLinear, scaleTime } from 'd3-scale';
import { useId, useMemo, useRef, useState } from 'react';

import type { Health } from '../../../report/health';
import type { Snapshots } from '../../../snapshots/snapshot';
import { Axes, HEIGHT, MARGIN, WIDE, xTicksOf, type AxisScales } from '../../chart/axes';
import { ChartSection } from '../../chart/chart-section';
import { Figures } from '../../chart/figures';
import { useWidth } from '../../chart/use-width';
import { Walk } from '../../chart/walk';
import { useTexts } from '../../page-context';
import { Bands, Legend } from './bands';
import { areOfDays, bandsOf, placeAt, pointsOf, stopsOf, totalOf, type HealthPoint } from './health-points';

const USUAL_WIDTH = 640;

interface Scales extends AxisScales {
  readonly from: number;
  readonly to: number;
  readonly timeAt: (left: number) => number;
}

function scalesOf(points: readonly HealthPoint[], width: number): Scales {
  const from = points[0]?.at ?? 0;
  const to = points.at(-1)?.at ?? 0;
  const x = scaleTime()
    .domain([from, to])
    .range([MARGIN.left + 8, width - MARGIN.right - 8]);
  const y = scaleLinear()
    .domain([0, Math.max(1, ...points.map(totalOf))])
    .range([HEIGHT - MARGIN.bottom, MARGIN.top]);
  return {
    x,
    y,
    xTicks: x.ticks(xTicksOf(width)),
    yTicks: y.ticks(5).filter(Number.isInteger),
    from,
    to,
    timeAt: (left) => x.invert(left).getTime(),
  };
}

interface PlotProps {
  readonly points: readonly HealthPoint[];
  readonly bands: readonly Health[];
}

/** The picture, and over it one control that walks through the checks. */
function Plot({ points, bands }: PlotProps) {
  const t = useTexts();
  const helpId = useId();
  const area = useRef<HTMLDivElement>(null);
  const width = useWidth(area, USUAL_WIDTH);
  const [chosen, setChosen] = useState<number>();
  const scales = useMemo(() => scalesOf(points, width), [points, width]);
  const stops = useMemo(() => stopsOf(points), [points]);
  const count = points.length;
  const place = Math.min(chosen ?? count - 1, count - 1);
  const point = chosen === undefined ? undefined : points[place];
  const span = [{ date: scales.from }, { date: scales.to }] as const;
  const countsOf = ({ healths }: HealthPoint) =>
    bands
      .filter((health) => healths[health] !== undefined)
      .map((health) => t('history.chart.count', t(`health.${health}`), healths[health] ?? 0));
  return (
    <>
      <div ref={area} className="gic-plot">
        <svg width={width} height={HEIGHT} role="img" aria-label={t('history.chart.summary', count, ...span)}>
          <Axes
            scales={scales}
            width={width}
            label={(count) => t.number(count)}
            caption={width < WIDE ? t('history.chart.axis.short') : t('history.chart.axis', ...span)}
          />
          <Bands points={points} bands={bands} scales={scales} />
          {point && (
            <line
              className="gic-chosen"
              x1={scales.x(point.at)}
              x2={scales.x(point.at)}
              y1={MARGIN.top}
              y2={HEIGHT - MARGIN.bottom}
            />
          )}
        </svg>
        <Walk
          label={t('history.chart.walk')}
          helpId={helpId}
          placeText={t('history.chart.place', place + 1, count)}
          count={count}
          place={place}
          stops={stops}
          onPlace={setChosen}
          onPointer={(left) => setChosen(placeAt(points, scales.timeAt(left)))}
        />
      </div>
      <p className="gic-point" role="status">
        {point && t('history.chart.point', place + 1, count, { date: point.at }, countsOf(point).join(', '))}
      </p>
      <p id={helpId} className="gic-subtle">
        {t(stops.length < count ? 'history.chart.help.many' : 'history.chart.help')} {t('history.chart.steps')}
      </p>
    </>
  );
}

/** How many integrations had each health over time; nothing as long as all checks are of one day. */
export function HealthChart({ snapshots }: { readonly snapshots: Snapshots }) {
  const t = useTexts();
  const points = useMemo(() => pointsOf(snapshots), [snapshots]);
  const bands = useMemo(() => bandsOf(points), [points]);
  if (!areOfDays(points)) return null;
  const names = bands.map((health) => t(`health.${health}`));
  return (
    <ChartSection
      heading={t('history.chart.heading')}
      showTable={t('history.chart.show-table')}
      hideTable={t('history.chart.hide-table')}
      table={() => (
        <Figures caption={t('history.chart.table')} heads={[t('history.chart.checked'), ...names]}>
          {points
            .map((point, place) => (
              <tr key={place}>
                <th scope="row">{t.date(point.at)}</th>
                {bands.map((health) => (
                  <td key={health}>{t.number(point.healths[health] ?? 0)}</td>
                ))}
              </tr>
            ))
            .reverse()}
        </Figures>
      )}
    >
      <Legend points={points} bands={bands} />
      <Plot points={points} bands={bands} />
    </ChartSection>
  );
}
