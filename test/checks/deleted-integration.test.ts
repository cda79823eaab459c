import { deletedIntegration } from '../../src/checks/deleted-integration';
import type { GatheredChanges } from '../support/facts';
import { inShort, judgeInstance, type Case } from '../support/judging';

const gone = 'fail: check.deleted-integration.reason.count';

const cases: Case<GatheredChanges>[] = [
  ['every repository has its integration', {}, 'pass'],
  ['no repository', { repositories: {} }, 'pass'],
  ['single repositories only', { repositories: {}, single: { total: 4 } }, 'pass'],
  ['nothing at all', { integrations: [], repositories: {} }, 'pass'],
  ['one integration is gone', { repositories: { '1': {}, '99': {} } }, gone],
  ['all are gone', { integrations: [] }, gone],
  ['gone, repositories may be cut', { repositories: { '99': {} }, repositoriesAtLeast: true }, gone],
  ['none gone, repositories may be cut', { repositoriesAtLeast: true }, 'unknown: reason.list-cut'],
  [
    'gone, but integrations may be cut',
    { repositories: { '99': {} }, integrationsAtLeast: true },
    'unknown: reason.list-cut',
  ],
  ['none gone, integrations may be cut', { integrationsAtLeast: true }, 'pass'],
];

test.each(cases)('%s', (_, changes, expected) => {
  expect(inShort(judgeInstance(deletedIntegration, changes))).toBe(expected);
});

test('says how many repositories, and of which integrations', () => {
  const { reason, found } = judgeInstance(deletedIntegration, {
    repositories: { '1': { total: 7 }, '98': { total: 2 }, '99': { total: 3 } },
  });
  expect(reason).toMatchObject({ count: 5, args: [5, { list: ['98', '99'] }] });
  expect(found).toMatchObject([{ field: 'trackedFolderId', value: ['98', '99'] }]);
});

test('weighs low', () => expect(deletedIntegration.severity).toBe('low'));
