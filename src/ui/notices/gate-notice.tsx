import type { Texts } from '../../i18n/texts';
import type { Gate, InitialIndexing } from '../../model/initial-indexing';
import { vendorPage } from '../../model/vendor';
import type { SubjectReport } from '../../report/report';
import { subjectName } from '../../report/formats/subject-texts';
import { useTexts } from '../page-context';
import { Notice } from './notice';

const MINUTE = 60_000;

/** To the minute: a pace knows no seconds. */
const minutes = (milliseconds: number) => ({ duration: Math.max(1, Math.round(milliseconds / MINUTE)) * MINUTE });

/** Such as `312 of 450 repositories, since 2 hours, about 40 minutes left`. */
function progressText({ isMoving, progress, since, left }: InitialIndexing, now: number, t: Texts): string {
  const parts = [
    progress && t(progress.atLeast ? 'gate.progress.at-least' : 'gate.progress', progress.done, progress.total),
    since !== undefined && since < now && t('gate.since', minutes(now - since)),
    left !== undefined && t('gate.left', minutes(left)),
    !isMoving && t('gate.stuck'),
  ];
  return parts.filter((part) => typeof part === 'string').join(', ');
}

interface IndexingProps {
  readonly subject: SubjectReport;
  /** Milliseconds since the epoch, by Jira's clock. */
  readonly now: number;
}

function indexingText({ subject, now }: IndexingProps, t: Texts): string {
  const said = subject.initialIndexing ? progressText(subject.initialIndexing, now, t) : '';
  const name = subjectName(subject, t);
  return said === '' ? t('gate.indexing.started', name) : t('gate.indexing', name, said);
}

function Progress({ subject }: Pick<IndexingProps, 'subject'>) {
  const t = useTexts();
  const { progress } = subject.initialIndexing ?? {};
  if (!progress || progress.total === 0) return null;
  return <progress max={progress.total} value={progress.done} aria-label={subjectName(subject, t)} />;
}

interface Props {
  readonly gate: Gate | undefined;
  readonly subjects: readonly SubjectReport[];
  /** Milliseconds since the epoch, by Jira's clock. */
  readonly now: number;
}

/** Whether the next integration may be connected, and what there is to wait for. */
export function GateNotice({ gate, subjects, now }: Props) {
  const t = useTexts();
  if (!gate) return null;
  // It keeps its place, so that the tabs do not move.
  if (gate.kind === 'checking') return <div className="gic-notice-place" />;
  const why = (
    <p>
      {t('gate.why')}{' '}
      <a
        href={vendorPage('general-settings-improving-jira-performance-gij-self-managed')}
        target="_blank"
        rel="noopener noreferrer"
      >
        {t('gate.docs')}
      </a>
    </p>
  );
  if (gate.kind === 'open')
    return (
      <Notice kind="done" title={t('gate.open')}>
        {why}
      </Notice>
    );
  if (gate.kind === 'unknown')
    return (
      <Notice kind="unknown" title={t('gate.unknown', gate.reason)}>
        {why}
      </Notice>
    );
  const indexed = subjects.filter(({ key }) => gate.for.includes(key));
  const [first, ...others] = indexed;
  const isOne = first !== undefined && others.length === 0;
  return (
    <Notice
      kind="waiting"
      title={
        isOne
          ? t('gate.wait', indexingText({ subject: first, now }, t))
          : t.counted('gate.wait.several', indexed.length)
      }
      always={
        isOne ? (
          <Progress subject={first} />
        ) : (
          <ul className="gic-indexing">
            {indexed.map((subject) => (
              <li key={subject.key} className="gic-break">
                {indexingText({ subject, now }, t)}
                <Progress subject={subject} />
              </li>
            ))}
          </ul>
        )
      }
    >
      {why}
    </Notice>
  );
}
