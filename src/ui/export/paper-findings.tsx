import type { Finding } from '../../model/finding';
import { checklistOf, failsOf, type Group } from '../../report/checklist';
import { acceptanceText, readingText, titleOf } from '../../report/formats/checklist-texts';
import { stepsOf } from '../../report/formats/steps';
import { checkName } from '../../report/formats/subject-texts';
import { useTexts } from '../page-context';

/** What paper tells of; the rest needs nothing of whoever reads it. */
const TOLD: ReadonlySet<Group> = new Set(['to-fix', 'unread', 'accepted']);

const toldOf = (findings: readonly Finding[]) => checklistOf(findings).filter(({ group }) => TOLD.has(group));

export function hasToTell(findings: readonly Finding[]): boolean {
  return toldOf(findings).length > 0;
}

interface Props {
  readonly finding: Finding;
}

/** A Fail: what it is, what was read, and what to know before it is fixed. */
function ToFix({ finding }: Props) {
  const t = useTexts();
  const { severity, reason, caution, undoneBy, found } = finding;
  const read = found.map((reading) => `${t(`field.${reading.field}`)}: ${readingText(reading, t)}`);
  return (
    <div className="gic-paper-finding">
      <h5>
        {t(`severity.${severity}`)}: {titleOf(finding, t)}
      </h5>
      {reason && <p>{t(reason)}</p>}
      {undoneBy && <p>{t('pat-flag.unless')}</p>}
      <p>
        {t('checklist.evidence')}: {read.join('; ')}
      </p>
      {caution && (
        <p>
          {t('checklist.caution')}: {t(caution)}
        </p>
      )}
    </div>
  );
}

/** What could not be checked, and why; what was accepted, why, by whom and until when. */
function InShort({ finding }: Props) {
  const t = useTexts();
  const { reason, acceptance } = finding;
  return (
    <div className="gic-paper-finding">
      <p>
        {titleOf(finding, t)}
        {reason && `: ${t(reason)}`}
      </p>
      {acceptance && <p>{acceptanceText(acceptance, t)}</p>}
      {acceptance && acceptance.note !== '' && <p className="gic-paper-note">{acceptance.note}</p>}
    </div>
  );
}

/** On paper: what is to fix, what could not be checked, and what was accepted. */
export function PaperFindings({ findings }: { readonly findings: readonly Finding[] }) {
  const t = useTexts();
  return toldOf(findings).map(({ group, findings: members }) => (
    <div key={group}>
      <h4>{t(`checklist.group.${group}`)}</h4>
      {members.map((finding) =>
        group === 'to-fix' ? (
          <ToFix key={finding.check} finding={finding} />
        ) : (
          <InShort key={finding.check} finding={finding} />
        ),
      )}
    </div>
  ));
}

interface FixesProps {
  readonly findings: readonly Finding[];
  /** Of GIJ; undefined where it could not be read. */
  readonly gijVersion: string | undefined;
}

/** Why each check that fails matters and how it is fixed: once, whatever number of integrations it fails on. */
export function PaperFixes({ findings, gijVersion }: FixesProps) {
  const t = useTexts();
  const checks = new Set(failsOf(findings).map(({ check }) => check));
  if (checks.size === 0) return null;
  return (
    <section>
      <h3>{t('checklist.steps')}</h3>
      {[...checks].map((check) => {
        const key = `check.${check}`;
        return (
          <div key={check} className="gic-paper-finding">
            <h4>{checkName(check, t)}</h4>
            <p>{t(`${key}.why`)}</p>
            <ol>
              {stepsOf(check, gijVersion, t).map(({ text }) => (
                <li key={text}>{text}</li>
              ))}
            </ol>
          </div>
        );
      })}
    </section>
  );
}
