import type { Health } from '../../../report/health';
import type { AxisScales } from '../../chart/axes';
import { useTexts } from '../../page-context';
import type { HealthPoint } from './health-points';

/** What each band is filled with beside its color, as commands of SVG paths on a tile of 8 pixels. */
const PATTERNS: Readonly<Record<Health, string>> = {
  'at-risk': 'M-2 2l4 -4M0 8l8 -8M6 10l4 -4M-2 6l8 -8M2 10l8 -8',
  'needs-attention': 'M2 2h1M6 6h1',
  'partly-checked': 'M0 4h8',
  'not-checked': 'M0 4h8M4 0v8',
  checking: '',
  healthy: '',
  disabled: 'M-2 -2l12 12',
};

const fillOf = (health: Health) => `url(#gic-band-${health})`;

function Patterns({ bands }: { readonly bands: readonly Health[] }) {
  return (
    <defs>
      {bands.map((health) => (
        <pattern key={health} id={`gic-band-${health}`} width="8" height="8" patternUnits="userSpaceOnUse">
          <rect className={`gic-band gic-band-${health}`} width="8" height="8" />
          <path className="gic-band-pattern" d={PATTERNS[health]} />
        </pattern>
      ))}
    </defs>
  );
}

/** The edge of a band in steps, since what one check found counts until the next. */
function stepsOf(points: readonly HealthPoint[], { x }: AxisScales, yOf: (point: HealthPoint) => number): string[] {
  return points.flatMap((point, place) => {
    const next = points[place + 1];
    return [`${x(point.at)} ${yOf(point)}`, ...(next ? [`${x(next.at)} ${yOf(point)}`] : [])];
  });
}

interface Props {
  readonly points: readonly HealthPoint[];
  readonly bands: readonly Health[];
}

/** How many integrations had each health, one band on the other, the worst at the bottom. */
export function Bands({ points, bands, scales }: Props & { readonly scales: AxisScales }) {
  const below = (count: number) => (point: HealthPoint) =>
    scales.y(bands.slice(0, count).reduce((sum, health) => sum + (point.healths[health] ?? 0), 0));
  return (
    <>
      <Patterns bands={bands} />
      {bands.map((health, place) => {
        const edges = [
          ...stepsOf(points, scales, below(place + 1)),
          ...stepsOf(points, scales, below(place)).reverse(),
        ];
        return <path key={health} className="gic-band-edge" fill={fillOf(health)} d={`M${edges.join('L')}z`} />;
      })}
    </>
  );
}

/** What each band means, in their order from the top, and how many integrations it has now. */
export function Legend({ points, bands }: Props) {
  const t = useTexts();
  return (
    <ul className="gic-legend">
      {[...bands].reverse().map((health) => (
        <li key={health}>
          <svg width="16" height="16" aria-hidden="true">
            <rect className="gic-band-edge" fill={fillOf(health)} x="1" y="1" width="14" height="14" />
          </svg>
          {t('history.chart.count', t(`health.${health}`), points.at(-1)?.healths[health] ?? 0)}
        </li>
      ))}
    </ul>
  );
}
