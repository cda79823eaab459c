import { useRef, useState } from 'react';

import type { EvidenceChanges } from '../../evidence/content';
import { scheduleMessage } from '../../evidence/given';
import type { Message } from '../../model/message';
import type { CurrentSchedule } from '../../model/schedule';
import { completePolicy } from '../../reindex/policy';
import { needText } from '../../report/formats/answer-texts';
import { usePage } from '../page-context';
import type { EvidenceKind } from '../state/evidence';
import { useStore } from '../state/use-store';
import { CrashBoundary } from '../states/crash';
import { Answer } from './advice/answer';
import { Reasons } from './advice/reasons';
import type { NamedSubject } from './advice/integration-name';
import { RoundChart } from './chart/round-chart';
import { DataUsed } from './given/data-used';
import { GivenLast } from './given/given-last';
import { Keeping } from './given/keeping';
import { NowLine } from './given/now-line';
import { UnreadQueue } from './given/unread-queue';
import { Ways } from './given/ways';
import { CalculationSettings } from './calculation-settings';
import type { Reindex } from './reindex';
import { useAnswerFocus } from './use-answer-focus';

/** With fewer tasks the advice is there before anybody could read that it is calculated. */
const MANY_TASKS = 100_000;

/** Says that there is no advice for a mistake of ours. */
function Mistaken({ mistake }: { readonly mistake: { readonly error: unknown } | undefined }) {
  if (mistake) throw mistake.error;
  return null;
}

interface TabProps {
  readonly reindex: Reindex;
  /** The integrations of the report, whose checklists the breakdown opens. */
  readonly subjects?: readonly NamedSubject[] | undefined;
}

const NO_SUBJECTS: readonly NamedSubject[] = [];

/** The reindex advisor: the answer, the picture, and folded what it comes of. */
export function ReindexTab({ reindex, subjects = NO_SUBJECTS }: TabProps) {
  const { texts: t, now } = usePage();
  const evidence = useStore(reindex.evidence);
  const advice = useStore(reindex.advice);
  const imports = useStore(reindex.imports);
  const { state } = useStore(reindex.watch);
  const { add, addExport, undo } = reindex.evidence;
  const { content } = evidence;
  const shown = advice.advice;
  const changed = Object.keys(advice.policy).length;
  const answered = shown?.kind === 'suggestion';
  const [isAdding, setAdding] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const heading = useAnswerFocus(evidence.given, imports, advice.advising);

  function give(changes: EvidenceChanges, kind: EvidenceKind, at: number, given: Message): void {
    reindex.imports.forget();
    void add(changes, { kind, at, given: [given], problems: [] });
  }

  const onSchedule = (value: CurrentSchedule, kind: 'typed' | 'scheduler', at: number) =>
    give({ current: { value, at } }, kind, at, scheduleMessage(value));

  return (
    <div className="gic-tab gic-reindex">
      <p role="status">{advice.advising && content.tasks.length > MANY_TASKS && t('reindex.advising')}</p>
      <CrashBoundary size="part" of={advice.mistake ?? shown} onTryAgain={reindex.advice.tryAgain}>
        <Mistaken mistake={advice.mistake} />
        <Answer advice={shown} dated={advice.dated} heading={heading}>
          <GivenLast
            given={evidence.given}
            files={imports.state === 'done' ? imports.files : []}
            onUndo={() => {
              reindex.imports.forget();
              void undo();
            }}
            onNextPage={() => {
              setAdding(true);
              // Once it is unfolded.
              setTimeout(() => field.current?.focus(), 0);
            }}
          />
          <NowLine
            client={reindex.client}
            given={content.current}
            read={advice.read}
            isSettled={shown !== undefined}
            onSchedule={onSchedule}
          />
          {changed > 0 && <p className="gic-subtle">{t.counted('reindex.policy.used', changed)}</p>}
        </Answer>
      </CrashBoundary>
      {shown?.kind === 'suggestion' && (
        <CrashBoundary size="part" of={shown}>
          <RoundChart advice={shown} />
        </CrashBoundary>
      )}
      <details
        className="gic-fold gic-add"
        open={!answered || isAdding}
        onToggle={(event) => answered && setAdding(event.currentTarget.open)}
      >
        <summary hidden={!answered}>
          <h3>{t('reindex.add')}</h3>
          {state !== 'off' && <span className="gic-note">{t(`reindex.watch.${state}`)}</span>}
        </summary>
        {shown && !answered && <p className="gic-need">{needText(shown, t)}</p>}
        <UnreadQueue />
        <Ways
          reindex={reindex}
          least={advice.watched.least}
          field={field}
          onExport={(found, at) => {
            reindex.imports.forget();
            void addExport(found, { kind: 'paste', at });
          }}
          onType={(changes, given) => give(changes, 'typed', now(), given)}
        />
      </details>
      <Keeping unstored={evidence.unstored} />
      {shown && shown.kind !== 'not-enough-history' && (
        <Reasons advice={shown} policy={completePolicy(advice.policy)} dated={advice.dated} subjects={subjects} />
      )}
      <DataUsed reindex={reindex} watched={advice.watched.rounds} />
      <CrashBoundary size="part">
        <CalculationSettings policy={advice.policy} />
      </CrashBoundary>
    </div>
  );
}
