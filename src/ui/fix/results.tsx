import Button from '@atlaskit/button/new';
import type { ThemeAppearance } from '@atlaskit/lozenge';
import Lozenge from '@atlaskit/lozenge/new/lozenge';
import ProgressBar from '@atlaskit/progress-bar';
import { useEffect, useRef, useState } from 'react';

import type { Bulk, BulkRow, BulkRowState } from '../../changes/bulk';
import type { Texts } from '../../i18n/texts';
import { useReadOnly } from '../decide';
import { subjectName } from '../../report/formats/subject-texts';
import { useTexts } from '../page-context';
import { FailureLink, FailureText } from '../sources/failure-message';
import { useStore } from '../state/use-store';
import { OutcomeDetails } from './outcome';
import type { Item } from './preview';

const APPEARANCES: Readonly<Record<BulkRowState['kind'], ThemeAppearance>> = {
  waiting: 'default',
  running: 'inprogress',
  applied: 'success',
  unchanged: 'success',
  'not-kept': 'removed',
  refused: 'removed',
  'changed-meanwhile': 'moved',
  gone: 'removed',
  unknown: 'moved',
  'not-tried': 'default',
};

/** In this order they are summed up. */
const KINDS = Object.keys(APPEARANCES) as BulkRowState['kind'][];

function isEnded({ state: { kind } }: BulkRow): boolean {
  return kind !== 'waiting' && kind !== 'running';
}

/** Such as `2 applied, 1 refused`. */
function summaryText(rows: readonly BulkRow[], t: Texts): string {
  const counts = KINDS.map((kind) => ({ kind, count: rows.filter(({ state }) => state.kind === kind).length }));
  const list = counts.flatMap(({ kind, count }) =>
    count > 0 ? [t('fix.summary', t.number(count), t(`fix.outcome.${kind}`))] : [],
  );
  return t({ key: 'fix.done', args: [{ list }] });
}

/** A sentence for an end that is not as wanted. */
function saidText(state: BulkRowState, t: Texts): string {
  if (state.kind === 'not-kept' && state.failure) return t('fix.lost');
  return t(`fix.says.${state.kind}`);
}

function mayTryAgain({ state }: BulkRow): boolean {
  return (
    ['refused', 'unknown', 'not-tried'].includes(state.kind) ||
    (state.kind === 'not-kept' && state.failure !== undefined)
  );
}

interface Props {
  readonly bulk: Bulk;
  readonly items: readonly Item[];
  /** Ids of the changes that were made, by key of the integration. */
  readonly made: Readonly<Record<string, string>>;
  /** The admin wanted to close it while it runs. */
  readonly isAsking: boolean;
  readonly onTryAgain: () => void;
  readonly onLookAgain: (keys: readonly string[]) => void;
  readonly onUndo: (ids: readonly string[]) => void;
  readonly onClose: () => void;
}

/** Ends the run after the change that is being made; closing the dialog leads here first. */
function Stop({ bulk, isAsking }: Pick<Props, 'bulk' | 'isAsking'>) {
  const t = useTexts();
  const place = useRef<HTMLDivElement>(null);
  const [isStopping, setStopping] = useState(false);
  useEffect(() => {
    if (isAsking) place.current?.querySelector('button')?.focus();
  }, [isAsking]);
  const stop = () => {
    setStopping(true);
    bulk.stop();
  };
  return (
    <>
      <div ref={place} className="gic-buttons">
        <Button onClick={stop}>{t('fix.stop')}</Button>
        <span role="status">{isStopping && t('fix.stopping')}</span>
      </div>
      <p role="alert" className="gic-error">
        {isAsking && !isStopping && t('fix.stop-first')}
      </p>
    </>
  );
}

/** How the changes come out, one after the other, and what can be done about those that did not. */
export function Results({ bulk, items, made, isAsking, ...on }: Props) {
  const t = useTexts();
  const { rows, phase, stoppedBy } = useStore(bulk);
  const isReadOnly = useReadOnly();
  const heading = useRef<HTMLHeadingElement>(null);
  const isRunning = phase === 'running';

  // At its start and at its end: what was pressed is gone then.
  useEffect(() => heading.current?.focus(), [isRunning]);
  const ended = rows.filter(isEnded).length;
  const nameOf = (key: string) => {
    const candidate = items.find((item) => item.key === key)?.candidate;
    return subjectName(candidate?.subject ?? { key, ...(candidate && { id: candidate.id }) }, t);
  };
  const last = rows.filter(isEnded).at(-1);
  const failed = isReadOnly ? 0 : rows.filter(mayTryAgain).length;
  const ids = isReadOnly ? [] : rows.flatMap(({ key }) => made[key] ?? []);
  return (
    <div className="gic-fix">
      <h3 ref={heading} tabIndex={-1}>
        {isRunning ? t('fix.running', ended, rows.length) : summaryText(rows, t)}
      </h3>
      <p role="status" className="gic-hidden">
        {isRunning
          ? last && t('fix.announced', nameOf(last.key), t(`fix.outcome.${last.state.kind}`), ended, rows.length)
          : summaryText(rows, t)}
      </p>
      {isRunning && (
        <>
          <ProgressBar value={ended / rows.length} ariaLabel={t('fix.running', ended, rows.length)} />
          <p>{t('fix.stay')}</p>
          <Stop bulk={bulk} isAsking={isAsking} />
        </>
      )}
      {typeof stoppedBy === 'object' && (
        <div className="gic-fix-trouble">
          <strong>{t('fix.stopped')}</strong>
          <FailureText failure={stoppedBy} />
          <div className="gic-buttons">
            <FailureLink kind={stoppedBy.kind} />
          </div>
        </div>
      )}
      <ul className="gic-fix-results">
        {rows.map((row) => {
          const { key, state } = row;
          const id = isRunning || isReadOnly ? undefined : made[key];
          return (
            <li key={key}>
              <span className="gic-break">
                <bdi>{nameOf(key)}</bdi>
              </span>
              <Lozenge appearance={APPEARANCES[state.kind]}>{t(`fix.outcome.${state.kind}`)}</Lozenge>
              {isEnded(row) && state.kind !== 'applied' && <p>{saidText(state, t)}</p>}
              <OutcomeDetails
                state={state}
                name={nameOf(key)}
                onUndo={id === undefined ? undefined : () => on.onUndo([id])}
                onLookAgain={() => on.onLookAgain([key])}
              />
            </li>
          );
        })}
      </ul>
      {phase === 'done' && (
        <div className="gic-buttons">
          {failed > 0 && (
            <Button appearance="primary" onClick={on.onTryAgain}>
              {t('fix.try-failed')}
            </Button>
          )}
          {ids.length > 0 && <Button onClick={() => on.onUndo(ids)}>{t.counted('fix.undo', ids.length)}</Button>}
          <Button appearance={failed > 0 ? 'subtle' : 'primary'} onClick={on.onClose}>
            {t('modal.close')}
          </Button>
        </div>
      )}
    </div>
  );
}
