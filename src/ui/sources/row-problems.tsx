import SectionMessage from '@atlaskit/section-message';

import type { RowProblem } from '../../model/integration';
import { useTexts } from '../page-context';

const SHOWN = 10;

/** Rows of an answer that could not be used, by kind and id. */
export function RowProblems({ problems }: { readonly problems: readonly RowProblem[] }) {
  const t = useTexts();
  if (problems.length === 0) return null;
  const more = problems.length - SHOWN;
  return (
    <SectionMessage appearance="warning" title={t.counted('problem.title', problems.length)}>
      <p>{t('problem.body')}</p>
      <ul>
        {problems.slice(0, SHOWN).map(({ kind, id, problem }, index) => (
          <li key={index}>{t('problem.row', t(`problem.kind.${kind}`, id), t(`problem.${problem}`))}</li>
        ))}
      </ul>
      {more > 0 && <p>{t.counted('problem.more', more)}</p>}
    </SectionMessage>
  );
}
