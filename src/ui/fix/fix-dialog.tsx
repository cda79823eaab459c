import { useEffect, useRef, useState } from 'react';

import { settingsOf } from '../../decisions/settings';
import { useCheckup } from '../checkup-context';
import { useDecisions, useReadOnly } from '../decide';
import { useOpenDialog, type FixProps } from '../dialogs';
import { checkName } from '../../report/formats/subject-texts';
import { Modal } from '../modal';
import { useTexts } from '../page-context';
import { Waits } from '../sources/waits';
import type { Judged } from '../state/judged';
import { useStore } from '../state/use-store';
import { candidatesOf, type Candidate } from './candidates';
import { firstIntent, standingOf, type Circumstances, type Intent, type Intents } from './intents';
import { Preview } from './preview';
import { createReadings } from './readings';
import { Results } from './results';
import { useClient } from './use-client';
import { useLeaving } from './use-leaving';
import { useRun } from './use-run';

interface FlowProps extends Pick<FixProps, 'dialog' | 'onClose'> {
  readonly judged: Judged;
}

/** What the admin wants of each, to begin with. */
function intentsOf(candidates: readonly Candidate[], circumstances: Circumstances): Intents {
  return Object.fromEntries(candidates.map((candidate) => [candidate.key, firstIntent(candidate, circumstances)]));
}

/** The preview, then what comes of it; what somebody changed meanwhile is looked at again by the same way. */
function Flow({ dialog, judged, onClose }: FlowProps) {
  const t = useTexts();
  const open = useOpenDialog();
  const { decisions } = useStore(useDecisions());
  const isReadOnly = useReadOnly();
  const { checkup, connect } = useCheckup();
  const { client, waits } = useClient(connect);
  const check = dialog.kind === 'fix' ? dialog.check : undefined;
  // What was failing when it was opened: it is not to vanish while it is put right.
  const [all] = useState(() => candidatesOf(dialog, judged.report.subjects, decisions));
  const [circumstances] = useState(() => ({ gathered: judged.gathered, settings: settingsOf(decisions).checks }));
  const [candidates, setCandidates] = useState(all);
  const [intents, setIntents] = useState(() => intentsOf(all, circumstances));
  const [readings] = useState(() => createReadings(client));
  const { byId } = useStore(readings);
  const { run, made, start, tryAgain, leave } = useRun(check, client);
  const { isAsking, close } = useLeaving(run?.bulk, onClose);

  const [asked, setAsked] = useState<readonly string[]>(() => all.map(({ id }) => id));
  useEffect(() => {
    const controller = new AbortController();
    void readings.read(asked, controller.signal);
    return () => controller.abort();
  }, [readings, asked]);

  const lookAgain = (keys: readonly string[]) => {
    const again = all.filter(({ key }) => keys.includes(key));
    setCandidates(again);
    setAsked(again.map(({ id }) => id));
    leave();
  };
  const onIntent = (key: string, change: Partial<Intent>) =>
    setIntents((before) => {
      const intent = before[key];
      return intent ? { ...before, [key]: { ...intent, ...change } } : before;
    });
  const standings = new Map(
    candidates.map((candidate) => [
      candidate.key,
      standingOf(candidate, { state: byId[candidate.id], intents, ...circumstances }),
    ]),
  );

  // What somebody else put right is shown so by the page, too; after a run, what was read back is newer.
  const shown = useRef(new Set<string>());
  useEffect(() => {
    for (const { key, id } of run ? [] : candidates) {
      const state = byId[id];
      if (shown.current.has(id) || standings.get(key)?.kind !== 'nothing' || state?.kind !== 'read') continue;
      shown.current.add(id);
      if (state.snapshot) checkup.replace(state.snapshot.integration);
    }
  });
  useEffect(() => {
    if (isReadOnly) run?.bulk.stop();
  }, [isReadOnly, run]);

  const heading = check === undefined ? t('dialog.undo') : t('fix.heading', checkName(check, t));
  const madeBefore = Object.keys(made).length;
  return (
    <Modal heading={heading} onClose={close}>
      <Waits waits={waits} />
      {run ? (
        <Results
          {...run}
          made={made}
          isAsking={isAsking}
          onTryAgain={tryAgain}
          onLookAgain={lookAgain}
          onUndo={(changes) => open({ kind: 'undo', changes })}
          onClose={close}
        />
      ) : (
        <>
          {madeBefore > 0 && <p role="status">{t.counted('fix.made-before', madeBefore)}</p>}
          {isReadOnly || candidates.length === 0 ? (
            <p>{t(isReadOnly ? 'fix.read-only' : 'fix.nothing')}</p>
          ) : (
            <Preview
              check={check}
              candidates={candidates}
              intents={intents}
              standings={standings}
              byId={byId}
              onIntent={onIntent}
              onReadAgain={(ids) => setAsked([...ids])}
              onApply={start}
              onClose={close}
            />
          )}
        </>
      )}
    </Modal>
  );
}

/** Changes settings of integrations, or takes changes back: previewed, confirmed, made one after the other, and read back. */
export function FixDialog({ dialog, judged, onClose }: FixProps) {
  return judged && <Flow key={JSON.stringify(dialog)} dialog={dialog} judged={judged} onClose={onClose} />;
}
