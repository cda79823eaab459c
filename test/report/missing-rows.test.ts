import type { RowProblem } from '../../src/model/integration';
import { areIntegrationsMissing } from '../../src/report/missing-rows';

const row = (kind: RowProblem['kind'], problem: RowProblem['problem']): RowProblem => ({ kind, id: '#1', problem });

test.each<[string, boolean, readonly RowProblem[], boolean]>([
  ['the list is whole', false, [], false],
  ['the list may be cut', true, [], true],
  ['a row of it could not be used', false, [row('integration', 'no-id')], true],
  ['a row of a repository could not be used', false, [row('repository', 'no-parent')], false],
  ['details could not be read', false, [row('integration', 'details-failed')], false],
  ['details were not asked for', false, [row('integration', 'details-not-asked')], false],
])('%s', (_, atLeast, problems, missing) => {
  expect(areIntegrationsMissing({ atLeast, problems })).toBe(missing);
});
