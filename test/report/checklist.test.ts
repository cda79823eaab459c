import { checklistOf, GROUPS } from '../../src/report/checklist';
import type { Verdict } from '../../src/model/verdict';
import { finding } from '../support/finding';

test.each<[Verdict, string]>([
  ['fail', 'to-fix'],
  ['to-confirm', 'to-confirm'],
  ['unknown', 'unread'],
  ['error', 'unread'],
  ['pass', 'passed'],
  ['not-applicable', 'not-applicable'],
])('%s stands under %s', (verdict, group) => {
  const one = finding({ verdict });
  expect(checklistOf([one])).toEqual([{ group, findings: [one] }]);
});

test('groups stand in their order, and none is empty', () => {
  const verdicts: Verdict[] = ['not-applicable', 'pass', 'error', 'unknown', 'to-confirm', 'fail'];
  const checklist = checklistOf(verdicts.map((verdict) => finding({ verdict })));
  expect(checklist.map(({ group }) => group)).toEqual(GROUPS);
  expect(checklist.flatMap(({ findings }) => findings)).toHaveLength(verdicts.length);
  expect(checklistOf([])).toEqual([]);
});

test('the weightiest stands first, equals as they came, and the input is left as it was', () => {
  const given = [
    finding({ check: 'a', severity: 'advisory' }),
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
  ).toBe('cedba');
  expect(given).toEqual(before);
});
