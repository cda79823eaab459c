import type { Report } from '../../report/report';
import { useTexts } from '../page-context';
import { MessageBox } from '../message-box';
import { RowProblems } from './row-problems';

/** What may be missing from everything that is said of all integrations. */
export function MissingRows({ report }: { readonly report: Report }) {
  const t = useTexts();
  return (
    <>
      <RowProblems problems={report.problems} />
      {report.atLeast && (
        <MessageBox appearance="warning">
          <p>{t('checkup.at-least.integrations', report.integrations)}</p>
        </MessageBox>
      )}
    </>
  );
}
