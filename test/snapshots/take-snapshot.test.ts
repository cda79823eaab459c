import type { Finding } from '../../src/model/finding';
import { SINGLE_REPOSITORIES } from '../../src/model/integration';
import type { Report } from '../../src/report/report';
import { NO_SNAPSHOTS, type Snapshots } from '../../src/snapshots/snapshot';
import { withSnapshot } from '../../src/snapshots/take-snapshot';
import { DAY, HOUR, MINUTE, NOW } from '../support/facts';
import { finding } from '../support/finding';
import { reportOn, subjectReport } from '../support/subject-report';

const reportWith = (verdict: Finding['verdict']) =>
  reportOn([subjectReport({ findings: [finding({ check: 'ssl-verification', verdict })] })]);
const well = reportWith('pass');
const failing = reportWith('fail');

/** Checks at their times after `NOW`. */
function after(...checks: [number, Report][]): Snapshots {
  return checks.reduce((kept, [at, report]) => withSnapshot(kept, report, NOW + at), NO_SNAPSHOTS);
}

const times = ({ snapshots }: Snapshots) => snapshots.map(({ at }) => at - NOW);

test('the first has counts of integrations, and no news', () => {
  const single = subjectReport({ key: SINGLE_REPOSITORIES, findings: [finding({ verdict: 'fail' })] });
  const { snapshots, last, names, visitedAt } = after([0, reportOn([...failing.subjects, single])]);
  expect(snapshots).toEqual([{ at: NOW, healths: { 'needs-attention': 1 }, news: [], more: 0 }]);
  expect(last).toMatchObject({ at: NOW, subjects: { 'integration:1': { fails: ['ssl-verification'] } } });
  expect(names['integration:1']).toBe('GitHub: team 1');
  expect(visitedAt).toBeUndefined();
});

test('where nothing changed within an hour only the last check moves on, and news keep their time', () => {
  const kept = after([0, well], [MINUTE, failing], [HOUR, failing]);
  expect(times(kept)).toEqual([0, MINUTE]);
  expect(kept.last?.at).toBe(NOW + HOUR);
  expect(times(after([0, well], [MINUTE, failing], [HOUR + MINUTE, failing]))).toEqual([0, MINUTE, HOUR + MINUTE]);
});

test('other counts without news are another snapshot', () => {
  const partly = reportWith('unknown');
  expect(after([0, well], [MINUTE, partly]).snapshots.map(({ healths }) => healths)).toEqual([
    { healthy: 1 },
    { 'not-checked': 1 },
  ]);
});

test('what is new is kept with each', () => {
  const { snapshots } = after([0, well], [MINUTE, failing], [DAY, well]);
  expect(snapshots.map(({ news }) => news.map(({ kind }) => kind))).toEqual([[], ['found'], ['fixed']]);
});

test('a visit goes on while checks are half an hour apart', () => {
  expect(after([0, well], [30 * MINUTE, well]).visitedAt).toBeUndefined();
  expect(after([0, well], [31 * MINUTE, well]).visitedAt).toBe(NOW);
  expect(after([0, well], [DAY, well], [DAY + MINUTE, failing]).visitedAt).toBe(NOW);
});

test('a clock that was ahead puts nothing after what comes', () => {
  const kept = after([DAY, well], [DAY + HOUR, failing], [0, well]);
  expect(times(kept)).toEqual([0, 0, 0]);
  expect(kept.last?.at).toBe(NOW);
  expect(kept.visitedAt).toBe(NOW);
});

describe('bounds', () => {
  const each = (
    count: number,
    step: number,
    between: (place: number) => Report = (place) => (place % 2 ? well : failing),
  ) => after(...Array.from({ length: count }, (_, place): [number, Report] => [place * step, between(place)]));

  test('nothing is older than 400 days', () => {
    const kept = each(402, DAY);
    expect(times(kept)[0]).toBe(DAY);
    expect(kept.snapshots).toHaveLength(401);
  });

  test('of what is older than a month there is one a day, with the news of all of that day', () => {
    const start = Math.ceil(NOW / DAY) * DAY - NOW;
    const checks: [number, Report][] = [0, 1, 2, 3].map((hour) => [start + hour * HOUR, hour % 2 ? failing : well]);
    const later: [number, Report] = [start + 3 * HOUR + 31 * DAY, failing];
    const latest: [number, Report] = [later[0] + 1, failing];
    expect(times(after(...checks, later))).toEqual([start + 2 * HOUR, start + 3 * HOUR, later[0]]);
    const kept = after(...checks, later, latest);
    expect(times(kept)).toEqual([start + 3 * HOUR, later[0]]);
    expect(kept.snapshots[0]?.news.map(({ kind }) => kind)).toEqual(['found', 'fixed', 'found']);
    expect(kept.snapshots[0]?.healths).toEqual({ 'needs-attention': 1 });
  });

  test('of more than a hundred news the rest is counted', () => {
    const many = (verdict: Finding['verdict']) =>
      reportOn(
        Array.from({ length: 101 }, (_, place) =>
          subjectReport({ id: String(place), findings: [finding({ verdict, subject: `integration:${place}` })] }),
        ),
      );
    const [, snapshot] = after([0, many('pass')], [HOUR, many('fail')]).snapshots;
    expect(snapshot?.news).toHaveLength(100);
    expect(snapshot?.more).toBe(1);
  });

  test('it grows to half a million characters, and loses the oldest first', () => {
    const manyOn = (place: number) =>
      reportOn(
        Array.from({ length: 80 }, (_, id) =>
          subjectReport({
            id: String(id),
            name: 'x'.repeat(400),
            findings: [finding({ verdict: place % 2 ? 'pass' : 'fail' })],
          }),
        ),
      );
    const kept = each(100, HOUR, manyOn);
    expect(JSON.stringify(kept).length).toBeLessThan(500_000);
    expect(kept.snapshots.length).toBeGreaterThan(40);
    expect(kept.snapshots.length).toBeLessThan(100);
    expect(kept.snapshots.at(-1)?.at).toBe(NOW + 99 * HOUR);
    expect(kept.names['integration:1']).toHaveLength(300);
  });

  test('names that nothing needs are forgotten', () => {
    const other = reportOn([subjectReport({ id: '2' })]);
    expect(Object.keys(after([0, well], [DAY, other]).names)).toEqual(['integration:1', 'integration:2']);
    expect(Object.keys(after([0, well], [DAY, other], [402 * DAY, other]).names)).toEqual(['integration:2']);
  });
});
