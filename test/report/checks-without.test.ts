import { INTEGRATION_CHECKS } from '../../src/checks/registry';
import { buildReport } from '../../src/report/build-report';
import { checksWithout } from '../../src/report/checks-without';
import { gathered, reportOptions } from '../support/facts';

test('counts the checks of integrations that a source is missing for', () => {
  const report = buildReport(gathered({ failed: { repositories: 'timeout' } }), reportOptions());
  const needing = INTEGRATION_CHECKS.filter(({ needs }) => needs.includes('repositories'));
  expect(checksWithout(report, 'repositories')).toBe(needing.length);
  expect(checksWithout(report, 'server-info')).toBe(0);
});

test('nothing is missing where all of it was read', () => {
  expect(checksWithout(buildReport(gathered(), reportOptions()), 'repositories')).toBe(0);
});
