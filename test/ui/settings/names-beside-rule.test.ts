import { namesBesideRule } from '../../../src/ui/settings/names-beside-rule';
import { gathered, integration } from '../../support/facts';

const ALL = gathered({
  integrations: [
    integration({ id: '1', displayName: 'GitLab: payments' }),
    integration({ id: '2', displayName: 'payments' }),
    integration({ id: '3', displayName: ' ' }),
    integration({ id: '4', displayName: 'unreadable' }),
    integration({ id: '5', displayName: 'old', disabled: true }),
    integration({ id: '6', displayName: 'x'.repeat(101) }),
  ],
});

test('of the names that are there it tells which fit, which fail, and of how many nobody can say', () => {
  expect(namesBesideRule('(GitHub|GitLab): .+', ALL)).toEqual({ fitting: 1, failing: ['payments'], unknown: 3 });
});

test('nothing is said without a rule, with one that is none, and without names', () => {
  expect(namesBesideRule('', ALL)).toBeUndefined();
  expect(namesBesideRule('(', ALL)).toBeUndefined();
  expect(namesBesideRule('.*', undefined)).toBeUndefined();
  expect(namesBesideRule('.*', gathered({ failed: { integrations: 'timeout' } }))).toBeUndefined();
});
