import type { ReindexAdvice } from '../../reindex';
import { useTexts } from '../page-context';
import { AdviceCard } from './advice-card';
import { EvidenceList } from './evidence-list';
import { PasteForm } from './paste-form';
import { TypedForm } from './typed-form';
import type { Evidence, EvidenceAction } from './use-evidence';

interface Props {
  readonly advice: ReindexAdvice;
  readonly evidence: Evidence;
  readonly dispatch: (action: EvidenceAction) => void;
}

/** The reindex advisor: the suggestion with its reasons, and the evidence that it rests on. */
export function ReindexTab({ advice, evidence, dispatch }: Props) {
  const t = useTexts();
  return (
    <div className="gic-tab">
      <h2>{t('reindex.title')}</h2>
      <AdviceCard advice={advice} />
      <section aria-labelledby="gic-evidence-heading">
        <h3 id="gic-evidence-heading">{t('reindex.evidence.title')}</h3>
        <EvidenceList evidence={evidence} />
        <PasteForm
          onExport={(content, at) => dispatch({ type: 'export', source: { kind: 'paste', at }, content })}
        />
        <TypedForm
          onSchedule={(current) => dispatch({ type: 'schedule', source: { kind: 'typed', at: Date.now() }, current })}
          onReadings={(runDurations) =>
            dispatch({ type: 'readings', source: { kind: 'typed', at: Date.now() }, runDurations })
          }
        />
      </section>
    </div>
  );
}
