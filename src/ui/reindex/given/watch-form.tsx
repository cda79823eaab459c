import Button from '@atlaskit/button/new';

import type { WatchObservation } from '../../../model/reindex';
import { usePage } from '../../page-context';
import { FailureText } from '../../sources/failure-message';
import { useStore } from '../../state/use-store';
import type { WatchStore } from '../../state/watch';

interface Props {
  readonly watch: WatchStore;
  /** What a round takes at least by the looks, in minutes. */
  readonly least: number | undefined;
  /** The newest look, of this page or of an earlier one. */
  readonly last: WatchObservation | undefined;
}

/** Reads every few minutes when the repositories were indexed, while this page is open. */
export function WatchForm({ watch, last, least }: Props) {
  const { texts: t } = usePage();
  const { durations } = t;
  const { state, failure, nextAt, mistake } = useStore(watch);
  if (mistake) throw mistake.error;
  const isOn = state !== 'off';
  return (
    <section className="gic-way">
      <h4>{t('reindex.watch.title')}</h4>
      <p>{t('reindex.watch.how')}</p>
      <div className="gic-buttons">
        <Button onClick={isOn ? watch.stop : watch.start}>
          {t(isOn ? 'reindex.watch.stop' : 'reindex.watch.start')}
        </Button>
      </div>
      <p role="status">
        {state !== 'off' && t(`reindex.watch.${state}`)}{' '}
        {nextAt !== undefined && t('reindex.watch.next', { date: nextAt })}
      </p>
      {failure && (
        <p className="gic-error">
          <FailureText failure={failure} />
        </p>
      )}
      {last && least !== undefined && <p>{t('reindex.watch.least', durations.long(least), { date: last.at })}</p>}
    </section>
  );
}
