import ProgressBar from '@atlaskit/progress-bar';

import { REQUIRED_SOURCES } from '../../model/gathered';
import { useTexts } from '../page-context';
import type { Checkup } from '../state/checkup';

/** How many sources gave something, of those that the page waits for. */
export function progressOf(outcomes: Checkup['outcomes']): readonly [done: number, total: number] {
  return [REQUIRED_SOURCES.filter((source) => outcomes[source] !== undefined).length, REQUIRED_SOURCES.length];
}

/** The first reading: how far it is, source by source. */
export function Loading({ outcomes }: Pick<Checkup, 'outcomes'>) {
  const t = useTexts();
  const [done, total] = progressOf(outcomes);
  return (
    <section className="gic-loading" aria-label={t('loading.title')}>
      <p id="gic-loading-text">{t('loading.progress', done, total)}</p>
      <ProgressBar ariaLabel={t('loading.title')} value={done / total} />
      <ul>
        {REQUIRED_SOURCES.map((source) => {
          const outcome = outcomes[source];
          const state = outcome === undefined ? 'reading' : outcome.state === 'read' ? 'read' : 'failed';
          return (
            <li key={source}>
              {t(`source.${source}`)}: {t(`loading.${state}`)}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
