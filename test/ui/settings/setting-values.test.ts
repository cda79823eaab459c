import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { SETTINGS, settingProblem } from '../../../src/decisions/settings';
import { WEIGHED_BY_CASE } from '../../../src/ui/settings/check-settings';
import { CHECKS, recommendedOf, SETTING_NAMES, textOf, typedValue } from '../../../src/ui/settings/setting-values';
import { ROOT } from '../../support/source-files';

test('each setting stands in the form once, and what is recommended can be typed', () => {
  const ofChecks = CHECKS.flatMap(({ id }) => [`check.${id}.off`, `check.${id}.severity`]);
  expect([...SETTING_NAMES].sort()).toEqual([...ofChecks, ...Object.keys(SETTINGS)].sort());
  for (const name of SETTING_NAMES)
    expect([name, typedValue(name, textOf(name, recommendedOf(name)))]).toEqual([name, { value: undefined }]);
});

test.each([
  ['limit.repositories', '500', { value: 500 }],
  ['limit.repositories', ' 2000 ', { value: undefined }],
  ['limit.repositories', '0', { problem: 'too-small' }],
  ['limit.repositories', '2.5', { problem: 'not-whole' }],
  ['limit.repositories', '1e3', { problem: 'type' }],
  ['limit.repositories', '', { problem: 'type' }],
  ['limit.asked-again-days', '366', { problem: 'too-large' }],
  ['policy.quantile', '90', { value: 0.9 }],
  ['policy.quantile', '7', { value: 0.07 }],
  ['policy.quantile', '95', { value: undefined }],
  ['policy.quantile', '0', { problem: 'too-small' }],
  ['policy.quantile', '100.5', { problem: 'too-large' }],
  ['policy.marginShare', '0', { value: 0 }],
  ['policy.marginShare', '0,5', { value: 0.005 }],
  ['policy.marginShare', '-1', { problem: 'too-small' }],
  ['policy.marginMinutes', '4,5', { value: 4.5 }],
  ['policy.historyDays', '2.5', { value: 2.5 }],
  ['policy.floorMinutes', 'five', { problem: 'type' }],
  ['check.ssl-verification.off', 'true', { value: true }],
  ['check.ssl-verification.off', '', { value: undefined }],
  ['check.ssl-verification.severity', 'low', { value: 'low' }],
  ['check.ssl-verification.severity', 'high', { value: undefined }],
  ['badges', 'off', { value: 'off' }],
  ['badges', 'on', { value: undefined }],
  ['badges', '', { problem: 'type' }],
  ['name-pattern', ' ', { value: undefined }],
  ['name-pattern', 'Git.*', { value: 'Git.*' }],
  ['name-pattern', '(', { problem: 'not-valid' }],
])('%s as “%s”: %j', (name, text, typed) => expect(typedValue(name, text)).toEqual(typed));

test('what is shown is read back as it was, and can be saved', () => {
  for (const [name, value] of [
    ['policy.quantile', 0.07],
    ['policy.marginShare', 0.005],
    ['policy.historyDays', 2.5],
  ] as const) {
    expect(settingProblem(name, value)).toBeUndefined();
    expect(typedValue(name, textOf(name, value))).toEqual({ value });
  }
});

test('the checks that weigh by case are those that judge with another severity', () => {
  const byCase = CHECKS.filter(({ id }) => {
    const source = readFileSync(join(ROOT, `src/checks/${id}.ts`), 'utf8');
    return (source.match(/\bseverity\b/g)?.length ?? 0) > 1;
  });
  expect(byCase.map(({ id }) => id).sort()).toEqual([...WEIGHED_BY_CASE].sort());
});
