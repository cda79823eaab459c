import { useRef } from 'react';

import { useTexts } from '../../page-context';
import type { RunDuration } from '../../../model/reindex';
import type { Evidence } from '../../state/evidence';

const SHOWN_PROBLEMS = 20;
/** The newest readings. */
const SHOWN_RUNS = 20;

interface Props {
  readonly evidence: Evidence;
  /** Rounds that a watch saw. */
  readonly watched: readonly RunDuration[];
  /** @param at moment of the run duration that is taken back */
  readonly onForget: (at: number) => void;
}

/** Readings of "Last run duration": a mistyped one can be taken back. */
function Runs({ kept, onForget }: { readonly kept: readonly RunDuration[]; readonly onForget: Props['onForget'] }) {
  const t = useTexts();
  const { durations } = t;
  const runs = kept.slice(-SHOWN_RUNS).reverse();
  if (runs.length === 0) return null;
  return (
    <>
      <h4>{t('reindex.evidence.runs')}</h4>
      <ul className="gic-runs">
        {runs.map(({ at, minutes }) => (
          <li key={at}>
            {t('reindex.evidence.run', durations.long(minutes), { date: at })}
            <button
              type="button"
              className="gic-link"
              aria-label={t('reindex.evidence.run.remove.which', durations.long(minutes), { date: at })}
              onClick={() => onForget(at)}
            >
              {t('reindex.evidence.run.remove')}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What the advice rests on: each thing that was given, when, and what of it could not be used. */
export function EvidenceList({ evidence, watched, onForget }: Props) {
  const t = useTexts();
  const { entries, isLoaded, mistake } = evidence;
  const { observations, runDurations } = evidence.content;
  const [firstLook] = observations;
  // The button that removes a reading goes with it: the focus goes to the top of the list.
  const top = useRef<HTMLUListElement>(null);
  if (mistake) throw mistake.error;
  if (!isLoaded) return <p>{t('reindex.loading')}</p>;
  return (
    <>
      {entries.length === 0 && !firstLook && <p>{t('reindex.evidence.none')}</p>}
      <ul ref={top} tabIndex={-1} className="gic-quiet">
        {firstLook && (
          <li>
            {t(
              'reindex.evidence.watch',
              { date: firstLook.at },
              t.counted('reindex.evidence.looks', observations.length),
              t.counted('reindex.evidence.estimates', watched.length),
            )}
          </li>
        )}
        {entries.map(({ kind, at, name, given, problems }, index) => (
          <li key={index}>
            <bdi>{name ?? t(`reindex.evidence.${kind}`)}</bdi>
            {`, ${t.date(at)}: ${given.map((one) => t(one)).join(', ')}`}
            {problems.length > 0 && (
              <details>
                <summary>{t.counted('reindex.evidence.problems', problems.length)}</summary>
                <ul>
                  {problems.slice(0, SHOWN_PROBLEMS).map(({ line, reason }, place) => (
                    <li key={place} className="gic-break">
                      {t('reindex.evidence.problem', line, reason)}
                    </li>
                  ))}
                </ul>
                {problems.length > SHOWN_PROBLEMS && (
                  <p>{t.counted('problem.more', problems.length - SHOWN_PROBLEMS)}</p>
                )}
              </details>
            )}
          </li>
        ))}
      </ul>
      <Runs
        kept={runDurations}
        onForget={(at) => {
          top.current?.focus();
          onForget(at);
        }}
      />
    </>
  );
}
