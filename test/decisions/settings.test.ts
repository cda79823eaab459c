import { NO_DECISIONS, withEntries, type Decisions, type SettingEntry } from '../../src/decisions/decisions';
import { checkSetting, definitionOf, settingProblem, SETTINGS, settingsOf } from '../../src/decisions/settings';
import { DEFAULT_CHECK_SETTINGS } from '../../src/model/check-settings';
import { DEFAULT_POLICY } from '../../src/model/reindex-policy';
import { NOW } from '../support/facts';

type Value = SettingEntry['value'];

function set(values: Readonly<Record<string, Value>>): Decisions {
  return withEntries(
    NO_DECISIONS,
    Object.entries(values).map(([name, value]) => ({ kind: 'setting', name, value, at: NOW })),
  );
}

test('what nobody set is as recommended', () => {
  expect(settingsOf(NO_DECISIONS)).toEqual({
    checks: DEFAULT_CHECK_SETTINGS,
    askedAgainAfterDays: 180,
    policy: {},
    isReadOnly: false,
    badges: 'on',
    impossible: [],
  });
});

test('what is set holds', () => {
  const settings = {
    [checkSetting('webhooks', 'off')]: true,
    'check.display-name.off': false,
    [checkSetting('display-name', 'severity')]: 'high',
    'limit.repositories': 500,
    'limit.stale-rounds': 5,
    'limit.asked-again-days': 30,
    'policy.quantile': 0.9,
    'policy.marginMinutes': 0,
    'name-pattern': '.+: .+',
    'read-only': true,
    badges: 'last-check',
  };
  expect(settingsOf(set(settings))).toEqual({
    checks: {
      off: ['webhooks'],
      severities: { 'display-name': 'high' },
      mostRepositories: 500,
      staleRounds: 5,
      namePattern: '.+: .+',
    },
    askedAgainAfterDays: 30,
    policy: { quantile: 0.9, marginMinutes: 0 },
    isReadOnly: true,
    badges: 'last-check',
    impossible: [],
  });
});

test('an impossible value is as recommended, and is named', () => {
  const { impossible, ...rest } = settingsOf(
    set({ 'limit.repositories': 0, 'name-pattern': '(a+)+', 'read-only': 'yes', badges: 'sometimes', colour: 'red' }),
  );
  expect(impossible).toEqual(['limit.repositories', 'name-pattern', 'read-only', 'badges', 'colour']);
  expect({ ...rest, impossible: [] }).toEqual(settingsOf(NO_DECISIONS));
});

test.each<[string, Value, string | undefined]>([
  ['limit.repositories', 1, undefined],
  ['limit.repositories', 0, 'too-small'],
  ['limit.repositories', 100_001, 'too-large'],
  ['limit.repositories', 1.5, 'not-whole'],
  ['limit.repositories', '5', 'type'],
  ['limit.repositories', NaN, 'type'],
  ['limit.stale-rounds', 101, 'too-large'],
  ['limit.asked-again-days', 366, 'too-large'],
  ['policy.quantile', 1, undefined],
  ['policy.quantile', 0, 'too-small'],
  ['policy.quantile', 1.1, 'too-large'],
  ['policy.marginShare', 0, undefined],
  ['policy.floorMinutes', 0.5, 'too-small'],
  ['policy.floorMinutes', 1.5, 'not-whole'],
  ['check.webhooks.off', true, undefined],
  ['check.webhooks.off', 1, 'type'],
  ['check.webhooks.severity', 'low', undefined],
  ['check.webhooks.severity', 'urgent', 'type'],
  ['check.webhooks.colour', 'red', 'unknown'],
  ['check..off', true, 'unknown'],
  ['name-pattern', '.+', undefined],
  ['name-pattern', '[', 'not-valid'],
  ['name-pattern', true, 'type'],
  ['read-only', false, undefined],
  ['badges', 'on', undefined],
  ['badges', 'off', undefined],
  ['badges', 'ON', 'type'],
  ['badges', true, 'type'],
  ['toString', true, 'unknown'],
])('%s = %s: %s', (name, value, problem) => expect(settingProblem(name, value)).toBe(problem));

test('each number of the advisor can be set, and all that is recommended is possible', () => {
  const policy = Object.keys(SETTINGS).filter((name) => name.startsWith('policy.'));
  expect(policy).toEqual(Object.keys(DEFAULT_POLICY).map((name) => `policy.${name}`));
  for (const [name, definition] of Object.entries(SETTINGS)) {
    expect(definitionOf(name)).toBe(definition);
    if ('recommended' in definition) expect(settingProblem(name, definition.recommended)).toBeUndefined();
  }
});
