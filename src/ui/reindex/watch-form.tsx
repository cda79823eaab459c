import Button from '@atlaskit/button/new';

import { leastPassMinutes } from '../../reindex';
import { usePage } from '../page-context';
import { FailureText } from '../sources/failure-message';
import { useDurations } from './durations';
import type { Reindex } from './use-reindex';

/** Looks every few minutes when the repositories were indexed, while this page is open. */
export function WatchForm({ watch, watching, setWatching }: Pick<Reindex, 'watch' | 'watching' | 'setWatching'>) {
  const { texts: t } = usePage();
  const durations = useDurations();
  const last = watch.observations.at(-1);
  const least = last && leastPassMinutes(last);
  return (
    <section className="gic-evidence-form">
      <h4>{t('reindex.watch.title')}</h4>
      <p>{t('reindex.watch.how')}</p>
      <div className="gic-buttons">
        <Button onClick={() => setWatching(!watching)}>{t(watching ? 'reindex.watch.stop' : 'reindex.watch.start')}</Button>
      </div>
      <p role="status">
        {watch.state !== 'off' && t(`reindex.watch.${watch.state}`)}{' '}
        {watch.nextAt !== undefined && t('reindex.watch.next', { date: watch.nextAt })}
      </p>
      {watch.failure && (
        <p className="gic-error">
          <FailureText failure={watch.failure} />
        </p>
      )}
      {least !== undefined && <p>{t('reindex.watch.least', durations.long(least))}</p>}
    </section>
  );
}
