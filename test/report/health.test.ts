import type { Finding } from '../../src/model/finding';
import { countsOf, HEALTHS, healthOf, needsSomething, type Health } from '../../src/report/health';
import type { Severity, Verdict } from '../../src/model/verdict';
import { finding } from '../support/finding';

function findings(...shorts: `${Severity} ${Verdict}`[]): Finding[] {
  return shorts.map((short) => {
    const [severity, verdict] = short.split(' ') as [Severity, Verdict];
    return finding({ severity, verdict });
  });
}

const cases: [Health, Finding[]][] = [
  ['healthy', findings('high pass', 'low pass')],
  ['healthy', findings('high pass', 'advisory fail')],
  ['healthy', findings('high to-confirm', 'low pass')],
  ['healthy', findings('high not-applicable', 'low pass')],
  ['healthy', findings('high pass', 'advisory unknown', 'advisory error')],
  ['healthy', findings('advisory fail')],
  ['healthy', findings('high accepted', 'low accepted')],
  ['partly-checked', findings('high accepted', 'low unknown')],
  ['needs-attention', findings('high accepted', 'low fail')],
  ['at-risk', findings('high fail', 'low pass')],
  ['at-risk', findings('high fail', 'high unknown')],
  ['at-risk', findings('high fail')],
  ['needs-attention', findings('medium fail', 'high pass')],
  ['needs-attention', findings('low fail')],
  ['needs-attention', findings('medium fail', 'high unknown')],
  ['partly-checked', findings('high unknown', 'low pass')],
  ['partly-checked', findings('low error', 'high pass')],
  ['partly-checked', findings('medium unknown', 'low pass', 'high to-confirm')],
  ['partly-checked', findings('high unknown', 'advisory fail')],
  ['not-checked', []],
  ['not-checked', findings('high unknown', 'low error')],
  ['not-checked', findings('high to-confirm', 'low not-applicable')],
];

test.each(cases)('%s: %#', (health, given) => {
  expect(healthOf(given, false)).toBe(health);
  expect(healthOf([...given].reverse(), false)).toBe(health);
});

test('while a source is being read it is Checking, unless a Fail is certain', () => {
  const reading = { ...finding({ severity: 'medium', verdict: 'unknown' }), pending: true as const };
  expect(healthOf([...findings('high pass'), reading], false)).toBe('checking');
  expect(healthOf([reading], false)).toBe('checking');
  expect(healthOf([...findings('low fail'), reading], false)).toBe('needs-attention');
  expect(healthOf([reading], true)).toBe('disabled');
});

test('every health but Healthy and Disabled needs something', () => {
  expect(HEALTHS.filter((health) => !needsSomething(health))).toEqual(['healthy', 'disabled']);
});

test('a disabled integration is Disabled whatever was found', () => {
  expect(healthOf(findings('high fail'), true)).toBe('disabled');
});

test('what could not be checked, is to confirm, does not apply or is advice counts neither as passed nor as to fix', () => {
  const given = findings(
    'high pass',
    'low pass',
    'high fail',
    'advisory pass',
    'advisory fail',
    'advisory fail',
    'high accepted',
    'advisory accepted',
    'high to-confirm',
    'high unknown',
    'low error',
    'low not-applicable',
  );
  expect(countsOf(given)).toEqual({ fails: 1, passed: 3, advice: 2, accepted: 2, unread: 2 });
});

test('what is still being read is not counted as what could not be checked', () => {
  expect(countsOf([{ ...finding({ verdict: 'unknown' }), pending: true }])).toMatchObject({ unread: 0 });
});

test('counts of nothing are nothing', () => {
  expect(countsOf([])).toEqual({ fails: 0, passed: 0, advice: 0, accepted: 0, unread: 0 });
});
