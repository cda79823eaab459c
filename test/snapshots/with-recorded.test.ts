import fc from 'fast-check';

import type { Finding } from '../../src/model/finding';
import type { Report } from '../../src/report/report';
import { NO_SNAPSHOTS, type Snapshots } from '../../src/snapshots/snapshot';
import { withSnapshot } from '../../src/snapshots/take-snapshot';
import { withRecorded, type RecordedCheck } from '../../src/snapshots/with-recorded';
import { DAY, HOUR, MINUTE, NOW } from '../support/facts';
import { finding } from '../support/finding';
import { reportOn, subjectReport } from '../support/subject-report';

type Verdicts = Readonly<Record<string, Finding['verdict']>>;

/** A report on integrations, by what SSL verification of each came to. */
function on(verdicts: Verdicts): Report {
  return reportOn(
    Object.entries(verdicts).map(([id, verdict]) =>
      subjectReport({ id, findings: [finding({ check: 'ssl-verification', subject: `integration:${id}`, verdict })] }),
    ),
  );
}

const well = on({ 1: 'pass' });
const failing = on({ 1: 'fail' });

type Check = readonly [at: number, report: Report];

/** What a browser kept that made these checks, at their times from `NOW`. */
const keptOf = (...checks: readonly Check[]): Snapshots =>
  checks.reduce((kept, [at, report]) => withSnapshot(kept, report, NOW + at), NO_SNAPSHOTS);

const recordings = (...checks: readonly Check[]): RecordedCheck[] =>
  checks.map(([at, report]) => ({ at: NOW + at, report }));

/** Time from `NOW` and news of each snapshot. */
const told = ({ snapshots }: Snapshots) =>
  snapshots.map(({ at, news }) => [
    at - NOW,
    news.map(({ kind, subject }) => `${kind} ${subject.replace('integration:', '')}`).join(', '),
  ]);

test('what today’s check found new was found by the first recording that has it', () => {
  const kept = keptOf([0, well], [7 * DAY, failing]);
  const recorded = recordings([DAY, well], [2 * DAY, failing], [3 * DAY, failing]);
  const { snapshots, added, known, tooOld } = withRecorded(kept, recorded, NOW + 7 * DAY);
  expect(told(snapshots)).toEqual([
    [0, ''],
    [DAY, ''],
    [2 * DAY, 'found 1'],
    [3 * DAY, ''],
    [7 * DAY, ''],
  ]);
  expect(added.map((at) => at - NOW)).toEqual([DAY, 2 * DAY, 3 * DAY]);
  expect([known, tooOld]).toEqual([0, 0]);
  expect(snapshots.last).toEqual(kept.last);
});

test('the first recording after a kept snapshot has what was so already, whatever kind of news it is', () => {
  const before = on({ 1: 'pass', 2: 'fail', 3: 'fail', 4: 'pass', 5: 'pass', 6: 'pass' });
  const disabled = subjectReport({ id: '5', health: 'disabled', findings: [] });
  const risky = subjectReport({
    id: '6',
    findings: [finding({ check: 'require-user-pat', subject: 'integration:6', verdict: 'fail', severity: 'high' })],
  });
  const instance = [finding({ check: 'reindex-interval', verdict: 'fail', scope: 'instance' })];
  const others = on({ 1: 'fail', 2: 'pass', 3: 'accepted', 7: 'pass' }).subjects;
  const after = reportOn([...others, disabled, risky], instance);
  const kept = keptOf([0, before], [7 * DAY, after]);
  const news = 'at-risk 6, found 1, found 6, found instance, fixed 2, accepted 3, came 7, gone 4, disabled 5';
  expect(told(kept)[1]).toEqual([7 * DAY, news]);
  expect(told(withRecorded(kept, recordings([DAY, after]), NOW + 7 * DAY).snapshots).slice(1)).toEqual([
    [DAY, news],
    [7 * DAY, ''],
  ]);
  expect(told(withRecorded(kept, recordings([DAY, before]), NOW + 7 * DAY).snapshots).slice(1)).toEqual([
    [DAY, ''],
    [7 * DAY, news],
  ]);
  const again = keptOf([0, after], [7 * DAY, before]);
  expect(told(withRecorded(again, recordings([DAY, before]), NOW + 7 * DAY).snapshots)[1]?.[1]).toContain('enabled 5');
});

