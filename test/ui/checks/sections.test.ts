import { checkReports } from '../../../src/report/check-reports';
import { inSections, sectionOf } from '../../../src/ui/checks/sections';
import { finding } from '../../support/finding';

const reportOf = (...findings: Parameters<typeof finding>[0][]) =>
  checkReports(findings.map((one) => finding(one)))[0]!;

test.each([
  ['needs-data', [{ verdict: 'unknown', needsData: true }]],
  ['unread', [{ verdict: 'unknown' }]],
  ['unread', [{ verdict: 'unknown', needsData: true }, { verdict: 'unknown' }]],
  ['failing', [{ verdict: 'fail' }, { verdict: 'unknown', needsData: true }]],
  ['accepted', [{ verdict: 'accepted' }, { verdict: 'pass' }]],
  ['passed', [{ verdict: 'pass' }]],
] as const)('%s', (section, findings) => {
  expect(sectionOf(reportOf(...findings))).toBe(section);
});

test('sections stand in their order, none is empty, and what needs nothing is folded', () => {
  const checks = [
    reportOf({ verdict: 'pass' }),
    reportOf({ verdict: 'fail' }),
    reportOf({ verdict: 'to-confirm' }),
    reportOf({ verdict: 'accepted' }),
  ];
  expect(inSections(checks).map(({ name, isFolded }) => [name, isFolded])).toEqual([
    ['failing', false],
    ['question', false],
    ['accepted', true],
    ['passed', true],
  ]);
});
