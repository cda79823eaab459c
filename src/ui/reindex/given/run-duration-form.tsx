import { message, type Message } from '../../../model/message';
import { CALIBRATION } from '../../../reindex/policy';
import { parseDuration } from '../../../schedule/duration';
import { useTexts } from '../../page-context';
import { ValueForm } from './value-form';

interface Props {
  /** @param given the same as a text */
  readonly onRunDuration: (minutes: number, given: Message) => void;
}

/** A reading of "Last run duration". */
export function RunDurationForm({ onRunDuration }: Props) {
  const t = useTexts();
  const { longestRoundMinutes } = CALIBRATION;

  function onEnter(text: string): string | undefined {
    const minutes = parseDuration(text);
    if (minutes === undefined) return t('reindex.typed.problem.duration');
    if (minutes > longestRoundMinutes)
      return t('reindex.typed.problem.too-long', t.durations.long(longestRoundMinutes));
    onRunDuration(minutes, message('reindex.evidence.reading', t.durations.long(minutes)));
    return undefined;
  }

  return (
    <section className="gic-way">
      <h4>{t('reindex.typed.title')}</h4>
      <ValueForm
        label={t('reindex.typed.duration')}
        help={t('reindex.typed.duration.help')}
        action={t('reindex.typed.add')}
        onEnter={onEnter}
      />
    </section>
  );
}
