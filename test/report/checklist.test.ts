import { message } from '../../src/model/message';
import { byReason, checklistOf, failsOf, GROUPS, unreadOf } from '../../src/report/checklist';
import type { Verdict } from '../../src/model/verdict';
import { finding } from '../support/finding';

test.each<[Verdict, string]>([
  ['fail', 'to-fix'],
  ['to-confirm', 'question'],
  ['unknown', 'unread'],
  ['error', 'unread'],
  ['pass', 'passed'],
  ['not-applicable', 'not-applicable'],
  ['accepted', 'accepted'],
])('%s stands under %s', (verdict, group) => {
  const one = finding({ verdict });
  expect(checklistOf([one])).toEqual([{ group, findings: [one] }]);
});

test('groups stand in their order, and none is empty', () => {
  const verdicts: Verdict[] = ['accepted', 'not-applicable', 'pass', 'error', 'unknown', 'to-confirm', 'fail'];
  const advice = finding({ verdict: 'fail', severity: 'advisory' });
  const checklist = checklistOf([...verdicts.map((verdict) => finding({ verdict })), advice]);
  expect(checklist.map(({ group }) => group)).toEqual(GROUPS);
  expect(checklist.flatMap(({ findings }) => findings)).toHaveLength(verdicts.length + 1);
  expect(checklistOf([])).toEqual([]);
});

test('the weightiest stands first, equals as they came, and the input is left as it was', () => {
  const given = [
    finding({ check: 'b', severity: 'low' }),
    finding({ check: 'c', severity: 'high' }),
    finding({ check: 'd', severity: 'medium' }),
    finding({ check: 'e', severity: 'high' }),
  ];
  const before = [...given];
  expect(
    checklistOf(given)[0]
      ?.findings.map(({ check }) => check)
      .join(''),
  ).toBe('cedb');
  expect(given).toEqual(before);
});

test('what is to fix and what could not be checked leave out advice, the weightiest first', () => {
  const given = [
    finding({ check: 'a', verdict: 'fail', severity: 'low' }),
    finding({ check: 'b', verdict: 'fail', severity: 'advisory' }),
    finding({ check: 'c', verdict: 'fail', severity: 'high' }),
    finding({ check: 'd', verdict: 'unknown', severity: 'low' }),
    finding({ check: 'e', verdict: 'error', severity: 'medium' }),
    finding({ check: 'f', verdict: 'unknown', severity: 'advisory' }),
    finding({ check: 'g', verdict: 'pass', severity: 'high' }),
  ];
  expect(failsOf(given).map(({ check }) => check)).toEqual(['c', 'a']);
  expect(unreadOf(given).map(({ check }) => check)).toEqual(['e', 'd']);
});

test('findings that say the same for the same reason stand together', () => {
  const reason = message('reason.absent', 'a');
  const [one, two, other] = [
    finding({ check: 'a', verdict: 'unknown', reason }),
    finding({ check: 'b', verdict: 'unknown', reason: message('reason.absent', 'a') }),
    finding({ check: 'c', verdict: 'error', reason }),
  ];
  expect(byReason([one, other, two])).toEqual([[one, two], [other]]);
  expect(byReason([])).toEqual([]);
});
