import { useTexts } from '../page-context';
import { scheduleMessage } from './given';
import type { Reindex } from './use-reindex';

const SHOWN_PROBLEMS = 20;

/** What the advice rests on: each thing that was given, when, and what of it could not be used. */
export function EvidenceList({ evidence, watched }: Pick<Reindex, 'evidence' | 'watched'>) {
  const t = useTexts();
  const { entries } = evidence;
  const { current, observations } = evidence.content;
  const [firstLook] = observations;
  return (
    <>
      <p>
        {t('reindex.evidence.current')} {current === undefined ? t('reindex.evidence.current.unknown') : t(scheduleMessage(current.value))}
      </p>
      {entries.length === 0 && !firstLook && <p>{t('reindex.evidence.none')}</p>}
      <ul>
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
                {problems.length > SHOWN_PROBLEMS && <p>{t.counted('problem.more', problems.length - SHOWN_PROBLEMS)}</p>}
              </details>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
