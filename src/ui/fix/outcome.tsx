import Button from '@atlaskit/button/new';

import type { BulkRowState } from '../../changes/bulk';
import type { MovedField } from '../../changes/same';
import type { Texts } from '../../i18n/texts';
import { readingText, valueText } from '../../report/formats/checklist-texts';
import { useTexts } from '../page-context';
import { FailureText } from '../sources/failure-message';

/** GIJ's label of a field, or its name in the REST API where its pages have none that is known. */
function fieldText(field: string, t: Texts): string {
  const key = `field.${field}`;
  const label = t(key);
  return label === key ? field : label;
}

function Moved({ moved, title }: { readonly moved: readonly MovedField[]; readonly title: string }) {
  const t = useTexts();
  return (
    <div className="gic-fix-trouble">
      <strong>{title}</strong>
      <ul>
        {moved.map(({ field, before, after }) => (
          <li key={field} className="gic-break">
            {t('fix.moved.field', fieldText(field, t), readingText(before, t), readingText(after, t))}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface Props {
  readonly state: BulkRowState;
  /** Takes this change back. */
  readonly onUndo: (() => void) | undefined;
  readonly onLookAgain: () => void;
  readonly name: string;
}

/** What came of one change beside its word, and what can be done about it. */
export function OutcomeDetails({ state, onUndo, onLookAgain, name }: Props) {
  const t = useTexts();
  const named = (label: string) => (
    <>
      {label}
      <span className="gic-hidden">: {name}</span>
    </>
  );
  const lookAgain = (
    <Button spacing="compact" onClick={onLookAgain}>
      {named(t('fix.look-again'))}
    </Button>
  );
  switch (state.kind) {
    case 'applied':
      if (state.moved.length === 0) return null;
      return (
        <>
          <Moved moved={state.moved} title={t('fix.moved')} />
          {onUndo && (
            <Button spacing="compact" onClick={onUndo}>
              {named(t('dialog.undo'))}
            </Button>
          )}
        </>
      );
    case 'changed-meanwhile':
      return (
        <>
          <Moved moved={state.fields} title={t('fix.changed-meanwhile')} />
          {lookAgain}
        </>
      );
    case 'not-kept':
      return (
        <>
          <ul>
            {state.fields.map(({ field, after }) => (
              <li key={field} className="gic-break">
                {t(
                  'fix.not-kept.field',
                  t(`field.${field}`),
                  readingText(state.integration[field], t),
                  valueText(field, after, t),
                )}
              </li>
            ))}
          </ul>
          {state.moved.length > 0 && <Moved moved={state.moved} title={t('fix.moved')} />}
          {state.failure && <FailureText failure={state.failure} />}
          {lookAgain}
        </>
      );
    case 'refused':
    case 'unknown':
      return <FailureText failure={state.failure} />;
    default:
      return null;
  }
}
