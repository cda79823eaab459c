import { buildReport } from '../../src/report/build-report';
import { REQUIRED_SOURCES } from '../../src/model/gathered';
import { completenessOf } from '../../src/snapshots/completeness';
import { finding } from '../support/finding';
import { gathered, reportOptions, type GatheredChanges } from '../support/facts';

const completeness = (changes: GatheredChanges = {}) => {
  const all = gathered(changes);
  return completenessOf(all, buildReport(all, reportOptions()));
};

test.each([
  ['everything was read', {}, 'full'],
  ['what is good to have could not be read', { failed: { schedule: 'forbidden', 'gij-version': 'forbidden' } }, 'full'],
  ['the list of integrations may be cut', { integrationsAtLeast: true }, 'partial'],
  ['a row of an integration could not be used', { integrationsUnusable: 1 }, 'partial'],
  ...REQUIRED_SOURCES.map((source) => [`${source} failed`, { failed: { [source]: 'timeout' } }, 'partial'] as const),
] as [string, GatheredChanges, string][])('%s', (_, changes, expected) => {
  expect(completeness(changes)).toBe(expected);
});

test('while a source is read, or a finding waits, it is pending', () => {
  const all = gathered();
  const report = buildReport(all, reportOptions());
  expect(completenessOf({ ...all, schedule: { state: 'pending', source: 'schedule' } }, report)).toBe('pending');
  const waiting = finding({ check: 'reindex-interval', verdict: 'unknown', pending: true });
  expect(completenessOf(all, { ...report, instance: [waiting] })).toBe('pending');
});
