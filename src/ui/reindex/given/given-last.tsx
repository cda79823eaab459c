import { countedMessage } from '../../../model/message';
import { useTexts } from '../../page-context';
import type { EvidenceEntry, Given } from '../../state/evidence';
import type { ImportedFile } from '../../state/imports';

interface Props {
  readonly given: Given | undefined;
  /** Of the last import. */
  readonly files: readonly ImportedFile[];
  readonly onUndo: () => void;
  /** Leads to where the next page is pasted. */
  readonly onNextPage: () => void;
}

function isPart({ given }: EvidenceEntry): boolean {
  return given.some(({ key }) => key === 'reindex.evidence.part');
}

/** What was given last and what of it could not be used, with the way back. */
export function GivenLast({ given, files, onUndo, onNextPage }: Props) {
  const t = useTexts();
  const { entries = [], isTakenBack = false } = given ?? {};
  const refused = files.filter(({ outcome }) => outcome !== 'read');
  const isThere = entries.length > 0 && !isTakenBack;
  return (
    <>
      <div className="gic-given">
        <div role="status">
          {isTakenBack && <p>{t('reindex.given.taken-back')}</p>}
          {isThere &&
            entries.map(({ kind, name, given: brought, problems }, place) => (
              <p key={place} className="gic-break">
                {t('reindex.given', name ?? t(`reindex.evidence.${kind}`), {
                  list: [
                    ...brought,
                    ...(problems.length > 0 ? [countedMessage('reindex.evidence.problems', problems.length)] : []),
                  ],
                })}
              </p>
            ))}
        </div>
        {isThere && (
          <button type="button" className="gic-link" onClick={onUndo}>
            {t('reindex.given.undo')}
          </button>
        )}
        {isThere && entries.some(isPart) && (
          <button type="button" className="gic-link" onClick={onNextPage}>
            {t('reindex.given.next-page')}
          </button>
        )}
      </div>
      {refused.map(({ name, outcome, problems }, place) => (
        <p key={place} role="alert" className="gic-error gic-break">
          {t(`reindex.import.${outcome}`, name, problems[0]?.reason ?? '')}
        </p>
      ))}
    </>
  );
}
