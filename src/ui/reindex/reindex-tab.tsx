import { useRef, type ReactNode, type RefObject } from 'react';

import type { EvidenceChanges } from '../../evidence/content';
import type { Message } from '../../model/message';
import { completePolicy } from '../../reindex/policy';
import { usePage } from '../page-context';
import type { Advice } from '../state/advice';
import type { EvidenceKind } from '../state/evidence';
import { useStore } from '../state/use-store';
import type { Reindex } from './reindex';
import { CrashBoundary } from '../states/crash';
import { AdviceCard } from './advice/advice-card';
import { Breakdown } from './advice/breakdown';
import { IntegrationLinks, type NamedSubject } from './advice/integration-name';
import { EvidenceList } from './given/evidence-list';
import { scheduleMessage } from './given/given';
import { EvidenceActions } from './given/evidence-actions';
import { ImportForm } from './given/import-form';
import { RoundChart } from './chart/round-chart';
import { PasteForm } from './given/paste-form';
import { PolicyForm } from './policy/policy-form';
import { SchedulerForm } from './given/scheduler-form';
import { TypedForm } from './given/typed-form';
import { WatchForm } from './given/watch-form';

/** With fewer tasks the advice is there before anybody could read that it is calculated. */
const MANY_TASKS = 100_000;

interface PartProps {
  readonly children: ReactNode;
  /** Another value is another chance. */
  readonly of?: unknown;
  readonly onTryAgain?: () => void;
}

/** A form or a picture, whose faults are its own. */
function Part(props: PartProps) {
  return <CrashBoundary size="part" {...props} />;
}

interface AdvisedProps {
  readonly advice: Advice;
  /** Leads to the forms. */
  readonly onAddEvidence: () => void;
}

/** The suggestion with its reasons; nothing is said before all that is kept was looked at. */
function Advised({ advice: { advice, policy, mistake }, onAddEvidence }: AdvisedProps) {
  const { texts: t } = usePage();
  if (mistake) throw mistake.error;
  if (!advice) return <p>{t('reindex.loading')}</p>;
  return <AdviceCard advice={advice} policy={completePolicy(policy.policy)} onAddEvidence={onAddEvidence} />;
}

interface FormsProps {
  readonly reindex: Reindex;
  readonly advice: Advice;
  readonly field: RefObject<HTMLTextAreaElement>;
}

/** The ways to give evidence. */
function Forms({ reindex, advice, field }: FormsProps) {
  const { now } = usePage();
  const { evidence, watch } = reindex;
  const { content } = useStore(evidence);
  const give = (changes: EvidenceChanges, kind: EvidenceKind, at: number, given: Message) =>
    void evidence.add(changes, { kind, at, given: [given], problems: [] });
  return (
    <div className="gic-evidence-forms">
      <Part>
        <PasteForm field={field} onExport={(found, at) => void evidence.addExport(found, { kind: 'paste', at })} />
      </Part>
      <Part>
        <ImportForm imports={reindex.imports} />
      </Part>
      <Part>
        <TypedForm
          onSchedule={(value, given) => give({ current: { value, at: now() } }, 'typed', now(), given)}
          onReading={(minutes, given) => give({ runDurations: [{ at: now(), minutes }] }, 'typed', now(), given)}
        />
      </Part>
      <Part>
        <SchedulerForm
          client={reindex.client}
          onSchedule={(value, at) => give({ current: { value, at } }, 'scheduler', at, scheduleMessage(value))}
        />
      </Part>
      <Part onTryAgain={watch.stop}>
        <WatchForm watch={watch} last={content.observations.at(-1)} least={advice.watched.least} />
      </Part>
    </div>
  );
}

interface TabProps {
  readonly reindex: Reindex;
  /** The integrations of the report, whose checklists the breakdown opens. */
  readonly subjects?: readonly NamedSubject[] | undefined;
}

const NO_SUBJECTS: readonly NamedSubject[] = [];

/** The reindex advisor: the suggestion with its reasons, the picture, and the evidence that it rests on. */
export function ReindexTab({ reindex, subjects = NO_SUBJECTS }: TabProps) {
  const { texts: t } = usePage();
  const evidence = useStore(reindex.evidence);
  const advice = useStore(reindex.advice);
  const { add, exportJson, erase } = reindex.evidence;
  const { content } = evidence;
  const shown = advice.advice;
  const field = useRef<HTMLTextAreaElement>(null);
  return (
    <div className="gic-tab">
      <h2>{t('reindex.title')}</h2>
      <p role="status">{advice.advising && content.tasks.length > MANY_TASKS && t('reindex.advising')}</p>
      <Part of={advice.mistake ?? shown} onTryAgain={reindex.advice.tryAgain}>
        <Advised advice={advice} onAddEvidence={() => field.current?.focus()} />
      </Part>
      {shown?.kind === 'suggestion' && (
        <>
          <Part of={shown}>
            <RoundChart advice={shown} />
          </Part>
          <Part of={shown}>
            <IntegrationLinks subjects={subjects}>
              <Breakdown advice={shown} />
            </IntegrationLinks>
          </Part>
        </>
      )}
      <section aria-labelledby="gic-evidence-heading">
        <h3 id="gic-evidence-heading">{t('reindex.evidence.title')}</h3>
        <Part of={content}>
          <EvidenceList
            evidence={evidence}
            current={content.current ?? advice.current}
            watched={advice.watched.rounds}
            onForget={(at) => void add({ forgottenRuns: [at] })}
          />
        </Part>
        <Part of={content}>
          <EvidenceActions evidence={evidence} exportJson={exportJson} erase={erase} />
        </Part>
        <Forms reindex={reindex} advice={advice} field={field} />
      </section>
      <Part>
        <PolicyForm policy={advice.policy.policy} trouble={advice.policy.trouble} onChange={reindex.advice.setPolicy} />
      </Part>
    </div>
  );
}
