import { Facts } from '../../../src/ui/head/facts';
import { renderWithTexts } from '../../support/render-with-texts';
import { reportOn, subjectReport, type SubjectChanges } from '../../support/subject-report';

function facts(changes: SubjectChanges, atLeast: boolean) {
  const report = { ...reportOn([subjectReport(changes)]), atLeast };
  const { container } = renderWithTexts(
    <Facts report={report} checkedAt={undefined} serverInfo={undefined} progress={undefined} />,
  );
  return container.textContent;
}

test.each<[SubjectChanges, boolean, string]>([
  [{}, false, '1 integration, 10 repositories'],
  [{}, true, '10 repositories'],
  [{ repositories: { value: 10, atLeast: true } }, false, '1 integration'],
  [{ repositories: 'unread' }, true, ''],
])('a number that is not known is left out: %j, list of integrations cut: %s', (changes, isCut, said) => {
  expect(facts(changes, isCut)).toBe(said);
});