test('what nobody knew at a recording was not so', () => {
  const kept = keptOf([0, failing], [7 * DAY, well]);
  const { snapshots } = withRecorded(kept, recordings([DAY, on({ 1: 'unknown' })]), NOW + 7 * DAY);
  expect(told(snapshots).slice(1)).toEqual([
    [DAY, ''],
    [7 * DAY, 'fixed 1'],
  ]);
});

describe('what was so only between two checks', () => {
  const kept = keptOf([0, well], [7 * DAY, well]);
  const recorded = recordings([DAY, well], [2 * DAY, failing]);

  test('is told to be over by the last check, where its report is known', () => {
    const { snapshots } = withRecorded(kept, recorded, NOW + 7 * DAY, well);
    expect(told(snapshots).slice(1)).toEqual([
      [DAY, ''],
      [2 * DAY, 'found 1'],
      [7 * DAY, 'fixed 1'],
    ]);
  });

  test('else the last check is left as it was', () => {
    const { snapshots } = withRecorded(kept, recorded, NOW + 7 * DAY);
    expect(told(snapshots).slice(2)).toEqual([
      [2 * DAY, 'found 1'],
      [7 * DAY, ''],
    ]);
  });
});

test('what the last check could not know stays as the recordings before it knew it', () => {
  const unknown = on({ 1: 'unknown' });
  const kept = keptOf([0, well], [7 * DAY, unknown]);
  const { snapshots } = withRecorded(kept, recordings([DAY, failing]), NOW + 7 * DAY, unknown);
  expect(snapshots.last).toMatchObject({
    at: NOW + 7 * DAY,
    subjects: { 'integration:1': { fails: ['ssl-verification'] } },
  });
});

test('a recording between the last snapshot and a quiet check after it', () => {
  const kept = keptOf([0, well], [40 * MINUTE, well]);
  const { snapshots } = withRecorded(kept, recordings([20 * MINUTE, failing]), NOW + HOUR, well);
  expect(told(snapshots)).toEqual([
    [0, ''],
    [20 * MINUTE, 'found 1'],
    [40 * MINUTE, 'fixed 1'],
  ]);
});

test('one that is newer than the last check becomes it, with its news since', () => {
  const { snapshots } = withRecorded(keptOf([0, well]), recordings([DAY, failing]), NOW + 2 * DAY);
  expect(told(snapshots)).toEqual([
    [0, ''],
    [DAY, 'found 1'],
  ]);
  expect(snapshots.last?.at).toBe(NOW + DAY);
});

describe('one that tells nothing new is counted, and not kept', () => {
  const kept = keptOf([0, well], [DAY, failing], [DAY + 30 * MINUTE, failing]);
  test.each([
    ['at the time of a snapshot', DAY, failing],
    ['at the time of the last check, which was quiet', DAY + 30 * MINUTE, failing],
    ['finds the same less than an hour later', HOUR - 1, well],
  ] as const)('%s', (_, at, report) => {
    const { snapshots, known } = withRecorded(kept, recordings([at, report]), NOW + 2 * DAY, failing);
    expect(snapshots).toEqual(kept);
    expect(known).toBe(1);
  });
  test('an hour later it is kept', () =>
    expect(withRecorded(kept, recordings([HOUR, well]), NOW + 2 * DAY, failing).added).toEqual([NOW + HOUR]));
  test('the same file twice is one', () => {
    const { added, known } = withRecorded(kept, recordings([HOUR, well], [HOUR, well]), NOW + 2 * DAY, failing);
    expect([added.length, known]).toEqual([1, 1]);
  });
});

