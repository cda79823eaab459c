import type { ReindexPolicy, ReindexSuggestion } from '../../reindex';
import { useTexts } from '../page-context';

/** Minutes as people say them: one digit after the point where it says something. */
function rounded(minutes: number): number {
  return Math.round(minutes * 10) / 10;
}

/** How the suggestion came about: each step of the chain, what it rests on, and what was left out. */
export function Steps({ advice, policy }: { readonly advice: ReindexSuggestion; readonly policy: ReindexPolicy }) {
  const t = useTexts();
  const { steps, basis } = advice;
  const { passes } = basis;
  const percent = rounded(policy.quantile * 100);
  const leftOut = Object.entries(basis.leftOut).filter(([, count]) => count > 0);
  return (
    <details className="gic-reasons" open>
      <summary>{t('reindex.steps.title')}</summary>
      <ol>
        {steps.filter(({ before, after }, place) => place === 0 || before !== after).map(({ rule, before, after }) => (
          <li key={rule}>
            {t({ key: `reindex.step.${rule}`, count: passes, args: [rounded(after), rounded(after - before), passes, percent] })}
          </li>
        ))}
      </ol>
      <ul>
        <li>{t(`reindex.method.${basis.method}`)}</li>
        {basis.overlap && <li>{t('reindex.basis.overlap')}</li>}
        {basis.blurred && <li>{t('reindex.basis.blurred')}</li>}
        {basis.cronUnreadable && <li>{t('reindex.basis.cron-unreadable')}</li>}
        <li>{t.counted('reindex.basis.slots', basis.slots.count, t(`reindex.slots.${basis.slots.source}`))}</li>
        {leftOut.map(([what, count]) => (
          <li key={what}>{t(`reindex.left-out.${what}`, count)}</li>
        ))}
      </ul>
    </details>
  );
}
