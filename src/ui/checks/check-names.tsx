import type { CheckReport } from '../../report/check-reports';
import { groupOf } from '../../report/checklist';
import { questionOf, type Question } from '../../report/questions';
import type { SubjectReport } from '../../report/report';
import { SubjectLink } from '../integrations/subject-link';
import { useTexts } from '../page-context';
import type { ViewState } from '../state/view-state';
import { speakerOf } from './speaker';

/** Names that stand in the line of a check; the others are in what it opens to. */
const NAMED = 3;

interface Props {
  readonly check: CheckReport;
  readonly questions: readonly Question[];
  readonly subjects: ReadonlyMap<string, SubjectReport>;
  readonly onChange: (change: Partial<ViewState>) => void;
}

/** On which integrations it fails or could not be told, or for how many an answer matters. */
export function CheckNames({ check, questions, subjects, onChange }: Props) {
  const t = useTexts();
  const speaker = speakerOf(check);
  const asked = speaker && questionOf(speaker, questions);
  if (asked) return <p className="gic-subtle">{t.counted('checks.matters', asked.integrations)}</p>;
  if (check.scope === 'instance') return <p className="gic-subtle">{t('checks.all-integrations')}</p>;
  const wanted = speaker && groupOf(speaker);
  if (wanted === 'passed' || wanted === 'not-applicable') return null;
  const named = check.findings
    .filter((finding) => groupOf(finding) === wanted)
    .flatMap(({ subject }) => subjects.get(subject) ?? []);
  const more = named.length - NAMED;
  return (
    <p className="gic-check-names">
      {named.slice(0, NAMED).map((subject) => (
        <SubjectLink key={subject.key} subject={subject} onOpen={(open) => onChange({ open })} />
      ))}
      {more > 0 && (
        <button type="button" className="gic-link" onClick={() => onChange({ check: check.check })}>
          {t.counted('checks.more', more)}
        </button>
      )}
    </p>
  );
}
