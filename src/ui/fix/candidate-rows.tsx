import { useId, type ReactNode } from 'react';

import type { WritableField } from '../../model/change';
import { readingText, valueText } from '../../report/formats/checklist-texts';
import { subjectName } from '../../report/formats/subject-texts';
import { useTexts } from '../page-context';
import type { Candidate } from './candidates';
import { afterOf, fieldsOf, isChoice, isOffered, isTyped, type Intent, type Standing } from './intents';
import type { ReadState } from './readings';

interface Props {
  readonly candidate: Candidate;
  readonly intent: Intent;
  readonly standing: Standing;
  readonly state: ReadState | undefined;
  /** Nothing else is there to choose from. */
  readonly isAlone: boolean;
  readonly onIntent: (change: Partial<Intent>) => void;
}

/** Marks the fields that hold what cannot be used, so that the first of them is found. */
export const WRONG = 'gic-fix-wrong';

function Head({ candidate, intent, standing, isAlone, onIntent }: Omit<Props, 'state'>) {
  const t = useTexts();
  const { key, id, subject, caution } = candidate;
  const name = <bdi>{subjectName(subject ?? { key, id }, t)}</bdi>;
  return (
    <>
      {isOffered(standing) && !isAlone ? (
        <label className="gic-check-label">
          <input
            type="checkbox"
            checked={intent.isChosen}
            onChange={(event) => onIntent({ isChosen: event.target.checked })}
          />
          {name}
        </label>
      ) : (
        name
      )}
      {caution && <p className="gic-caution">{t(caution)}</p>}
    </>
  );
}

function Reason({ standing }: Pick<Props, 'standing'>) {
  const t = useTexts();
  switch (standing.kind) {
    case 'waiting':
      return t('fix.reading');
    case 'failed':
      return t('fix.unread', t(`failure.${standing.failure.kind}.short`));
    case 'impossible':
      return t(standing.reason);
    default:
      return t('fix.right-already');
  }
}

/** A text that the admin types, and whether it would do. */
function Typed({
  field,
  intent,
  standing,
  onIntent,
}: Omit<Props, 'state' | 'isAlone'> & { readonly field: WritableField }) {
  const t = useTexts();
  const said = useId();
  const problem = standing.kind === 'wrong' && intent.isChosen ? t(standing.reason) : undefined;
  return (
    <>
      <input
        className={problem === undefined ? 'gic-select' : `gic-select ${WRONG}`}
        aria-label={t('fix.typed', t(`field.${field}`))}
        aria-invalid={problem !== undefined}
        aria-describedby={said}
        autoComplete="off"
        maxLength={250}
        value={intent.typed}
        onChange={(event) => onIntent({ typed: event.target.value })}
      />
      <p id={said} className={problem === undefined ? 'gic-subtle' : 'gic-error'}>
        {problem ?? t(field === 'displayName' ? 'fix.typed.name' : 'fix.typed.tags')}
      </p>
    </>
  );
}

function Setting({ field, ...props }: Props & { readonly field: WritableField }) {
  const t = useTexts();
  const { candidate, intent, state, onIntent } = props;
  const snapshot = state?.kind === 'read' ? state.snapshot : undefined;
  const label = t(`field.${field}`);
  const after = afterOf(candidate, intent, field);
  const isWanted = after !== undefined;
  const choose = (isChosen: boolean) =>
    onIntent({ fields: isChosen ? [...intent.fields, field] : intent.fields.filter((one) => one !== field) });
  return (
    <>
      <td data-label={t('fix.setting')}>
        {isChoice(candidate) ? (
          <label className="gic-check-label">
            <input type="checkbox" checked={isWanted} onChange={(event) => choose(event.target.checked)} />
            {label}
          </label>
        ) : (
          label
        )}
      </td>
      <td data-label={t('fix.now')} className="gic-break">
        {snapshot && <bdi>{readingText(snapshot.integration[field], t)}</bdi>}
      </td>
      <td data-label={t('fix.after')} className="gic-break">
        {isTyped(candidate, field) && (isWanted || !isChoice(candidate)) ? (
          <Typed {...props} field={field} />
        ) : isWanted ? (
          <bdi>{valueText(field, after, t)}</bdi>
        ) : (
          <span className="gic-subtle">{t('fix.stays')}</span>
        )}
      </td>
    </>
  );
}

/** One integration of the preview: each setting with its value now and after, or why nothing can be done here. */
export function CandidateRows(props: Props) {
  const { candidate, standing } = props;
  const fields = isOffered(standing) ? fieldsOf(candidate) : [];
  const head = (rows: number, content: ReactNode) => (
    <tr>
      <th scope="rowgroup" rowSpan={rows}>
        <Head {...props} />
      </th>
      {content}
    </tr>
  );
  const [first, ...others] = fields;
  return (
    <tbody>
      {first === undefined
        ? head(
            1,
            <td colSpan={3}>
              <Reason standing={standing} />
            </td>,
          )
        : head(fields.length, <Setting {...props} field={first} />)}
      {others.map((field) => (
        <tr key={field}>
          <Setting {...props} field={field} />
        </tr>
      ))}
    </tbody>
  );
}
