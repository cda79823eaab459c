import Button from '@atlaskit/button/new';
import { useRef, useState } from 'react';

import { baseUrlOf } from '../../host-page/host-page';
import { withRecorded, type Recorded } from '../../snapshots/with-recorded';
import { useDecisions } from '../decide';
import type { Part } from '../load-part';
import { usePage } from '../page-context';
import type advisor from '../reindex/reindex';
import type { SnapshotsStore } from '../state/snapshots';
import { useStore } from '../state/use-store';
import { readRecordings, type ReadRecordings } from './read-recordings';

export interface ImportProps {
  readonly snapshots: SnapshotsStore;
  /** What judges; it is loaded with the page. */
  readonly advisor: Part<Pick<typeof advisor, 'judgeInSteps'>>;
}

type Said = 'reading' | 'taken-back' | (Omit<Recorded, 'snapshots'> & Pick<ReadRecordings, 'unusable'>);

/** Such as `12 checks were added, from 3 Nov 2026, 07:00 to 26 Nov 2026, 07:00; 2 were there already.` */
function Outcome({ said }: { readonly said: Exclude<Said, string> }) {
  const { texts: t } = usePage();
  const { added, known, tooOld, unusable } = said;
  const [first, last] = [added[0], added.at(-1)];
  const parts = [
    first === undefined || last === undefined
      ? t('history.import.none')
      : t.counted('history.import.added', added.length, { date: first }, { date: last }),
    known > 0 && t.counted('history.import.known', known),
    tooOld > 0 && t.counted('history.import.too-old', tooOld),
    unusable.length > 0 && t.counted('history.import.unusable', unusable.length),
  ];
  return (
    <>
      <p>{parts.filter((part) => part !== false).join('; ')}.</p>
      {unusable.length > 0 && (
        <ul>
          {unusable.map(({ name, why }, place) => (
            <li key={place} className="gic-break">
              <bdi>{name}</bdi>: {t(why)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Adds the checks of recordings: what happened while nobody had the page open. */
export function ImportRecordings({ snapshots, advisor: part }: ImportProps) {
  const { texts: t, host, now } = usePage();
  const decisions = useDecisions();
  const { before } = useStore(snapshots);
  const input = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState<Said>();
  const judge = part.state === 'loaded' ? part.content.judgeInSteps : undefined;

  async function take(files: readonly File[]): Promise<void> {
    if (!judge || files.length === 0) return;
    setSaid('reading');
    const by = { baseUrl: baseUrlOf(host), decisions: decisions.snapshot().decisions, judge, now: now() };
    const { checks, unusable } = await readRecordings(files, by);
    const nothing = { added: [], known: 0, tooOld: 0 };
    const recorded =
      checks.length === 0 ? nothing : snapshots.add((kept, latest) => withRecorded(kept, checks, now(), latest));
    setSaid({ ...recorded, unusable });
  }

  function takeBack(): void {
    snapshots.takeBack();
    setSaid('taken-back');
    input.current?.focus();
  }

  return (
    <section className="gic-happened gic-import" aria-labelledby="gic-import-heading">
      <h3 id="gic-import-heading">{t('history.import.heading')}</h3>
      <p>{t('history.import.help')}</p>
      {judge && (
        <div className="gic-buttons">
          <label className="gic-file">
            {t('history.import')}
            <input
              ref={input}
              className="gic-hidden"
              type="file"
              accept=".json"
              multiple
              onChange={({ target }) => {
                void take([...(target.files ?? [])]);
                target.value = '';
              }}
            />
          </label>
          {typeof said === 'object' && said.added.length > 0 && before && (
            <Button onClick={takeBack}>{t('history.import.undo')}</Button>
          )}
        </div>
      )}
      {part.state === 'failed' && <p>{t('part.failed')}</p>}
      <div role="status">
        {typeof said === 'string' && <p>{t(`history.import.${said}`)}</p>}
        {typeof said === 'object' && <Outcome said={said} />}
      </div>
    </section>
  );
}
