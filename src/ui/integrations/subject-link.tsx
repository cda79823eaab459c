import type { SubjectReport } from '../../report/report';
import { useTexts } from '../page-context';
import { subjectName } from '../../report/formats/subject-texts';

interface Props {
  readonly subject: SubjectReport;
  readonly onOpen: (key: string) => void;
}

/** The name of an integration in a text or list, which opens its checklist. */
export function SubjectLink({ subject, onOpen }: Props) {
  const t = useTexts();
  return (
    <button type="button" className="gic-link gic-break" aria-haspopup="dialog" onClick={() => onOpen(subject.key)}>
      <bdi>{subjectName(subject, t)}</bdi>
    </button>
  );
}
