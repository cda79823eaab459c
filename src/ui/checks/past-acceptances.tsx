import type { Texts } from '../../i18n/texts';
import { SINGLE_REPOSITORIES } from '../../model/integration';
import type { AcceptanceReport } from '../../report/acceptances';
import type { Report, SubjectReport } from '../../report/report';
import { AcceptanceText, RemoveAcceptance } from '../checklist/accepted-by';
import { checkName, subjectName } from '../../report/formats/subject-texts';
import { useTexts } from '../page-context';

interface Props {
  readonly report: Report;
  readonly subjects: ReadonlyMap<string, SubjectReport>;
}

interface RowProps extends Pick<Props, 'subjects'> {
  readonly acceptance: AcceptanceReport;
}

function subjectText(subject: string, subjects: Props['subjects'], t: Texts): string {
  const known = subjects.get(subject);
  if (known || subject === SINGLE_REPOSITORIES) return subjectName(known ?? { key: subject }, t);
  if (subject === 'instance') return t('checks.all-integrations');
  return t('acceptance.past.integration', subject.replace(/^integration:/, ''));
}

function PastAcceptance({ acceptance: { entry, state }, subjects }: RowProps) {
  const t = useTexts();
  const { subject, check } = entry;
  const about = `${subjectText(subject, subjects, t)}: ${checkName(check, t)}`;
  return (
    <li className="gic-past-acceptance">
      <span>
        <span className="gic-paragraph gic-break">
          <bdi>{about}</bdi>. {t(`acceptance.past.${state}`)}
        </span>
        <AcceptanceText acceptance={entry} />
      </span>
      <RemoveAcceptance subject={subject} check={check} label={t('acceptance.remove')} about={about} />
    </li>
  );
}

/** What admins accepted once and what makes no difference any more, to be taken out. */
export function PastAcceptances({ report, subjects }: Props) {
  const t = useTexts();
  const past = report.acceptances.filter(({ state }) => state !== 'holds' && state !== 'unread');
  if (past.length === 0) return null;
  return (
    <details className="gic-group">
      <summary>
        <h4>
          {t('acceptance.past.heading')} <span className="gic-count">{t.number(past.length)}</span>
        </h4>
      </summary>
      <ul className="gic-past-acceptances">
        {past.map((one) => (
          <PastAcceptance key={`${one.entry.subject} ${one.entry.check}`} acceptance={one} subjects={subjects} />
        ))}
      </ul>
    </details>
  );
}
