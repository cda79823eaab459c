import Button from '@atlaskit/button/new';

import { acceptanceKey, withoutEntries } from '../../decisions/decisions';
import type { Acceptance } from '../../model/finding';
import { acceptanceText } from '../../report/formats/checklist-texts';
import { useDecisions, useReadOnly } from '../decide';
import { useTexts } from '../page-context';

interface TextProps {
  readonly acceptance: Acceptance;
}

/** By whom, why and until when a Fail is accepted, and what was noted. */
export function AcceptanceText({ acceptance }: TextProps) {
  const t = useTexts();
  return (
    <>
      <span className="gic-paragraph gic-break">{acceptanceText(acceptance, t)}</span>
      {acceptance.note !== '' && <bdi className="gic-paragraph gic-break gic-subtle">{acceptance.note}</bdi>}
    </>
  );
}

interface RemoveProps {
  readonly subject: string;
  /** Id of the check. */
  readonly check: string;
  /** What the button says, and what it is about for those who hear it alone. */
  readonly label: string;
  readonly about: string;
}

/** Takes an acceptance out of what was decided: the check counts again. */
export function RemoveAcceptance({ subject, check, label, about }: RemoveProps) {
  const { decide } = useDecisions();
  if (useReadOnly()) return null;
  const remove = () => decide((decisions) => withoutEntries(decisions, [acceptanceKey(subject, check)]));
  return (
    <Button spacing="compact" onClick={remove}>
      {label}
      <span className="gic-hidden">: {about}</span>
    </Button>
  );
}
