import type { AtLeast, ReindexSuggestion } from '../../../reindex/advice/advice';
import type { ReindexPolicy } from '../../../reindex/policy';
import { troublesIn } from '../../../report/formats/trouble-texts';
import { useTexts } from '../../page-context';
import { CrashBoundary } from '../../states/crash';
import { Fold } from '../fold';
import { Breakdown } from './breakdown';
import { IntegrationLinks, type NamedSubject } from './integration-name';
import { Steps } from './steps';

interface Props {
  readonly advice: ReindexSuggestion | AtLeast;
  /** The numbers that the advice was made with. */
  readonly policy: ReindexPolicy;
  /** Repositories whose dates of last indexing were read. */
  readonly dated: number;
  readonly subjects: readonly NamedSubject[];
}

/** What the answer comes of, folded: the calculation, and where the time of a round goes. */
export function Reasons({ advice, policy, dated, subjects }: Props) {
  const t = useTexts();
  const { insights } = advice;
  const troubles = troublesIn(insights).length;
  return (
    <>
      <CrashBoundary size="part" of={advice}>
        <Fold title={t('reindex.steps.title')}>
          <Steps advice={advice} policy={policy} dated={dated} />
        </Fold>
      </CrashBoundary>
      {(advice.kind === 'suggestion' || insights.integrations.length > 0) && (
        <CrashBoundary size="part" of={advice}>
          <Fold
            title={t('reindex.breakdown.heading')}
            note={troubles > 0 && t.counted('reindex.breakdown.troubles', troubles)}
          >
            <IntegrationLinks subjects={subjects}>
              <Breakdown advice={advice} />
            </IntegrationLinks>
          </Fold>
        </CrashBoundary>
      )}
    </>
  );
}
