import Button, { LinkButton } from '@atlaskit/button/new';
import Lozenge, { type ThemeAppearance } from '@atlaskit/lozenge';
import SectionMessage from '@atlaskit/section-message';
import { useRef, useState } from 'react';

import type { NotEnoughHistory, ReindexAdvice, ReindexSuggestion, Verdict } from '../../reindex';
import { copyText } from '../copy-text';
import { usePage } from '../page-context';
import { useDurations } from './durations';
import { Steps } from './steps';

const APPEARANCE: Readonly<Record<Verdict, ThemeAppearance>> = {
  'too-short': 'removed',
  tight: 'moved',
  good: 'success',
  'longer-than-needed': 'new',
  'current-unknown': 'default',
};

function Suggestion({ advice }: { readonly advice: ReindexSuggestion }) {
  const { texts: t, host } = usePage();
  const durations = useDurations();
  const value = useRef<HTMLSpanElement>(null);
  const [copied, setCopied] = useState<'copied' | 'selected'>();
  const { minutes, passMinutes, verdict, confidence, basis } = advice;
  const current = basis.currentMinutes;
  const pass = durations.long(passMinutes);
  const sentence =
    current === undefined
      ? t('reindex.advice.set', minutes, pass)
      : t(verdict === 'good' ? 'reindex.advice.keep' : 'reindex.advice.change', minutes, current, pass);
  return (
    <>
      <p className="gic-summary">{sentence}</p>
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
      <Steps advice={advice} />
    </>
  );
}

function NotEnough({ advice }: { readonly advice: NotEnoughHistory }) {
  const { texts: t } = usePage();
  const { have, need, provisionalMinutes } = advice;
  return (
    <SectionMessage appearance="information" title={t('reindex.not-enough.title')}>
      <p>{t('reindex.not-enough.have', have)}</p>
      <p>{t('reindex.not-enough.need', need)}</p>
      {provisionalMinutes !== undefined && <p>{t('reindex.not-enough.provisional', provisionalMinutes)}</p>}
    </SectionMessage>
  );
}

/** The suggestion as one sentence, how sure it is, and where it comes from; or what is missing for one. */
export function AdviceCard({ advice }: { readonly advice: ReindexAdvice }) {
  return advice.kind === 'suggestion' ? <Suggestion advice={advice} /> : <NotEnough advice={advice} />;
}
