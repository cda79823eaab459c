import type { Gate } from '../../model/initial-indexing';
import { vendorPage } from '../../model/vendor';
import type { SubjectReport } from '../../report/report';
import { gateText, indexingText } from '../../report/formats/gate-texts';
import { subjectName } from '../../report/formats/subject-texts';
import { useTexts } from '../page-context';
import { Notice } from './notice';

function Progress({ subject }: { readonly subject: SubjectReport }) {
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
  const indexed = gate.kind === 'wait' ? subjects.filter(({ key }) => gate.for.includes(key)) : [];
  const [first, ...others] = indexed;
  const isOne = first !== undefined && others.length === 0;
  const title = gateText(gate, indexed, now, t);
  if (gate.kind !== 'wait')
    return (
      <Notice kind={gate.kind === 'open' ? 'done' : 'unknown'} title={title}>
        {why}
      </Notice>
    );
  return (
    <Notice
      kind="waiting"
      title={title}
      always={
        isOne ? (
          <Progress subject={first} />
        ) : (
          <ul className="gic-indexing">
            {indexed.map((subject) => (
              <li key={subject.key} className="gic-break">
                {indexingText(subject, now, t)}
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
