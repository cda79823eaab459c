import type { ThemeAppearance } from '@atlaskit/lozenge';
import Lozenge from '@atlaskit/lozenge/new/lozenge';
import type { ReactNode, Ref } from 'react';

import type { AtLeast, ReindexAdvice, ReindexSuggestion } from '../../../reindex/advice/advice';
import { answerTexts, verdictOf, type Verdict } from '../../../report/formats/answer-texts';
import { NewTabLink } from '../../new-tab-link';
import { usePage } from '../../page-context';
import { CopyValue } from './copy-value';

const APPEARANCE: Readonly<Record<Verdict, ThemeAppearance>> = {
  'too-short': 'removed',
  tight: 'moved',
  good: 'success',
  'fits-so-far': 'default',
  'longer-than-needed': 'new',
  off: 'new',
  'current-unknown': 'default',
  'not-proven': 'default',
};

/** What is to be set; undefined where the interval is right, or nothing proves that another one would be. */
function toSet(advice: ReindexSuggestion | AtLeast): number | undefined {
  const { kind, minutes, verdict } = advice;
  return (kind === 'suggestion' ? verdict !== 'good' : verdict === 'too-short') ? minutes : undefined;
}

/** The number to copy, and the way to where it is set. */
function Actions({ advice }: { readonly advice: ReindexSuggestion | AtLeast }) {
  const { texts: t, host } = usePage();
  const minutes = toSet(advice);
  const place = host.generalSettings ?? host.manageIntegrations;
  if (minutes === undefined) return null;
  const isUrgent = advice.verdict === 'too-short' || advice.verdict === 'tight';
  return (
    <div className="gic-answer-actions">
      <div className="gic-buttons">
        <CopyValue key={minutes} minutes={minutes} isLeast={advice.kind === 'at-least'} isPrimary={isUrgent} />
        {place !== undefined && (
          <NewTabLink href={place}>
            {t(host.generalSettings === undefined ? 'reindex.open-gij' : 'reindex.open-settings')}
          </NewTabLink>
        )}
      </div>
      <p className="gic-subtle">{t('reindex.menu-path')}</p>
    </div>
  );
}

interface Props {
  /** Undefined until there is a first one. */
  readonly advice: ReindexAdvice | undefined;
  /** Repositories whose dates of last indexing were read. */
  readonly dated: number;
  /** Gets the focus when an answer came of what was given. */
  readonly heading: Ref<HTMLHeadingElement>;
  /** What belongs to the answer: what was given last, and what is set now. */
  readonly children: ReactNode;
}

/** The answer first: what to set, why, and how certain that is. */
export function Answer({ advice, dated, heading, children }: Props) {
  const { texts: t } = usePage();
  const verdict = advice && verdictOf(advice);
  const { headline, lines, sure } = advice
    ? answerTexts(advice, dated, t)
    : { headline: t('reindex.loading'), lines: [], sure: undefined };
  return (
    <section className="gic-answer" aria-labelledby="gic-answer-heading">
      <div className="gic-answer-top">
        <div role="status">
          <h3 id="gic-answer-heading" ref={heading} tabIndex={-1} className="gic-quiet">
            {headline}
          </h3>
          <p>
            {verdict && <Lozenge appearance={APPEARANCE[verdict]}>{t(`reindex.verdict.${verdict}`)}</Lozenge>}{' '}
            {lines.join(' ')}
          </p>
        </div>
        {advice && advice.kind !== 'not-enough-history' && <Actions advice={advice} />}
      </div>
      {sure !== undefined && <p>{sure}</p>}
      {children}
    </section>
  );
}
