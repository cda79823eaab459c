import { deletedIntegration } from '../../src/checks/deleted-integration';
import { gathered, MINUTE, NOW, stampOf, type GatheredChanges } from '../support/facts';
import { inFull, inShort, judgeInstance, type Case } from '../support/judging';

const own = 'check.deleted-integration.reason';
const gone = 'fail';

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
  ['none gone, an integration could not be used', { integrationsUnusable: 1 }, 'pass'],
  ['gone, repositories could not be used', { repositories: { '99': {} }, unplaced: 1 }, gone],
  ['of one that is gone none is left', { repositories: { '99': { total: 0 } } }, 'pass'],
  ['of one that is gone one is left', { repositories: { '99': { total: 1 } } }, gone],
];

test.each(cases)('%s', (_, changes, expected) => {
  expect(inShort(judgeInstance(deletedIntegration, changes))).toBe(expected);
});

test.each<Case<GatheredChanges>>([
  ['none', {}, 'pass <- trackedFolderId='],
  [
    'two',
    { repositories: { '1': { total: 7 }, '98': { total: 2 }, '99': { total: 3 } } },
    `${gone} "check.deleted-integration.gone#5(5, [98, 99])" <- trackedFolderId=98,99 -> check.deleted-integration.wanted`,
  ],
  [
    'integrations may be cut',
    { repositories: { '99': {} }, integrationsAtLeast: true },
    'unknown: reason.list-cut#1(1) <- trackedFolderId=99',
  ],
  [
    'repositories may be cut',
    { repositories: { '1': { total: 7 } }, repositoriesAtLeast: true },
    'unknown: reason.list-cut#7(7) <- trackedFolderId=',
  ],
  ['repositories could not be used', { unplaced: 2 }, 'unknown: reason.rows-unusable#2(2) <- trackedFolderId='],
  [
    'an integration could not be used',
    { repositories: { '99': {} }, integrationsUnusable: 1 },
    `unknown: ${own}.incomplete <- trackedFolderId=99`,
  ],
])('says how many repositories, and of which integrations: %s', (_, changes, expected) => {
  expect(inFull(judgeInstance(deletedIntegration, changes))).toBe(expected);
});

test.each([
  [-6, gone],
  [0, gone],
  [5, gone],
  [5.001, `unknown: ${own}.incomplete`],
])('repositories that were read %d minutes after the integrations: %s', (minutes, expected) => {
  const { integrations, repositories } = gathered({ repositories: { '99': {} } });
  if (integrations.state !== 'read' || repositories.state !== 'read') throw new Error('not read');
  const stamp = { ...stampOf('repositories'), readAt: NOW + minutes * MINUTE };
  const given = { integrations: integrations.value, repositories: { ...repositories.value, stamp } };
  expect(inShort(deletedIntegration.judge(given))).toBe(expected);
});

test('weighs low', () => expect(deletedIntegration.severity).toBe('low'));
