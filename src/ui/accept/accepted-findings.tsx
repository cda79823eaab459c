import type { Finding } from '../../model/finding';
import { readingText, titleOf } from '../../report/formats/checklist-texts';
import type { Report } from '../../report/report';
import { subjectName } from '../../report/formats/subject-texts';
import { useTexts } from '../page-context';

/** A Fail that can be accepted, and the name of what it is about; undefined where that is all integrations. */
export interface Acceptable {
  readonly key: string;
  readonly finding: Finding;
  readonly subject: Report['subjects'][number] | undefined;
}

/** The Fails of a check on these subjects, in the order of the page. */
export function acceptableOf(
  report: Report | undefined,
  check: string,
  keys: readonly string[],
): readonly Acceptable[] {
  if (!report) return [];
  const isAsked = (finding: Finding) =>
    finding.check === check && finding.verdict === 'fail' && keys.includes(finding.subject);
  return [
    ...report.subjects.flatMap((subject) =>
      subject.findings.filter(isAsked).map((finding) => ({ key: subject.key, finding, subject })),
    ),
    ...report.instance.filter(isAsked).map((finding) => ({ key: finding.subject, finding, subject: undefined })),
  ];
}

interface Props {
  readonly all: readonly Acceptable[];
  readonly leftOut: ReadonlySet<string>;
  readonly onToggle: (key: string) => void;
}

/** What is accepted, with the values read; of several each can be left out. */
export function AcceptedFindings({ all, leftOut, onToggle }: Props) {
  const t = useTexts();
  return (
    <fieldset className="gic-accepted">
      <legend>{t('accept.findings')}</legend>
      {all.map(({ key, finding, subject }) => {
        const name = subject ? subjectName(subject, t) : t('changes.all');
        const values = finding.found.map((reading) => `${t(`field.${reading.field}`)}: ${readingText(reading, t)}`);
        return (
          <div key={key} className="gic-break">
            {all.length > 1 ? (
              <label className="gic-check-label">
                <input
                  type="checkbox"
                  name="chosen"
                  checked={!leftOut.has(key)}
                  aria-describedby={`${key}-values`}
                  onChange={() => onToggle(key)}
                />
                <bdi>{name}</bdi>
              </label>
            ) : (
              <bdi className="gic-name">{name}</bdi>
            )}
            <p id={`${key}-values`} className="gic-subtle">
              {titleOf(finding, t)}. {finding.reason && `${t(finding.reason)} · `}
              <bdi>{values.join(' · ')}</bdi>
            </p>
          </div>
        );
      })}
    </fieldset>
  );
}
