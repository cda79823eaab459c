import Button, { LinkButton } from '@atlaskit/button/new';
import Lozenge, { type ThemeAppearance } from '@atlaskit/lozenge';
import SectionMessage from '@atlaskit/section-message';
import { useRef, useState } from 'react';

import type { Texts } from '../../i18n/texts';
import { countedMessage } from '../../model/message';
import type { IntervalVerdict, NotEnoughHistory, ReindexAdvice, ReindexPolicy, ReindexSuggestion } from '../../reindex';
import { copyText } from '../copy-text';
import { usePage, useTexts } from '../page-context';
import { useDurations } from './durations';
import { Steps } from './steps';

const APPEARANCE: Readonly<Record<IntervalVerdict, ThemeAppearance>> = {
  'too-short': 'removed',
  tight: 'moved',
  good: 'success',
  'longer-than-needed': 'new',
  'current-unknown': 'default',
};

/** What to do about the current schedule. */
const TODO: Readonly<Record<Exclude<IntervalVerdict, 'current-unknown'>, 'change' | 'could' | 'keep'>> = {
  'too-short': 'change',
  tight: 'change',
  good: 'keep',
  'longer-than-needed': 'could',
};

function sentenceOf({ minutes, verdict, basis: { currentMinutes, cron } }: ReindexSuggestion, pass: string, t: Texts): string {
  if (currentMinutes === undefined || verdict === 'current-unknown') return t('reindex.advice.set', minutes, pass);
  const todo = TODO[verdict];
  if (!cron?.from || !cron.to) return t(`reindex.advice.${todo}`, minutes, currentMinutes, pass);
  return t(`reindex.advice.cron.${todo}`, minutes, currentMinutes, pass, cron.from.time.slice(0, 5), cron.to.time.slice(0, 5));
}

interface SuggestionProps {
  readonly advice: ReindexSuggestion;
  readonly policy: ReindexPolicy;
}

function Suggestion({ advice, policy }: SuggestionProps) {
  const { texts: t, host } = usePage();
  const durations = useDurations();
  const value = useRef<HTMLSpanElement>(null);
  const [copied, setCopied] = useState<'copied' | 'selected'>();
  const { minutes, passMinutes, verdict, confidence, basis } = advice;
  return (
    <>
      <p className="gic-summary">{sentenceOf(advice, durations.long(passMinutes), t)}</p>
      <p>
        <Lozenge appearance={APPEARANCE[verdict]}>{t(`reindex.verdict.${verdict}`)}</Lozenge>{' '}
        {t('reindex.confidence', t(`reindex.confidence.${confidence}`), t.counted('reindex.passes', basis.passes), durations.long(basis.spanMinutes))}
      </p>
      <p>{t('reindex.menu-path')}</p>
      <div className="gic-buttons">
        <Button appearance="primary" onClick={() => void copyText(String(minutes), value.current).then(setCopied)}>
          {t(copied ? `crash.${copied}` : 'reindex.copy', minutes)}
        </Button>
        {host.manageIntegrations !== undefined && (
          <LinkButton href={host.manageIntegrations}>{t('reindex.open-gij')}</LinkButton>
        )}
        <span ref={value} className="gic-value">
          {minutes}
        </span>
      </div>
      <Steps advice={advice} policy={policy} />
    </>
  );
}

function NotEnough({ advice, policy }: { readonly advice: NotEnoughHistory; readonly policy: ReindexPolicy }) {
  const t = useTexts();
  const durations = useDurations();
  const { reason, counts, provisionalMinutes } = advice;
  const { tasks, passes, completePasses, repositories, knownRepositories } = counts;
  const have = [
    countedMessage('reindex.not-enough.have.tasks', tasks),
    countedMessage('reindex.not-enough.have.passes', passes, completePasses),
    countedMessage('reindex.not-enough.have.repositories', repositories, knownRepositories),
  ];
  return (
    <SectionMessage appearance="information" title={t('reindex.not-enough.title')}>
      <p>{tasks + passes === 0 ? t('reindex.not-enough.have.nothing') : t('reindex.not-enough.have', { list: have })}</p>
      <p>{t(`reindex.not-enough.need.${reason}`, durations.long(policy.settleMinutes))}</p>
      {provisionalMinutes !== undefined && <p>{t('reindex.not-enough.provisional', provisionalMinutes)}</p>}
    </SectionMessage>
  );
}

/**
 * The suggestion as one sentence, how sure it is, and where it comes from; or what is missing for one.
 *
 * @param policy the numbers that the advice was made with
 */
export function AdviceCard({ advice, policy }: { readonly advice: ReindexAdvice; readonly policy: ReindexPolicy }) {
  return advice.kind === 'suggestion' ? <Suggestion key={advice.minutes} advice={advice} policy={policy} /> : <NotEnough advice={advice} policy={policy} />;
}
