import { initialIndexingLoad } from '../../src/checks/initial-indexing-load';
import { integration, type GatheredChanges, type IntegrationChanges } from '../support/facts';
import { inFull, inShort, judgeInstance, type Case } from '../support/judging';

const own = 'check.initial-indexing-load.reason';
const never: IntegrationChanges = { lastIndexedDate: 'absent' };
const unread: IntegrationChanges = { lastIndexedDate: 'unreadable' };

function having(...changes: IntegrationChanges[]): GatheredChanges {
  return { integrations: changes.map((one, index) => integration({ id: String(index + 1), ...one })) };
}

const cases: Case<GatheredChanges>[] = [
  ['no integration', having(), 'pass'],
  ['none in initial indexing', having({}, {}, {}), 'pass'],
  ['two', having(never, never, {}), 'pass'],
  ['three', having(never, never, never), `fail: ${own}.names`],
  ['three, one of them disabled', having(never, never, { ...never, disabled: true }), 'pass'],
  [
    'three, of one it is not known whether it is disabled',
    having(never, never, { ...never, disabled: 'absent' }),
    `unknown: ${own}.unread`,
  ],
  ['two, and one that does not say', having(never, never, unread), `unknown: ${own}.unread`],
  ['one, and one that does not say', having(never, unread), 'pass'],
  ['three that do not say', having(unread, unread, unread), `unknown: ${own}.unread`],
  ['three, and one that does not say', having(never, never, never, unread), `fail: ${own}.names`],
  ['three that do not say, disabled', having(...[1, 2, 3].map(() => ({ ...unread, disabled: true }))), 'pass'],
  [
    'three, one of them with revision indexing off',
    having(never, never, { ...never, revisionIndexing: false }),
    'pass',
  ],
  [
    'three, of one it is not known whether revision indexing is off',
    having(never, never, { ...never, revisionIndexing: 'unreadable' }),
    `unknown: ${own}.unread`,
  ],
  [
    'three, of one revision indexing is absent',
    having(never, never, { ...never, revisionIndexing: 'absent' }),
    `unknown: ${own}.unread`,
  ],
  [
    'three, and revision indexing is reported of none',
    {
      ...having(...[1, 2, 3].map(() => ({ ...never, revisionIndexing: 'absent' as const }))),
      notReported: { integrations: ['revisionIndexing'] },
    },
    `fail: ${own}.names`,
  ],
  ['none in a list that may be cut', { ...having({}), integrationsAtLeast: true }, 'unknown: reason.list-cut'],
  [
    'three in a list that may be cut',
    { ...having(never, never, never), integrationsAtLeast: true },
    `fail: ${own}.names`,
  ],
];

test.each(cases)('%s', (_, changes, expected) => {
  expect(inShort(judgeInstance(initialIndexingLoad, changes))).toBe(expected);
});

test.each<Case<GatheredChanges>>([
  ['two', having(never, never), 'pass <- initialIndexing=2'],
  [
    'three are named, by id where there is no name',
    having({ ...never, displayName: 'One ' }, { ...never, displayName: 'absent' }, { ...never, displayName: '  ' }, {}),
    `fail: ${own}.names([One, 2, 3]) <- initialIndexing=3 -> check.initial-indexing-load.wanted(2)`,
  ],
  ['one, and two that do not say', having(never, unread, unread), `unknown: ${own}.unread#2(2) <- initialIndexing=1`],
  [
    'one, one that does not say, and a row that could not be used',
    { ...having(never, unread), integrationsUnusable: 1 },
    `unknown: ${own}.unread#2(2) <- initialIndexing=1`,
  ],
  ['one of each', { ...having(never), integrationsUnusable: 1 }, 'pass <- initialIndexing=1'],
  [
    'none of two, in a list that may be cut',
    { ...having({}, {}), integrationsAtLeast: true },
    'unknown: reason.list-cut#2(2) <- initialIndexing=0',
  ],
])('says how many and which: %s', (_, changes, expected) => {
  expect(inFull(judgeInstance(initialIndexingLoad, changes))).toBe(expected);
});

test('weighs low', () => expect(initialIndexingLoad.severity).toBe('low'));
