import type { Texts } from '../../i18n/texts';
import type { InitialIndexing } from '../../model/initial-indexing';
import { useTexts } from '../page-context';

function progressText({ progress, isMoving }: InitialIndexing, t: Texts): string {
  if (progress === undefined) return t('table.indexing.unknown');
  const { done, total, atLeast } = progress;
  const text = t.counted(atLeast ? 'table.indexing.at-least' : 'table.indexing.done', total, done);
  return isMoving ? text : t('table.indexing.stands', text);
}

/** How far the initial indexing of an integration is: a bar, and the same in words. */
export function IndexingProgress({ indexing }: { readonly indexing: InitialIndexing }) {
  const t = useTexts();
  const { progress } = indexing;
  return (
    <div className="gic-indexing">
      {t('table.indexing')}
      {progress !== undefined && progress.total > 0 && (
        <progress aria-label={t('table.indexing')} value={progress.done} max={progress.total} />
      )}
      <span className="gic-subtle">{progressText(indexing, t)}</span>
    </div>
  );
}
