import ProgressBar from '@atlaskit/progress-bar';

import { SOURCE_IDS } from '../../model/gathered';
import { useTexts } from '../page-context';
import type { Checkup } from '../state/checkup';

/** The first reading: how far it is, source by source. */
export function Loading({ outcomes }: Pick<Checkup, 'outcomes'>) {
  const t = useTexts();
  const done = SOURCE_IDS.filter((source) => outcomes[source] !== undefined);
  return (
    <section className="gic-loading" aria-label={t('loading.title')}>
      <p id="gic-loading-text">{t('loading.progress', done.length, SOURCE_IDS.length)}</p>
      <ProgressBar ariaLabel={t('loading.title')} value={done.length / SOURCE_IDS.length} />
      <ul>
        {SOURCE_IDS.map((source) => {
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
