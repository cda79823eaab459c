import type { ReindexSuggestion } from '../../reindex';
import { useTexts } from '../page-context';

/** Minutes as people say them: one digit after the point where it says something. */
function rounded(minutes: number): number {
  return Math.round(minutes * 10) / 10;
}

/** How the suggestion came about: each step of the chain, what it rests on, and what was left out. */
export function Steps({ advice }: { readonly advice: ReindexSuggestion }) {
  const t = useTexts();
  const { steps, basis } = advice;
  const leftOut = Object.entries(basis.leftOut).filter(([, count]) => count > 0);
  return (
    <details className="gic-reasons" open>
      <summary>{t('reindex.steps.title')}</summary>
      <ol>
        {steps.filter(({ before, after }, place) => place === 0 || before !== after).map(({ rule, before, after }) => (
          <li key={rule}>{t(`reindex.step.${rule}`, rounded(after), rounded(after - before))}</li>
        ))}
      </ol>
      <ul>
        <li>{t(`reindex.method.${basis.method}`)}</li>
        {basis.overlap && <li>{t('reindex.basis.overlap')}</li>}
        {basis.blurred && <li>{t('reindex.basis.blurred')}</li>}
        {basis.cronUnreadable && <li>{t('reindex.basis.cron-unreadable')}</li>}
        {basis.cron?.from && basis.cron.to && (
          <li>{t('reindex.basis.cron', basis.cron.from.time.slice(0, 5), basis.cron.to.time.slice(0, 5))}</li>
        )}
        <li>{t.counted('reindex.basis.slots', basis.slots.count, t(`reindex.slots.${basis.slots.source}`))}</li>
        {leftOut.map(([what, count]) => (
          <li key={what}>{t(`reindex.left-out.${what}`, count)}</li>
        ))}
      </ul>
    </details>
  );
}
