import Button from '@atlaskit/button/new';

import type { Texts } from '../../i18n/texts';
import type { Finding } from '../../model/finding';
import type { Verdict } from '../../model/verdict';
import type { SubjectReport } from '../../report/report';
import { useDecisions } from '../decide';
import { FixButton } from '../fix-button';
import { SubjectLink } from '../integrations/subject-link';
import { subjectName } from '../../report/formats/subject-texts';
import { useTexts } from '../page-context';
import { Notice } from './notice';

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
          <SubjectLink subject={subject} onOpen={onOpen} />
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

/** What *Require User PAT* says of it. */
function userPatOf({ findings }: SubjectReport): Finding | undefined {
  return findings.find(({ check }) => check === 'require-user-pat');
}

/** Such as `Accepted on 2 integrations: GitLab: payments, Gerrit`. */
function acceptedText(subjects: readonly SubjectReport[], t: Texts): string {
  const names = subjects.slice(0, SHOWN_AT_FIRST).map((subject) => subjectName(subject, t));
  const more = subjects.length - names.length;
  const list = more > 0 ? [...names, t.counted('pat-flag.more', more)] : names;
  return t.counted('pat-flag.accepted', subjects.length, { list });
}

/**
 * Names the integrations on which branches and pull requests are created under a shared account, and apart from them those
 * where that could not be found out; in one line those where an admin accepted it. Nothing where there is nothing to flag.
 */
export function PatNotice({ subjects, onOpen, onAnswered }: ListProps & { readonly onAnswered: () => void }) {
  const t = useTexts();
  const { answer } = useDecisions();
  const having = (...verdicts: Verdict[]) =>
    subjects.filter((subject) => verdicts.some((verdict) => verdict === userPatOf(subject)?.verdict));
  const failing = having('fail');
  const unchecked = having('unknown', 'error').filter((subject) => !userPatOf(subject)?.pending);
  const isAskedFor = failing.some((subject) => userPatOf(subject)?.undoneBy === 'generalRequireUserPat');
  const accepted = having('accepted');
  const line = accepted.length > 0 && acceptedText(accepted, t);
  if (failing.length + unchecked.length === 0)
    return line !== false ? <p className="gic-subtle gic-break">{line}</p> : null;
  const title =
    failing.length > 0
      ? t.counted('pat-flag.title', failing.length)
      : t.counted('pat-flag.unknown.title', unchecked.length);
  const fixable = failing.filter((subject) => userPatOf(subject)?.fix).map(({ key }) => key);
  return (
    <Notice
      kind={failing.length > 0 ? 'problem' : 'unknown'}
      title={title}
      action={t('notice.show')}
      always={line !== false && <span className="gic-paragraph gic-subtle gic-break">{line}</span>}
      button={<FixButton check="require-user-pat" keys={fixable} about={title} />}
    >
      {failing.length > 0 && (
        <>
          <p>{t('pat-flag.body')}</p>
          <Folded subjects={failing} onOpen={onOpen} />
        </>
      )}
      {isAskedFor && (
        <p>
          {t('pat-flag.unless')}{' '}
          <Button
            spacing="compact"
            onClick={() => {
              answer('generalRequireUserPat', 'on');
              onAnswered();
            }}
          >
            {t('pat-flag.is-on')}
          </Button>
        </p>
      )}
      {unchecked.length > 0 && (
        <>
          {failing.length > 0 && <h4>{t.counted('pat-flag.unknown.title', unchecked.length)}</h4>}
          <p>{t('pat-flag.unknown.body')}</p>
          <Folded subjects={unchecked} onOpen={onOpen} />
        </>
      )}
    </Notice>
  );
}
