import { useRef, type ReactNode } from 'react';

import type { EvidenceChanges } from '../../evidence/content';
import type { Message } from '../../model/message';
import { completePolicy } from '../../reindex/policy';
import { usePage } from '../page-context';
import { CrashBoundary } from '../states/crash';
import { AdviceCard } from './advice/advice-card';
import { Breakdown } from './advice/breakdown';
import { EvidenceList } from './given/evidence-list';
import { scheduleMessage } from './given/given';
import { EvidenceActions } from './given/evidence-actions';
import { ImportForm } from './given/import-form';
import { RoundChart } from './chart/round-chart';
import { PasteForm } from './given/paste-form';
import { PolicyForm } from './policy/policy-form';
import { SchedulerForm } from './given/scheduler-form';
import { TypedForm } from './given/typed-form';
import type { EvidenceKind } from './use-evidence';
import type { Reindex } from './use-reindex';
import { WatchForm } from './given/watch-form';

/** With fewer tasks the advice is there before anybody could read that it is calculated. */
const MANY_TASKS = 100_000;

/** A form or a picture, whose faults are its own. */
function Part({ children, of }: { readonly children: ReactNode; readonly of?: unknown }) {
  return (
    <CrashBoundary size="part" of={of}>
      {children}
    </CrashBoundary>
  );
}

/** The reindex advisor: the suggestion with its reasons, the picture, and the evidence that it rests on. */
export function ReindexTab({ reindex }: { readonly reindex: Reindex }) {
  const { texts: t, now } = usePage();
  const { advice, advising, evidence, addExport } = reindex;
  const { policy, trouble, setPolicy } = reindex.policy;
  const { add, content } = evidence;
  const field = useRef<HTMLTextAreaElement>(null);
  const give = (changes: EvidenceChanges, kind: EvidenceKind, at: number, given: Message) =>
    void add(changes, { kind, at, given: [given], problems: [] });
  return (
    <div className="gic-tab">
      <h2>{t('reindex.title')}</h2>
      <p role="status">{advising && content.tasks.length > MANY_TASKS && t('reindex.advising')}</p>
      <Part of={advice}>
        <AdviceCard advice={advice} policy={completePolicy(policy)} onAddEvidence={() => field.current?.focus()} />
      </Part>
      {advice.kind === 'suggestion' && (
        <>
          <Part of={advice}>
            <RoundChart advice={advice} />
          </Part>
          <Part of={advice}>
            <Breakdown advice={advice} />
          </Part>
        </>
      )}
      <section aria-labelledby="gic-evidence-heading">
        <h3 id="gic-evidence-heading">{t('reindex.evidence.title')}</h3>
        <Part of={content}>
          <EvidenceList evidence={evidence} watched={reindex.watched} />
        </Part>
        <Part of={content}>
          <EvidenceActions evidence={evidence} />
        </Part>
        <div className="gic-evidence-forms">
          <Part>
            <PasteForm field={field} onExport={(content, at) => void addExport(content, 'paste', at)} />
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
          <Part>
            <WatchForm
              watch={reindex.watch}
              last={content.observations.at(-1)}
              least={reindex.least}
              watching={reindex.watching}
              setWatching={reindex.setWatching}
            />
          </Part>
        </div>
      </section>
      <Part>
        <PolicyForm policy={policy} trouble={trouble} onChange={setPolicy} />
      </Part>
    </div>
  );
}
