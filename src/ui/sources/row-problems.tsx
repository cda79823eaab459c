import type { DetailsProblem, RowProblem } from '../../model/integration';
import { MessageBox } from '../message-box';
import { useTexts } from '../page-context';

const SHOWN = 10;

interface ListProps {
  readonly title: string;
  readonly body: string;
  readonly problems: readonly RowProblem[];
}

function Problems({ title, body, problems }: ListProps) {
  const t = useTexts();
  if (problems.length === 0) return null;
  const more = problems.length - SHOWN;
  return (
    <MessageBox appearance="warning" title={title} headingLevel="h3">
      <p>{body}</p>
      <ul>
        {problems.slice(0, SHOWN).map(({ kind, id, problem }, index) => (
          <li key={index}>{t('problem.row', t(`problem.kind.${kind}`, id), t(`problem.${problem}`))}</li>
        ))}
      </ul>
      {more > 0 && <p>{t.counted('problem.more', more)}</p>}
    </MessageBox>
  );
}

const DETAILS: ReadonlySet<RowProblem['problem']> = new Set<DetailsProblem>(['details-failed', 'details-not-asked']);

/** Rows of an answer that could not be used, and integrations whose details could not be read, by kind and id. */
export function RowProblems({ problems }: { readonly problems: readonly RowProblem[] }) {
  const t = useTexts();
  const details = problems.filter(({ problem }) => DETAILS.has(problem));
  const unusable = problems.filter(({ problem }) => !DETAILS.has(problem));
  return (
    <>
      <Problems title={t.counted('problem.title', unusable.length)} body={t('problem.body')} problems={unusable} />
      <Problems
        title={t.counted('problem.details.title', details.length)}
        body={t('problem.details.body')}
        problems={details}
      />
    </>
  );
}
