import Button, { LinkButton } from '@atlaskit/button/new';
import Lozenge, { type ThemeAppearance } from '@atlaskit/lozenge';
import SectionMessage from '@atlaskit/section-message';

import type { Texts } from '../../../i18n/texts';
import { countedMessage } from '../../../model/message';
import type { IntervalVerdict } from '../../../model/reindex';
import type { AtLeast, NotEnoughHistory, ReindexAdvice, ReindexSuggestion } from '../../../reindex/advice/advice';
import type { Numbers } from '../../../reindex/policy';
import { usePage, useTexts } from '../../page-context';
import { CopyValue } from './copy-value';
import { Steps } from './steps';

const APPEARANCE: Readonly<Record<IntervalVerdict | 'unproven', ThemeAppearance>> = {
  'too-short': 'removed',
  tight: 'moved',
  good: 'success',
  'longer-than-needed': 'new',
  off: 'new',
  'current-unknown': 'default',
  unproven: 'default',
};

/** What to do about the current schedule. */
const WHAT_TO_DO: Readonly<Record<Exclude<IntervalVerdict, 'off' | 'current-unknown'>, 'change' | 'could' | 'keep'>> = {
  'too-short': 'change',
  tight: 'change',
  good: 'keep',
  'longer-than-needed': 'could',
};

function sentenceOf(advice: ReindexSuggestion | AtLeast, round: string, t: Texts): string {
  const { minutes, verdict, basis } = advice;
  const { currentMinutes, cron } = basis;
  const unproven = advice.kind === 'at-least' && verdict !== 'too-short';
  if (verdict === 'off')
    return unproven ? t('reindex.advice.off.unproven', minutes, round) : t('reindex.advice.off', minutes, round);
  if (unproven) return t('reindex.advice.unproven', minutes, round);
  if (currentMinutes === undefined || verdict === 'current-unknown' || verdict === 'not-proven')
    return t('reindex.advice.set', minutes, round);
  if (currentMinutes === minutes) return t('reindex.advice.fits', minutes, round);
  const todo = WHAT_TO_DO[verdict];
  const [from, to] = [cron?.from?.time.slice(0, 5), cron?.to?.time.slice(0, 5)];
  // Hours say nothing of gaps of whole days, and of gaps within a minute.
  if (from === undefined || to === undefined || from === to)
    return t(`reindex.advice.${todo}`, minutes, currentMinutes, round);
  return t(`reindex.advice.cron.${todo}`, minutes, currentMinutes, round, from, to);
}

interface Props<Advice> {
  readonly advice: Advice;
  /** The numbers that the advice was made with. */
  readonly policy: Numbers;
  /** What a round takes at least by the looks of a watch, in minutes. */
  readonly least: number | undefined;
  /** Leads to the forms. */
  readonly onAddEvidence: () => void;
}

function Suggestion({ advice, policy, onAddEvidence }: Props<ReindexSuggestion | AtLeast>) {
  const { texts: t, host } = usePage();
  const { durations } = t;
  const { minutes, verdict, basis } = advice;
  const roundMinutes = advice.kind === 'at-least' ? advice.atLeastMinutes : advice.roundMinutes;
  const confidence = advice.kind === 'at-least' ? 'low' : advice.confidence;
  const place = host.generalSettings ?? host.manageIntegrations;
  const isUnproven = advice.kind === 'at-least' && verdict !== 'too-short' && verdict !== 'off';
  const shown = isUnproven || verdict === 'not-proven' ? 'unproven' : verdict;
  const sure = t(`reindex.confidence.${confidence}`);
  return (
    <>
      <p className="gic-summary" role="status">
        {sentenceOf(advice, durations.long(roundMinutes), t)}
      </p>
      <p>
        <Lozenge appearance={APPEARANCE[shown]}>{t(`reindex.verdict.${shown}`)}</Lozenge>{' '}
        {basis.rounds === 0
          ? t('reindex.confidence.no-round', sure)
          : t('reindex.confidence', sure, t.counted('reindex.rounds', basis.rounds), durations.long(basis.spanMinutes))}
      </p>
      <p>{t('reindex.menu-path')}</p>
      <div className="gic-buttons">
        <CopyValue key={minutes} minutes={minutes} isPrimary={shown === 'too-short' || shown === 'tight'} />
        {place !== undefined && (
          <LinkButton href={place}>
            {t(host.generalSettings === undefined ? 'reindex.open-gij' : 'reindex.open-settings')}
          </LinkButton>
        )}
        <Button appearance="subtle" onClick={onAddEvidence}>
          {t('reindex.add-evidence')}
        </Button>
      </div>
      <Steps advice={advice} policy={policy} />
    </>
  );
}

function NotEnough({ advice, policy, least }: Props<NotEnoughHistory>) {
  const t = useTexts();
  const { durations } = t;
  const { reason, counts, provisionalMinutes, offMinutes } = advice;
  const { tasks, rounds, completeRounds, repositories, knownRepositories } = counts;
  const have = [
    countedMessage('reindex.not-enough.have.tasks', tasks),
    countedMessage('reindex.not-enough.have.rounds', rounds, completeRounds),
    countedMessage('reindex.not-enough.have.repositories', repositories, knownRepositories),
  ];
  return (
    <SectionMessage appearance="information" title={t('reindex.not-enough.title')}>
      <p>
        {tasks + rounds === 0 ? t('reindex.not-enough.have.nothing') : t('reindex.not-enough.have', { list: have })}
      </p>
      <p>{t(`reindex.not-enough.need.${reason}`, durations.long(policy.settleMinutes))}</p>
      {offMinutes !== undefined && <p>{t('reindex.not-enough.off')}</p>}
      {provisionalMinutes !== undefined && <p>{t('reindex.not-enough.provisional', provisionalMinutes)}</p>}
      {least !== undefined && <p>{t('reindex.not-enough.least', durations.long(least))}</p>}
    </SectionMessage>
  );
}

/** The suggestion as one sentence, how sure it is, and where it comes from; or what is missing for one. */
export function AdviceCard({ advice, ...others }: Props<ReindexAdvice>) {
  return advice.kind !== 'not-enough-history' ? (
    <Suggestion advice={advice} {...others} />
  ) : (
    <NotEnough advice={advice} {...others} />
  );
}
