import Button from '@atlaskit/button/new';
import { useState, type FormEvent } from 'react';

import { ACCEPTED_DAYS, acceptanceOf, MOST_ACCEPTED_DAYS } from '../../decisions/accept';
import { LONGEST_NOTE } from '../../decisions/acceptance';
import { withEntries } from '../../decisions/decisions';
import { ACCEPTANCE_REASONS } from '../../model/finding';
import { useDecisions } from '../decide';
import type { AcceptProps } from '../dialogs';
import { Field } from '../field';
import { focusField } from '../focus-field';
import { checkName } from '../../report/formats/subject-texts';
import { useLeave } from '../leave';
import { Modal } from '../modal';
import { usePage, useTexts } from '../page-context';
import { problemsOf, type Given, type Problems } from './accept-form';
import { AcceptedFindings, acceptableOf, type Acceptable } from './accepted-findings';
import { dayAfter, endOf, SPANS } from './until';

interface FormProps {
  readonly heading: string;
  readonly all: readonly Acceptable[];
  readonly onClose: (said?: string) => void;
}

function AcceptForm({ heading, all, onClose }: FormProps) {
  const { texts: t, now } = usePage();
  const { decide } = useDecisions();
  const [opened] = useState(now);
  const [typed, setTyped] = useState<Omit<Given, 'chosen'>>({
    reason: '',
    note: '',
    day: dayAfter(opened, ACCEPTED_DAYS),
  });
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const [isTried, setTried] = useState(false);
  const chosen = all.filter(({ key }) => !leftOut.has(key));
  const problems: Problems = isTried ? problemsOf({ ...typed, chosen: chosen.length }, now()) : {};
  const { leave, asking } = useLeave(typed.reason !== '' || typed.note.trim() !== '', onClose);

  const type = (change: Partial<typeof typed>) => setTyped({ ...typed, ...change });
  const toggle = (key: string) =>
    setLeftOut(new Set(leftOut.has(key) ? [...leftOut].filter((one) => one !== key) : [...leftOut, key]));

  function accept(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const { reason, note, day } = typed;
    setTried(true);
    const first = Object.keys(problemsOf({ ...typed, chosen: chosen.length }, now()))[0];
    const until = endOf(day);
    if (first !== undefined || reason === '' || until === undefined) {
      focusField(event.currentTarget, first);
      return;
    }
    const details = { reason, note: note.trim(), until };
    decide((decisions, { at, by }) =>
      withEntries(
        decisions,
        chosen.map(({ finding }) => acceptanceOf(finding, { ...details, at, ...(by !== undefined && { by }) })),
      ),
    );
    onClose(t.counted('accept.done', chosen.length, { date: until }));
  }

  return (
    <Modal heading={heading} onClose={() => leave()}>
      {asking}
      <form noValidate className="gic-form" aria-label={heading} onSubmit={accept}>
        <p>{t('accept.intro')}</p>
        <AcceptedFindings all={all} leftOut={leftOut} onToggle={toggle} />
        {problems.chosen && <p className="gic-error">{t('accept.problem.chosen')}</p>}
        <Field
          label={t('accept.reason')}
          help={t('accept.reason.help')}
          problem={problems.reason && t('accept.problem.reason')}
        >
          {(tied) => (
            <select
              {...tied}
              name="reason"
              required
              className="gic-select"
              value={typed.reason}
              onChange={({ target }) =>
                type({ reason: ACCEPTANCE_REASONS.find((reason) => reason === target.value) ?? '' })
              }
            >
              <option value="">{t('accept.reason.choose')}</option>
              {ACCEPTANCE_REASONS.map((reason) => (
                <option key={reason} value={reason}>
                  {t(`acceptance.${reason}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field
          label={t('accept.note')}
          help={t('accept.note.help', typed.note.trim().length, LONGEST_NOTE)}
          problem={problems.note && t('accept.problem.note', typed.note.trim().length, LONGEST_NOTE)}
        >
          {(tied) => (
            <textarea
              {...tied}
              name="note"
              rows={3}
              className="gic-textarea"
              value={typed.note}
              onChange={({ target }) => type({ note: target.value })}
            />
          )}
        </Field>
        <Field
          label={t('accept.until')}
          help={t('accept.until.help')}
          problem={problems.day && t(`accept.problem.day.${problems.day}`)}
        >
          {(tied) => (
            <input
              {...tied}
              type="date"
              name="day"
              required
              className="gic-select"
              min={dayAfter(opened, 0)}
              max={dayAfter(opened, MOST_ACCEPTED_DAYS)}
              value={typed.day}
              onChange={({ target }) => type({ day: target.value })}
            />
          )}
        </Field>
        <Spans day={typed.day} now={opened} onChoose={(day) => type({ day })} />
        <div className="gic-buttons">
          <Button type="submit" appearance="primary">
            {t.counted('accept.submit', chosen.length)}
          </Button>
          <Button onClick={() => leave()}>{t('modal.cancel')}</Button>
        </div>
      </form>
    </Modal>
  );
}

interface SpansProps {
  readonly day: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly onChoose: (day: string) => void;
}

/** Usual times, each a press. */
function Spans({ day, now, onChoose }: SpansProps) {
  const t = useTexts();
  return (
    <div className="gic-buttons" role="group" aria-label={t('accept.spans')}>
      {SPANS.map((days) => (
        <Button
          key={days}
          spacing="compact"
          isSelected={day === dayAfter(now, days)}
          aria-pressed={day === dayAfter(now, days)}
          onClick={() => onChoose(dayAfter(now, days))}
        >
          {t.counted('accept.days', days)}
        </Button>
      ))}
    </div>
  );
}

/** Accepts Fails of one check for a while. */
export function AcceptDialog({ dialog: { check, keys }, judged, onClose }: AcceptProps) {
  const t = useTexts();
  const heading = t('accept.heading', checkName(check, t));
  const all = acceptableOf(judged?.report, check, keys);
  if (all.length > 0) return <AcceptForm heading={heading} all={all} onClose={onClose} />;
  return (
    <Modal heading={heading} onClose={onClose}>
      <p>{t('accept.nothing')}</p>
    </Modal>
  );
}
