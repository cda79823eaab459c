import ProgressBar from '@atlaskit/progress-bar';

import { REQUIRED_SOURCES } from '../../model/gathered';
import { useTexts } from '../page-context';
import type { Checkup } from '../state/checkup';

/** The first reading: how far it is, source by source. */
export function Loading({ outcomes }: Pick<Checkup, 'outcomes'>) {
  const t = useTexts();
  const done = REQUIRED_SOURCES.filter((source) => outcomes[source] !== undefined);
  return (
    <section className="gic-loading" aria-label={t('loading.title')}>
      <p id="gic-loading-text">{t('loading.progress', done.length, REQUIRED_SOURCES.length)}</p>
      <ProgressBar ariaLabel={t('loading.title')} value={done.length / REQUIRED_SOURCES.length} />
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
