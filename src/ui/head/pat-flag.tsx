import SectionMessage from '@atlaskit/section-message';

import type { SubjectReport } from '../../report/report';
import type { Verdict } from '../../model/verdict';
import { subjectName } from '../integrations/subject-texts';
import { useTexts } from '../page-context';

const SHOWN_AT_FIRST = 6;

interface ListProps {
  readonly subjects: readonly SubjectReport[];
  readonly onOpen: (key: string) => void;
}

function Links({ subjects, onOpen }: ListProps) {
  const t = useTexts();
  return (
    <ul className="gic-links">
      {subjects.map((subject) => (
        <li key={subject.key}>
          <button
            type="button"
            className="gic-link gic-break"
            aria-haspopup="dialog"
            onClick={() => onOpen(subject.key)}
          >
            <bdi>{subjectName(subject, t)}</bdi>
          </button>
          {subject.userPat === 'no-effect' && ` (${t('user-pat.no-effect')})`}
        </li>
      ))}
    </ul>
  );
}

function Folded({ subjects, onOpen }: ListProps) {
  const t = useTexts();
  const more = subjects.slice(SHOWN_AT_FIRST);
  return (
    <>
      <Links subjects={subjects.slice(0, SHOWN_AT_FIRST)} onOpen={onOpen} />
      {more.length > 0 && (
        <details>
          <summary>{t.counted('pat-flag.more', more.length)}</summary>
          <Links subjects={more} onOpen={onOpen} />
        </details>
      )}
    </>
  );
}

/**
 * Names the integrations on which users act under a shared account, and apart from them those where that could
 * not be found out. Nothing where there is nothing to flag.
 */
export function PatFlag({ subjects, onOpen }: ListProps) {
  const t = useTexts();
  const having = (...verdicts: Verdict[]) =>
    subjects.filter(({ findings }) =>
      findings.some(({ check, verdict }) => check === 'require-user-pat' && verdicts.includes(verdict)),
    );
  const failing = having('fail');
  const unchecked = having('unknown', 'error');
  return (
    <>
      {failing.length > 0 && (
        <SectionMessage appearance="error" title={t.counted('pat-flag.title', failing.length)}>
          <p>{t('pat-flag.body')}</p>
          <Folded subjects={failing} onOpen={onOpen} />
        </SectionMessage>
      )}
      {unchecked.length > 0 && (
        <SectionMessage appearance="warning" title={t.counted('pat-flag.unknown.title', unchecked.length)}>
          <p>{t('pat-flag.unknown.body')}</p>
          <Folded subjects={unchecked} onOpen={onOpen} />
        </SectionMessage>
      )}
    </>
  );
}
