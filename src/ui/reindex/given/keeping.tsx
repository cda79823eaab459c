import { EVIDENCE_BOUNDS } from '../../../evidence/bounds';
import type { UnstoredReason } from '../../../evidence/kept-evidence';
import { MessageBox } from '../../message-box';
import { useTexts } from '../../page-context';

/** Whether what was given is kept, and what to do where the browser would not write it. */
export function Keeping({ unstored }: { readonly unstored: UnstoredReason | undefined }) {
  const t = useTexts();
  const isUnwritten = unstored === 'full' || unstored === 'rejected';
  return (
    <>
      <div role="status">
        {isUnwritten && (
          <MessageBox appearance="warning" headingLevel="h3" title={t('reindex.history.unwritten')}>
            <p>{t(`reindex.history.${unstored}`)}</p>
          </MessageBox>
        )}
      </div>
      {!isUnwritten && (
        <p className="gic-subtle">
          {unstored === undefined
            ? t('reindex.history.stored', EVIDENCE_BOUNDS.days)
            : t(`reindex.history.${unstored}`)}
        </p>
      )}
    </>
  );
}
