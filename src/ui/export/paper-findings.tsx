import type { Finding } from '../../model/finding';
import { checklistOf, type Group } from '../../report/checklist';
import { acceptanceText, titleOf } from '../../report/formats/checklist-texts';
import { stepsOf } from '../../report/formats/steps';
import { useTexts } from '../page-context';

/** What paper tells of; the rest needs nothing of whoever reads it. */
const TOLD: ReadonlySet<Group> = new Set(['to-fix', 'unread', 'accepted']);

const toldOf = (findings: readonly Finding[]) => checklistOf(findings).filter(({ group }) => TOLD.has(group));

export function hasToTell(findings: readonly Finding[]): boolean {
  return toldOf(findings).length > 0;
}

interface Props {
  readonly finding: Finding;
  /** Of GIJ; undefined where it could not be read. */
  readonly gijVersion: string | undefined;
}

/** A Fail in full: why it matters, what to know before, and the steps. */
function ToFix({ finding, gijVersion }: Props) {
  const t = useTexts();
  const { check, severity, reason, caution, undoneBy } = finding;
  const key = `check.${check}`;
  return (
    <div className="gic-paper-finding">
      <h5>
        {t(`severity.${severity}`)}: {titleOf(finding, t)}
      </h5>
      {reason && <p>{t(reason)}</p>}
      {undoneBy && <p>{t('pat-flag.unless')}</p>}
      <p>
        {t('checklist.why')}: {t(`${key}.why`)}
      </p>
      {caution && (
        <p>
          {t('checklist.caution')}: {t(caution)}
        </p>
      )}
      <p>{t('checklist.steps')}:</p>
      <ol>
        {stepsOf(check, gijVersion, t).map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ol>
    </div>
  );
}

/** What could not be checked, and why; what was accepted, why, by whom and until when. */
function InShort({ finding }: Pick<Props, 'finding'>) {
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
export function PaperFindings({
  findings,
  gijVersion,
}: Pick<Props, 'gijVersion'> & { readonly findings: readonly Finding[] }) {
  const t = useTexts();
  return toldOf(findings).map(({ group, findings: members }) => (
    <div key={group}>
      <h4>{t(`checklist.group.${group}`)}</h4>
      {members.map((finding) =>
        group === 'to-fix' ? (
          <ToFix key={finding.check} finding={finding} gijVersion={gijVersion} />
        ) : (
          <InShort key={finding.check} finding={finding} />
        ),
      )}
    </div>
  ));
}
