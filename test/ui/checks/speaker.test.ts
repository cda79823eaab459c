import { checkReports } from '../../../src/report/check-reports';
import type { Verdict } from '../../../src/model/verdict';
import { speakerOf } from '../../../src/ui/checks/speaker';
import { finding } from '../../support/finding';

test.each<[Verdict[], Verdict]>([
  [['pass', 'accepted', 'fail'], 'fail'],
  [['pass', 'accepted', 'unknown'], 'unknown'],
  [['pass', 'accepted', 'not-applicable'], 'accepted'],
  [['pass', 'not-applicable'], 'pass'],
])('of %j the one that speaks is %s', (verdicts, speaker) => {
  const [report] = checkReports(verdicts.map((verdict) => finding({ verdict })));
  expect(report && speakerOf(report)?.verdict).toBe(speaker);
});
