import type { Texts } from '../../i18n/texts';
import type { AtLeast, ReindexSuggestion, StepRule } from '../../reindex/advice/advice';
import type { ReindexPolicy } from '../../reindex/policy';
import { boundText } from './answer-texts';

/** Steps that give an interval, which is set in minutes. */
const AS_SET: ReadonlySet<StepRule> = new Set(['round-up', 'floor', 'ceiling']);

interface From {
  /** The numbers that the advice was made with. */
  readonly policy: Pick<ReindexPolicy, 'quantile'>;
  /** Repositories whose dates of last indexing were read. */
  readonly dated: number;
}

/** How the suggestion came about: each step of the chain that changes something. */
export function stepTexts({ steps, basis }: ReindexSuggestion | AtLeast, { policy, dated }: From, t: Texts): string[] {
  const { durations } = t;
  const { rounds, replay } = basis;
  const said = (rule: StepRule, minutes: number) =>
    AS_SET.has(rule) ? durations.interval(minutes) : durations.long(minutes);
  const percent = Math.round(policy.quantile * 1000) / 10;
  return steps
    .filter(({ before, after }, place) => place === 0 || before !== after)
    .map(({ rule, before, after }) =>
      t({
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
      }),
    );
}

/** What these rest on, and what was left out. */
export function basisTexts({ basis }: ReindexSuggestion | AtLeast, t: Texts): string[] {
  const { method, overlap, blurred, cronUnreadable, slots, leftOut } = basis;
  return [
    t(`reindex.method.${method}`),
    ...(overlap ? [t('reindex.basis.overlap')] : []),
    ...(blurred ? [t('reindex.basis.blurred')] : []),
    ...(cronUnreadable ? [t('reindex.basis.cron-unreadable')] : []),
    ...(method === 'bound' ? [] : [t.counted('reindex.basis.slots', slots.count, t(`reindex.slots.${slots.source}`))]),
    ...Object.entries(leftOut).flatMap(([what, count]) => (count > 0 ? [t(`reindex.left-out.${what}`, count)] : [])),
  ];
}
