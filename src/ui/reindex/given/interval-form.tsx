import type { CurrentSchedule } from '../../../model/schedule';
import { parseSchedule } from '../../../schedule/parse-schedule';
import type { JiraClient } from '../../../sources/jira-client';
import { usePage } from '../../page-context';
import { SchedulerForm } from './scheduler-form';
import { ValueForm } from './value-form';

interface Props {
  readonly client: () => JiraClient;
  /** @param at when it is known to be so, milliseconds since the epoch */
  readonly onSchedule: (current: CurrentSchedule, kind: 'typed' | 'scheduler', at: number) => void;
}

/** How the reindex job is scheduled: typed, or read from Jira's page. */
export function IntervalForm({ client, onSchedule }: Props) {
  const { texts: t, now } = usePage();

  function onEnter(text: string): string | undefined {
    const schedule = parseSchedule(text, now());
    if ('problem' in schedule) return t(`reindex.typed.problem.${schedule.problem}`);
    onSchedule(schedule, 'typed', now());
    return undefined;
  }

  return (
    <div className="gic-interval">
      <ValueForm
        label={t('reindex.typed.interval')}
        help={t('reindex.typed.interval.help')}
        action={t('reindex.typed.use')}
        onEnter={onEnter}
      />
      <SchedulerForm client={client} onSchedule={(current, at) => onSchedule(current, 'scheduler', at)} />
    </div>
  );
}
