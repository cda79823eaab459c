import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState } from 'react';

import type { Place } from '../../decisions/kept-sharing';
import { SINGLE_REPOSITORIES } from '../../model/integration';
import { useDecisions, useReadOnly } from '../decide';
import { useTexts } from '../page-context';
import type { Judged } from '../state/judged';
import type { SharingControl } from '../state/sharing';
import { useStore } from '../state/use-store';
import { ConflictList } from './conflict-list';
import { DecisionsFile } from './decisions-file';
import { namesIn } from './entry-text';
import { PlaceForm } from './place-form';
import { placeText } from './place-text';
import { TroubleLink, TroubleText } from './trouble-text';
import { unsharedCount } from './unshared';
import { usePlaces } from './use-places';

interface Props {
  readonly control: SharingControl;
  readonly judged: Judged | undefined;
}

export function SharingContent({ control, judged }: Props) {
  const t = useTexts();
  const decisions = useDecisions();
  const { place, sharing, conflicts } = useStore(decisions);
  const unshared = unsharedCount(decisions);
  const isReadOnly = useReadOnly();
  const places = usePlaces(control);
  const [wanted, setWanted] = useState<Place>();
  const trouble = typeof sharing === 'string' ? undefined : sharing;
  const isBusy = sharing === 'writing' || sharing === 'reading';
  const nameOf = namesIn(judged?.report, t);
  const subjects = judged?.gathered.integrations.state === 'read' ? judged.report.subjects : undefined;
  const isThere = (key: string) =>
    key === 'instance' || key === SINGLE_REPOSITORIES || subjects?.some((subject) => subject.key === key) === true;
  const type = places.state === 'known' ? (places.found ?? places.standard) : undefined;
  const replaced = wanted ?? (place.kind === 'browser' ? type : place);
  const top = useRef<HTMLParagraphElement>(null);
  // The button that had the focus may be gone.
  useEffect(() => {
    if (document.activeElement === document.body) top.current?.focus();
  }, [sharing, conflicts]);
  const move = (target: Place) => {
    setWanted(target);
    void control.moveTo(target);
  };
  return (
    <div className="gic-sharing">
      <p ref={top} tabIndex={-1}>
        {placeText(place, t)}
      </p>
      <p role="status">
        {isBusy && t(`sharing.${sharing}`)}
        {sharing === 'shared' && (unshared > 0 ? t.counted('shared.unshared', unshared) : t('sharing.shared'))}
      </p>
      {sharing === 'shared' && unshared > 0 && !isReadOnly && (
        <div className="gic-buttons">
          <Button onClick={() => void control.tryAgain()}>{t('shared.unshared.share')}</Button>
        </div>
      )}
      {trouble && (
        <div role="alert" className="gic-trouble">
          <h3>{t(`shared.trouble.${trouble.why}.title`)}</h3>
          <TroubleText trouble={trouble} />
          <div className="gic-buttons">
            <TroubleLink trouble={trouble} />
            <Button onClick={() => void control.tryAgain()}>{t('failure.try-again')}</Button>
            {trouble.why === 'unreadable' && replaced && !isReadOnly && (
              <Button onClick={() => void control.moveTo(replaced, true)}>{t('sharing.replace')}</Button>
            )}
          </div>
        </div>
      )}
      {conflicts.length > 0 && (
        <section>
          <h3>{t.counted('shared.conflicts', conflicts.length)}</h3>
          <p>{t('shared.conflicts.body')}</p>
          <ConflictList conflicts={conflicts} nameOf={nameOf} onChoose={control.choose} />
        </section>
      )}
      <section>
        <h3>{t('sharing.what')}</h3>
        <p>{t('sharing.what.written')}</p>
        <p>{t('sharing.what.not')}</p>
        {isReadOnly ? (
          <p>{t('sharing.read-only')}</p>
        ) : (
          <PlaceForm
            key={JSON.stringify(place)}
            place={place}
            isGone={trouble?.why === 'gone'}
            type={type}
            isFound={places.state === 'known' && places.found !== undefined}
            isBusy={isBusy}
            hasConflicts={conflicts.length > 0}
            onMove={move}
          />
        )}
        {places.state === 'failed' && !trouble && (
          <div role="alert">
            <TroubleText trouble={{ why: 'unread', failure: places.failure }} />
          </div>
        )}
      </section>
      <DecisionsFile nameOf={nameOf} isThere={subjects && isThere} />
    </div>
  );
}
