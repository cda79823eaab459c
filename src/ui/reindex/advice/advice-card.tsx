import Button, { LinkButton } from '@atlaskit/button/new';
import Lozenge, { type ThemeAppearance } from '@atlaskit/lozenge';
import SectionMessage from '@atlaskit/section-message';

import type { Texts } from '../../../i18n/texts';
import { countedMessage } from '../../../model/message';
import type { IntervalVerdict, LowerBoundVerdict } from '../../../model/reindex';
import type { CronGaps } from '../../../schedule/cron';
import type {
  AdviceBasis,
  AtLeast,
  NotEnoughHistory,
  NotEnoughReason,
  ReindexAdvice,
  ReindexSuggestion,
} from '../../../reindex/advice/advice';
import { CALIBRATION, type ReindexPolicy } from '../../../reindex/policy';
import { usePage, useTexts } from '../../page-context';
import { CopyValue } from './copy-value';
import { Steps } from './steps';

const APPEARANCE: Readonly<Record<IntervalVerdict | LowerBoundVerdict, ThemeAppearance>> = {
  'too-short': 'removed',
  tight: 'moved',
  good: 'success',
  'longer-than-needed': 'new',
  off: 'new',
  'current-unknown': 'default',
  'not-proven': 'default',
};

/** What to do about the current schedule. */
const WHAT_TO_DO: Readonly<Record<Exclude<IntervalVerdict, 'off' | 'current-unknown'>, 'change' | 'could' | 'keep'>> = {
  'too-short': 'change',
  tight: 'change',
  good: 'keep',
  'longer-than-needed': 'could',
};

/** The hours between which a cron expression leaves its smallest gap. */
function hoursOf(cron: CronGaps | undefined): readonly [string, string] | undefined {
  const [from, to] = [cron?.from?.time.slice(0, 5), cron?.to?.time.slice(0, 5)];
  // Hours say nothing of gaps of whole days, and of gaps within a minute.
  return from === undefined || to === undefined || from === to ? undefined : [from, to];
}

function suggestionText({ minutes, roundMinutes, verdict, basis }: ReindexSuggestion, t: Texts): string {
  const { currentMinutes, cron } = basis;
  const round = t.durations.long(roundMinutes);
  if (verdict === 'off') return t('reindex.advice.off', minutes, round);
  if (currentMinutes === undefined || verdict === 'current-unknown') return t('reindex.advice.set', minutes, round);
  if (currentMinutes === minutes) return t('reindex.advice.fits', minutes, round);
  const todo = WHAT_TO_DO[verdict];
  const hours = hoursOf(cron);
  if (!hours) return t(`reindex.advice.${todo}`, minutes, currentMinutes, round);
  return t(`reindex.advice.cron.${todo}`, minutes, currentMinutes, round, ...hours);
}

function atLeastText({ minutes, atLeastMinutes, verdict, basis }: AtLeast, t: Texts): string {
  const round = t.durations.long(atLeastMinutes);
  const { currentMinutes, cron } = basis;
  const hours = verdict === 'too-short' && hoursOf(cron);
  if (hours) return t('reindex.at-least.cron.too-short', minutes, currentMinutes ?? '', round, ...hours);
  return t(`reindex.at-least.${verdict}`, minutes, currentMinutes ?? '', round);
}

function sureText({ confidence, basis }: ReindexSuggestion, t: Texts): string {
  const sure = t(`reindex.confidence.${confidence}`);
  return basis.rounds === 0
    ? t('reindex.confidence.no-round', sure)
    : t('reindex.confidence', sure, t.counted('reindex.rounds', basis.rounds), t.durations.long(basis.spanMinutes));
}

function boundText({ bound }: AdviceBasis, t: Texts): string {
  return bound ? t(`reindex.bound.${bound.source}`) : '';
}

function needText(reason: NotEnoughReason, t: Texts): string {
  return t(`reindex.not-enough.need.${reason}`, t.durations.long(CALIBRATION.settleMinutes));
}

interface Props<Advice> {
  readonly advice: Advice;
  /** The numbers that the advice was made with. */
  readonly policy: ReindexPolicy;
  /** Leads to the forms. */
  readonly onAddEvidence: () => void;
}

/** An answer with a number: the verdict on what is set, what to do, and how it comes about. */
function Answer({ advice, policy, onAddEvidence }: Props<ReindexSuggestion | AtLeast>) {
  const { texts: t, host } = usePage();
  const { kind, minutes, verdict } = advice;
  const place = host.generalSettings ?? host.manageIntegrations;
  const isSuggestion = kind === 'suggestion';
  return (
    <>
      <p className="gic-summary" role="status">
        {isSuggestion ? suggestionText(advice, t) : atLeastText(advice, t)}
      </p>
      <p>
        <Lozenge appearance={APPEARANCE[verdict]}>{t(`reindex.verdict.${verdict}`)}</Lozenge>{' '}
        {isSuggestion ? sureText(advice, t) : boundText(advice.basis, t)}
      </p>
      {!isSuggestion && <p>{needText(advice.need, t)}</p>}
      <p>{t('reindex.menu-path')}</p>
      <div className="gic-buttons">
        {/* A bound that proves nothing must not be taken over as if it were a suggestion. */}
        {(isSuggestion || verdict === 'too-short') && (
          <CopyValue key={minutes} minutes={minutes} isPrimary={verdict === 'too-short' || verdict === 'tight'} />
        )}
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

function NotEnough({ advice }: { readonly advice: NotEnoughHistory }) {
  const t = useTexts();
  const { reason, counts, offMinutes } = advice;
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
      <p>{needText(reason, t)}</p>
      {offMinutes !== undefined && <p>{t('reindex.not-enough.off')}</p>}
    </SectionMessage>
  );
}

/** The answer as one sentence, how sure it is, and where it comes from; or what is missing for one. */
export function AdviceCard({ advice, ...others }: Props<ReindexAdvice>) {
  return advice.kind === 'not-enough-history' ? <NotEnough advice={advice} /> : <Answer advice={advice} {...others} />;
}
