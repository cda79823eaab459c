import type { AtLeast, ReindexSuggestion, StepRule } from '../../../reindex/advice/advice';
import type { ReindexPolicy } from '../../../reindex/policy';
import { useTexts } from '../../page-context';
import { boundText } from './answer-texts';

/** Steps that give an interval, which is set in minutes. */
const AS_SET: ReadonlySet<StepRule> = new Set(['round-up', 'floor', 'ceiling']);

interface Props {
  readonly advice: ReindexSuggestion | AtLeast;
  readonly policy: ReindexPolicy;
  /** Repositories whose dates of last indexing were read. */
  readonly dated: number;
}

/** How the suggestion came about: each step of the chain, what it rests on, and what was left out. */
export function Steps({ advice, policy, dated }: Props) {
  const t = useTexts();
  const { durations } = t;
  const { steps, basis } = advice;
  const { rounds, replay } = basis;
  const said = (rule: StepRule, minutes: number) =>
    AS_SET.has(rule) ? durations.interval(minutes) : durations.long(minutes);
  const percent = Math.round(policy.quantile * 1000) / 10;
  const leftOut = Object.entries(basis.leftOut).filter(([, count]) => count > 0);
  return (
    <>
      <ol>
        {steps
          .filter(({ before, after }, place) => place === 0 || before !== after)
          .map(({ rule, before, after }) => (
            <li key={rule}>
              {t({
                key: `reindex.step.${rule}`,
                count: rounds,
                args: [
                  said(rule, after),
                  durations.long(after - before),
                  rule === 'replayed' ? (replay?.plays ?? 0) : rounds,
                  replay?.repositories ?? 0,
                  percent,
                  boundText(basis, dated, t),
                ],
              })}
            </li>
          ))}
      </ol>
      <ul>
        <li>{t(`reindex.method.${basis.method}`)}</li>
        {basis.overlap && <li>{t('reindex.basis.overlap')}</li>}
        {basis.blurred && <li>{t('reindex.basis.blurred')}</li>}
        {basis.cronUnreadable && <li>{t('reindex.basis.cron-unreadable')}</li>}
        {basis.method !== 'bound' && (
          <li>{t.counted('reindex.basis.slots', basis.slots.count, t(`reindex.slots.${basis.slots.source}`))}</li>
        )}
        {leftOut.map(([what, count]) => (
          <li key={what}>{t(`reindex.left-out.${what}`, count)}</li>
        ))}
      </ul>
    </>
  );
}
