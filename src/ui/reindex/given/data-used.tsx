import type { RunDuration } from '../../../model/reindex';
import { useTexts } from '../../page-context';
import { useStore } from '../../state/use-store';
import { CrashBoundary } from '../../states/crash';
import { Fold } from '../fold';
import type { Reindex } from '../reindex';
import { EvidenceActions } from './evidence-actions';
import { EvidenceList } from './evidence-list';

interface Props {
  readonly reindex: Reindex;
  /** Rounds that were measured here. */
  readonly watched: readonly RunDuration[];
}

/** What the advice rests on, folded: each thing that was given, and how to take it away or forget it. */
export function DataUsed({ reindex, watched }: Props) {
  const t = useTexts();
  const evidence = useStore(reindex.evidence);
  const { content, entries } = evidence;
  const { add, erase, exportJson } = reindex.evidence;
  const problems = entries.reduce((sum, entry) => sum + entry.problems.length, 0);
  return (
    <Fold title={t('reindex.evidence.title')} note={problems > 0 && t.counted('reindex.evidence.problems', problems)}>
      <CrashBoundary size="part" of={content}>
        <EvidenceList evidence={evidence} watched={watched} onForget={(at) => void add({ forgottenRuns: [at] })} />
      </CrashBoundary>
      <CrashBoundary size="part" of={content}>
        <EvidenceActions
          evidence={evidence}
          exportJson={exportJson}
          erase={() => {
            reindex.imports.forget();
            return erase();
          }}
        />
      </CrashBoundary>
    </Fold>
  );
}
