import { parseSnapshots } from '../../src/snapshots/kept-snapshots';
import { NO_SNAPSHOTS } from '../../src/snapshots/snapshot';
import { withSnapshot } from '../../src/snapshots/take-snapshot';
import { DAY, NOW } from '../support/facts';
import { finding } from '../support/finding';
import { reportOn, subjectReport } from '../support/subject-report';

const failing = reportOn([subjectReport({ findings: [finding({ verdict: 'fail', severity: 'high' })] })]);
const some = withSnapshot(withSnapshot(NO_SNAPSHOTS, reportOn([subjectReport()]), NOW), failing, NOW + DAY);

test('what was written is read', () => {
  expect(some.snapshots[1]?.news).toHaveLength(2);
  expect(parseSnapshots(JSON.stringify(some))).toEqual({ kind: 'read', snapshots: some });
  expect(parseSnapshots(null)).toEqual({ kind: 'read', snapshots: NO_SNAPSHOTS });
});

test.each([
  ['a later version', { ...some, version: 2 }, 'newer'],
  ['a later version of another shape', { version: 7 }, 'newer'],
  ['no version', { ...some, version: undefined }, 'unreadable'],
  ['no snapshots', { version: 1, names: {} }, 'unreadable'],
  ['names that are none', { ...some, names: { a: 1 } }, 'unreadable'],
  ['a last check of no time', { ...some, last: { ...some.last, at: 'today' } }, 'unreadable'],
  [
    'a health that is none',
    { ...some, last: { ...some.last, subjects: { a: { health: 'ill', fails: [] } } } },
    'unreadable',
  ],
  ['a list', [], 'unreadable'],
  ['nothing', null, 'unreadable'],
])('%s', (_, written, kind) => {
  expect(parseSnapshots(JSON.stringify(written))).toEqual({ kind });
});

test('what is no JSON cannot be read', () => expect(parseSnapshots('{')).toEqual({ kind: 'unreadable' }));

const [first, second] = some.snapshots;

test.each([
  ['of a time that is none', { ...first, at: 1e300 }],
  ['of a health that is none', { ...first, healths: { ill: 1 } }],
  ['of a count that is none', { ...first, healths: { healthy: -1 } }],
  ['of news that are none', { ...first, news: [{ kind: 'heard', subject: 'integration:1' }] }],
  ['of a check that is none', { ...first, news: [{ kind: 'fixed', subject: 'integration:1' }] }],
  ['of nothing', null],
])('a snapshot %s is left out', (_, spoilt) => {
  expect(parseSnapshots(JSON.stringify({ ...some, snapshots: [spoilt, second] }))).toEqual({
    kind: 'read',
    snapshots: { ...some, snapshots: [second] },
  });
});

test('they are put in the order of time', () => {
  expect(parseSnapshots(JSON.stringify({ ...some, snapshots: [second, first] }))).toEqual({
    kind: 'read',
    snapshots: some,
  });
});
