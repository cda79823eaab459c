import { enabledRepositories } from '../../src/report/enabled-repositories';
import { gathered, integration, type GatheredChanges } from '../support/facts';

const two = [integration({ id: '1' }), integration({ id: '2', disabled: true })];

test.each<[string, GatheredChanges, number | undefined]>([
  ['all of one integration', { repositories: { '1': { total: 10 } } }, 10],
  ['not those that are disabled', { repositories: { '1': { total: 10, disabled: 3 } } }, 7],
  ['of two integrations', { repositories: { '1': { total: 10 }, '2': { total: 5 } } }, 15],
  ['of two, one of them disabled', { integrations: two, repositories: { '1': { total: 10 }, '2': { total: 5 } } }, 10],
  [
    'of one that may be disabled',
    { integrations: [integration({ disabled: 'absent' })], repositories: { '1': { total: 10 } } },
    10,
  ],
  ['single ones too', { repositories: { '1': { total: 10 } }, single: { total: 4, disabled: 1 } }, 13],
  ['none', { repositories: {} }, 0],
  ['integrations may be cut', { integrationsAtLeast: true }, undefined],
  ['repositories may be cut', { repositoriesAtLeast: true }, undefined],
  ['integrations unread', { failed: { integrations: 'http' } }, undefined],
  ['repositories unread', { failed: { repositories: 'http' } }, undefined],
])('%s', (_, changes, count) => {
  expect(enabledRepositories(gathered(changes))).toBe(count);
});
