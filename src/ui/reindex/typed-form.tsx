import Button from '@atlaskit/button/new';
import Form, { ErrorMessage, Field, HelperMessage } from '@atlaskit/form';
import Textfield from '@atlaskit/textfield';

import { cronGaps, parseDuration, validateInterval, type CurrentSchedule, type RunDuration } from '../../reindex';
import { usePage } from '../page-context';

interface Props {
  readonly onSchedule: (current: CurrentSchedule) => void;
  readonly onReadings: (readings: readonly RunDuration[]) => void;
}

interface Values {
  readonly interval?: string;
  readonly duration?: string;
}

/** Whole minutes or a Quartz cron expression; the code of what is wrong with it otherwise. */
export function readSchedule(text: string, now: number): CurrentSchedule | { readonly problem: string } {
  const trimmed = text.trim();
  if (trimmed.includes(' ')) {
    return cronGaps(trimmed, now) ? { kind: 'cron', expression: trimmed } : { problem: 'cron' };
  }
  const result = validateInterval(trimmed);
  return 'minutes' in result ? { kind: 'interval', minutes: result.minutes } : result;
}

/** The current interval, and a reading of "Last run duration", as an admin sees them in Jira. */
export function TypedForm({ onSchedule, onReadings }: Props) {
  const { texts: t, now } = usePage();

  function problemOfInterval(text: string | undefined): string | undefined {
    if (!text?.trim()) return undefined;
    const schedule = readSchedule(text, now());
    return 'problem' in schedule ? t(`reindex.typed.problem.${schedule.problem}`) : undefined;
  }

  function problemOfDuration(text: string | undefined): string | undefined {
    if (!text?.trim()) return undefined;
    return parseDuration(text) === undefined ? t('reindex.typed.problem.duration') : undefined;
  }

  function onSubmit({ interval = '', duration = '' }: Values): void {
    if (interval.trim() !== '') {
      const schedule = readSchedule(interval, now());
      if (!('problem' in schedule)) onSchedule(schedule);
    }
    const minutes = duration.trim() === '' ? undefined : parseDuration(duration);
    if (minutes !== undefined) onReadings([{ at: now(), minutes }]);
  }

  return (
    <section className="gic-evidence-form">
      <h4>{t('reindex.typed.title')}</h4>
      <Form<Values> onSubmit={onSubmit}>
        {({ formProps }) => (
          <form {...formProps} noValidate>
            <Field<string> name="interval" label={t('reindex.typed.interval')} defaultValue="" validate={problemOfInterval}>
              {({ fieldProps, error }) => (
                <>
                  <Textfield {...fieldProps} />
                  {error ? <ErrorMessage>{error}</ErrorMessage> : <HelperMessage>{t('reindex.typed.interval.help')}</HelperMessage>}
                </>
              )}
            </Field>
            <Field<string> name="duration" label={t('reindex.typed.duration')} defaultValue="" validate={problemOfDuration}>
              {({ fieldProps, error }) => (
                <>
                  <Textfield {...fieldProps} />
                  {error ? <ErrorMessage>{error}</ErrorMessage> : <HelperMessage>{t('reindex.typed.duration.help')}</HelperMessage>}
                </>
              )}
            </Field>
            <div className="gic-buttons">
              <Button type="submit">{t('reindex.typed.add')}</Button>
            </div>
          </form>
        )}
      </Form>
    </section>
  );
}
