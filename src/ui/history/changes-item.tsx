import Button from '@atlaskit/button/new';

import type { ChangeEntry } from '../../decisions/decisions';
import type { FieldChange, SettingValue } from '../../model/change';
import { integrationKey } from '../../model/integration';
import { known } from '../../model/reading';
import { readingText } from '../../report/formats/checklist-texts';
import { useReadOnly } from '../decide';
import { useOpenDialog } from '../dialogs';
import { useOpenInPrint } from '../checklist/use-open-in-print';
import { checkName } from '../../report/formats/subject-texts';
import { useTexts } from '../page-context';
import type { NameOf } from './subject-names';
import type { UndoState } from './undo-state';

interface Props {
  readonly nameOf: NameOf;
  readonly undoStateOf: (change: ChangeEntry) => UndoState;
}

interface UndoProps {
  readonly changes: readonly ChangeEntry[];
  readonly text: string;
  /** What is undone, for those who do not see where the button stands. */
  readonly of: string;
}

function Undo({ changes, text, of }: UndoProps) {
  const openDialog = useOpenDialog();
  const open = () => openDialog({ kind: 'undo', changes: changes.map(({ id }) => id) });
  return (
    <Button spacing="compact" onClick={open}>
      {text}
      <span className="gic-hidden">
        {' '}
        <bdi>{of}</bdi>
      </span>
    </Button>
  );
}

function FieldLine({ change: { field, before, after } }: { readonly change: FieldChange }) {
  const t = useTexts();
  const stamp = { source: 'admin', request: '', readAt: 0 } as const;
  const valueText = (value: SettingValue) => readingText(known(field, value, stamp), t);
  return <li className="gic-break">{t('history.field', t(`field.${field}`), valueText(after), valueText(before))}</li>;
}

/** What a change did to one integration, and how it is taken back. */
function Change({ change, nameOf, undoStateOf, isAlone }: Props & { change: ChangeEntry; isAlone: boolean }) {
  const t = useTexts();
  const isReadOnly = useReadOnly();
  const state = undoStateOf(change);
  const name = nameOf(integrationKey(change.integration));
  return (
    <>
      {!isAlone && (
        <p className="gic-break">
          <bdi>{name}</bdi>
        </p>
      )}
      <ul>
        {change.fields.map((field) => (
          <FieldLine key={field.field} change={field} />
        ))}
      </ul>
      {state !== 'undo' && state !== 'possible' && <p className="gic-subtle">{t(`history.${state}`)}</p>}
      {state === 'possible' && !isReadOnly && <Undo changes={[change]} text={t('history.undo')} of={name} />}
    </>
  );
}

/** The changes of one run. */
export function ChangesItem({ changes, ...props }: Props & { changes: readonly [ChangeEntry, ...ChangeEntry[]] }) {
  const t = useTexts();
  const isReadOnly = useReadOnly();
  const details = useOpenInPrint(true);
  const [first] = changes;
  const what = first.undoes === undefined ? 'changed' : 'undid';
  if (changes.length === 1) {
    const heading = t(`history.${what}`, props.nameOf(integrationKey(first.integration)));
    return (
      <>
        <p className="gic-event-title gic-break">{heading}</p>
        <Change change={first} isAlone {...props} />
      </>
    );
  }
  const possible = changes.filter((change) => props.undoStateOf(change) === 'possible');
  const counted = t.counted(`history.${what}.many`, changes.length);
  const heading = first.check === undefined ? counted : t('history.of', counted, checkName(first.check, t));
  return (
    <>
      <details ref={details}>
        <summary className="gic-event-title">{heading}</summary>
        <ul className="gic-run">
          {changes.map((change) => (
            <li key={change.id}>
              <Change change={change} isAlone={false} {...props} />
            </li>
          ))}
        </ul>
      </details>
      {possible.length > 1 && !isReadOnly && (
        <Undo changes={possible} text={t.counted('history.undo.all', possible.length)} of={heading} />
      )}
    </>
  );
}
