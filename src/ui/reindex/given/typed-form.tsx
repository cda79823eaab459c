import Button from '@atlaskit/button/new';
import Form, { ErrorMessage, Field, HelperMessage, type OnSubmitHandler } from '@atlaskit/form';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';

import { message, type Message } from '../../../model/message';
import type { CurrentSchedule } from '../../../model/schedule';
import { CALIBRATION } from '../../../reindex/policy';
import { parseDuration } from '../../../schedule/duration';
import { parseSchedule } from '../../../schedule/parse-schedule';
import { usePage } from '../../page-context';
import { scheduleMessage } from './given';

interface Props {
  /** @param given the same as a text */
  readonly onSchedule: (current: CurrentSchedule, given: Message) => void;
  readonly onReading: (minutes: number, given: Message) => void;
}

interface Values {
  readonly interval?: string;
  readonly duration?: string;
}

const EMPTY: Required<Values> = { interval: '', duration: '' };

/** The current interval, and a reading of "Last run duration", as an admin sees them in Jira. */
export function TypedForm({ onSchedule, onReading }: Props) {
  const { texts: t, now } = usePage();
  const { durations } = t;
  const [added, setAdded] = useState<readonly Message[]>([]);

  function problemOfInterval(text: string | undefined): string | undefined {
    if (!text?.trim()) return undefined;
    const schedule = parseSchedule(text, now());
    return 'problem' in schedule ? t(`reindex.typed.problem.${schedule.problem}`) : undefined;
  }

  function problemOfDuration(text: string | undefined): string | undefined {
    if (!text?.trim()) return undefined;
    const minutes = parseDuration(text);
    if (minutes === undefined) return t('reindex.typed.problem.duration');
    const { longestRoundMinutes } = CALIBRATION;
    return minutes > longestRoundMinutes
      ? t('reindex.typed.problem.too-long', durations.long(longestRoundMinutes))
      : undefined;
  }

  const onSubmit: OnSubmitHandler<Values> = ({ interval = '', duration = '' }, form) => {
    const given: Message[] = [];
    if (interval.trim() !== '') {
      const schedule = parseSchedule(interval, now());
      if (!('problem' in schedule)) {
        given.push(scheduleMessage(schedule));
        onSchedule(schedule, scheduleMessage(schedule));
      }
    }
    const minutes = duration.trim() === '' ? undefined : parseDuration(duration);
    if (minutes !== undefined) {
      const reading = message('reindex.evidence.reading', durations.long(minutes));
      given.push(reading);
      onReading(minutes, reading);
    }
    setAdded(given);
    if (given.length === 0) return { interval: t('reindex.typed.problem.empty') };
    // What was added stands in the list above; left here, the same reading would be added twice.
    for (const [name, value] of Object.entries(EMPTY)) form.change(name as keyof Values, value);
    return undefined;
  };

  return (
    <section className="gic-evidence-form">
      <h4>{t('reindex.typed.title')}</h4>
      <Form<Values> onSubmit={onSubmit}>
        {({ formProps }) => (
          <form {...formProps} noValidate>
            <Field<string>
              name="interval"
              label={t('reindex.typed.interval')}
              defaultValue=""
              validate={problemOfInterval}
            >
              {({ fieldProps, error }) => (
                <>
                  <Textfield {...fieldProps} />
                  {error ? (
                    <ErrorMessage>{error}</ErrorMessage>
                  ) : (
                    <HelperMessage>{t('reindex.typed.interval.help')}</HelperMessage>
                  )}
                </>
              )}
            </Field>
            <Field<string>
              name="duration"
              label={t('reindex.typed.duration')}
              defaultValue=""
              validate={problemOfDuration}
            >
              {({ fieldProps, error }) => (
                <>
                  <Textfield {...fieldProps} />
                  {error ? (
                    <ErrorMessage>{error}</ErrorMessage>
                  ) : (
                    <HelperMessage>{t('reindex.typed.duration.help')}</HelperMessage>
                  )}
                </>
              )}
            </Field>
            <div className="gic-buttons">
              <Button type="submit">{t('reindex.typed.add')}</Button>
            </div>
            <p role="status">{added.length > 0 && t('reindex.typed.done', { list: added })}</p>
          </form>
        )}
      </Form>
    </section>
  );
}
