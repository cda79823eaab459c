import { useState } from 'react';

import { isSamePlace, PROJECT_KEY, type Place, type SharedPlace } from '../../decisions/kept-sharing';
import { useTexts } from '../page-context';
import { BusyButton } from '../busy-button';
import { TextField } from '../text-field';

interface Props {
  /** Where decisions are kept now. */
  readonly place: Place;
  /** What is kept there is not there any more. */
  readonly isGone: boolean;
  /** The issue type that is offered; undefined while it is looked for, and where there is none. */
  readonly type: SharedPlace | undefined;
  /** Other admins share there already. */
  readonly isFound: boolean;
  readonly isBusy: boolean;
  /** Something is still to be chosen, which would be lost with what is shared. */
  readonly hasConflicts: boolean;
  readonly onMove: (place: Place) => void;
}

interface ChoiceProps {
  readonly kind: Place['kind'];
  readonly chosen: Place['kind'];
  readonly isDisabled?: boolean;
  readonly label: string;
  readonly help: string;
  readonly onChoose: (kind: Place['kind']) => void;
}

function Choice({ kind, chosen, isDisabled = false, label, help, onChoose }: ChoiceProps) {
  return (
    <div>
      <label className="gic-check-label">
        <input
          type="radio"
          name="gic-place"
          checked={chosen === kind}
          disabled={isDisabled}
          aria-describedby={`gic-place-${kind}`}
          onChange={() => onChoose(kind)}
        />
        {label}
      </label>
      <p id={`gic-place-${kind}`} className="gic-subtle gic-choice-help">
        {help}
      </p>
    </div>
  );
}

/** Where decisions are to be kept: nothing is tried or written before the button is pressed. */
export function PlaceForm({ place, isGone, type, isFound, isBusy, hasConflicts, onMove }: Props) {
  const t = useTexts();
  const [kind, setKind] = useState(place.kind);
  const [typed, setTyped] = useState(place.kind === 'project' ? place.key : '');
  const [problem, setProblem] = useState<string>();
  const key = typed.trim().toUpperCase();
  const shown = place.kind === 'issue-type' ? place : type;
  const target: Place | undefined =
    kind === 'browser' ? { kind } : kind === 'issue-type' ? shown : { kind: 'project', key };
  const isHere = target !== undefined && isSamePlace(target, place);
  const isStopped = kind === 'browser' && hasConflicts;

  function submit(): void {
    if (kind === 'project' && !PROJECT_KEY.test(key)) return setProblem(t('sharing.project.wrong'));
    if (target) onMove(target);
  }

  const action = () => {
    if (kind === 'browser') return t('sharing.stop');
    if (isHere) return t('sharing.again');
    return t(place.kind === 'browser' ? 'sharing.share' : 'sharing.move');
  };
  const choice = { chosen: kind, onChoose: setKind };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <fieldset>
        <legend>{t('sharing.place')}</legend>
        <Choice {...choice} kind="browser" label={t('sharing.browser')} help={t('sharing.browser.help')} />
        <Choice
          {...choice}
          kind="issue-type"
          isDisabled={!shown}
          label={shown?.kind === 'issue-type' ? t('sharing.type', shown.name) : t('sharing.type.none')}
          help={t(isFound ? 'sharing.type.found' : 'sharing.type.help')}
        />
        <Choice {...choice} kind="project" label={t('sharing.project')} help={t('sharing.project.help')} />
        {kind === 'project' && (
          <TextField
            label={t('sharing.project.key')}
            value={typed}
            onChange={(value) => {
              setTyped(value);
              setProblem(undefined);
            }}
            help={t('sharing.project.key.help')}
            problem={problem}
          />
        )}
      </fieldset>
      {kind === 'browser' && !isHere && <p>{t(isStopped ? 'sharing.stop.conflicts' : 'sharing.stop.help')}</p>}
      {(!isHere || isGone) && (
        <div className="gic-buttons">
          <BusyButton type="submit" appearance="primary" isBusy={isBusy} isDisabled={isStopped || !target}>
            {action()}
          </BusyButton>
        </div>
      )}
    </form>
  );
}