describe('bounds', () => {
  test('nothing older than 400 days', () => {
    const recorded = recordings([-1, well], [0, well]);
    const { added, tooOld } = withRecorded(NO_SNAPSHOTS, recorded, NOW + 400 * DAY);
    expect([added, tooOld]).toEqual([[NOW], 1]);
  });

  test('of a day that is more than a month ago the latest is kept, with the news of all; an earlier one tells nothing more', () => {
    const start = Math.ceil(NOW / DAY) * DAY - NOW;
    const day = recordings([start, well], [start + HOUR, failing], [start + 2 * HOUR, well]);
    const now = NOW + start + 40 * DAY;
    const { snapshots, added } = withRecorded(NO_SNAPSHOTS, day, now);
    expect(told(snapshots)).toEqual([[start + 2 * HOUR, 'found 1, fixed 1']]);
    expect(added).toHaveLength(3);
    expect(withRecorded(snapshots, day, now)).toEqual({ snapshots, added: [], known: 3, tooOld: 0 });
  });

  test('what has no room any more is counted as too old', () => {
    const many = Array.from({ length: 80 }, (_, id) => String(id));
    const report = (place: number) => on(Object.fromEntries(many.map((id) => [id, place % 2 ? 'pass' : 'fail'])));
    const checks = recordings(...Array.from({ length: 150 }, (_, place): Check => [place * HOUR, report(place)]));
    const { snapshots, added, tooOld } = withRecorded(NO_SNAPSHOTS, checks, NOW + 7 * DAY);
    expect(tooOld).toBeGreaterThan(0);
    expect(added).toHaveLength(snapshots.snapshots.length);
    expect(added.length + tooOld).toBe(150);
  });
});

describe('whatever was checked', () => {
  const reports = [well, failing, on({ 1: 'accepted' }), on({ 1: 'pass', 2: 'fail' }), on({ 2: 'pass' }), on({})];
  const checks = fc
    .uniqueArray(fc.record({ at: fc.integer({ min: 0, max: 200 }), of: fc.constantFrom(...reports) }), {
      selector: ({ at }) => at,
      minLength: 2,
      maxLength: 8,
    })
    .map((all) => all.map(({ at, of }): Check => [at * 20 * MINUTE, of]).sort(([one], [other]) => one - other));
  const now = NOW + 4 * DAY;

  test('recordings alone, and all of them before the one check of a browser, tell what a browser that made all would have kept', () => {
    fc.assert(
      fc.property(checks, (all) => {
        const expected = keptOf(...all);
        const alone = withRecorded(NO_SNAPSHOTS, recordings(...all), now).snapshots;
        expect(alone.snapshots).toEqual(expected.snapshots);
        expect(alone.last).toEqual(expected.last);
        const [at = 0, report = well] = all.at(-1) ?? [];
        const late = withRecorded(keptOf([at, report]), recordings(...all.slice(0, -1)), now, report).snapshots;
        expect(late.last).toEqual(expected.last);
        // The one check that the browser made is kept, whether it was quiet or not.
        const before = (kept: Snapshots) => told(kept).filter(([time]) => time !== at);
        expect(before(late)).toEqual(before(expected));
      }),
      { numRuns: 100 },
    );
  });

  test('the same import twice is one', () => {
    fc.assert(
      fc.property(checks, checks, (made, recorded) => {
        const latest = made.at(-1)?.[1];
        const once = withRecorded(keptOf(...made), recordings(...recorded), now, latest).snapshots;
        const newest = Math.max(...[...made, ...recorded].map(([at]) => at));
        const report = [...recorded, ...made].find(([at]) => at === newest)?.[1];
        const twice = withRecorded(once, recordings(...recorded), now, report);
        expect(twice.added).toEqual([]);
        expect(twice.snapshots).toEqual(once);
      }),
      { numRuns: 200 },
    );
  });
});
