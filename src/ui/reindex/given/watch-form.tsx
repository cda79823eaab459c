import Button from '@atlaskit/button/new';

import type { WatchObservation } from '../../../model/reindex';
import { usePage } from '../../page-context';
import { FailureText } from '../../sources/failure-message';
import type { Reindex } from '../use-reindex';

interface Props extends Pick<Reindex, 'watch' | 'watching' | 'setWatching' | 'least'> {
  /** The newest look, of this page or of an earlier one. */
  readonly last: WatchObservation | undefined;
}

/** Looks every few minutes when the repositories were indexed, while this page is open. */
export function WatchForm({ watch, last, least, watching, setWatching }: Props) {
  const { texts: t } = usePage();
  const { durations } = t;
  return (
    <section className="gic-evidence-form">
      <h4>{t('reindex.watch.title')}</h4>
      <p>{t('reindex.watch.how')}</p>
      <div className="gic-buttons">
        <Button onClick={() => setWatching(!watching)}>
          {t(watching ? 'reindex.watch.stop' : 'reindex.watch.start')}
        </Button>
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
      {last && least !== undefined && <p>{t('reindex.watch.least', durations.long(least), { date: last.at })}</p>}
    </section>
  );
}
