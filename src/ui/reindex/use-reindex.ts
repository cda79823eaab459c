import { useCallback, useState } from 'react';

import type { EvidenceChanges } from '../../evidence/content';
import { redact } from '../../model/redact';
import type { WatchObservation } from '../../model/reindex';
import type { QueueExport } from '../../queue/collector';
import { usePage } from '../page-context';
import type { ConnectClient } from '../state/checkup';
import { useImport } from '../state/use-import';
import { useWatch } from '../state/use-watch';
import { exportMessages, evidenceMessages } from './given/given';
import { useAdvice } from './use-advice';
import { useEvidence, type EvidenceEntry, type EvidenceKind } from './use-evidence';
import { usePolicy } from './policy/use-policy';
import { useWatched } from './use-watched';

/** What an export of the queue brings to the evidence; the dashboard's last run is a reading. */
function changesOf({ tasks, dashboard }: QueueExport, at: number): EvidenceChanges {
  const { intervalMinutes, lastRunMinutes, nodes, threads } = dashboard ?? {};
  return {
    tasks,
    runDurations: lastRunMinutes === undefined ? [] : [{ at, minutes: lastRunMinutes }],
    current: intervalMinutes === undefined ? undefined : { at, value: { kind: 'interval', minutes: intervalMinutes } },
    nodes: nodes === undefined ? undefined : { at, value: nodes },
    threads: threads === undefined ? undefined : { at, value: threads },
  };
}

function entryOf(found: QueueExport, kind: EvidenceKind, at: number, { name, others }: Origin): EvidenceEntry {
  return {
    kind,
    at,
    given: [...exportMessages(found), ...evidenceMessages(others ?? {})],
    problems: found.problems,
    ...(name !== undefined && { name }),
  };
}

/** The file that it came from, and what that holds beside the queue. */
interface Origin {
  readonly name?: string;
  readonly others?: EvidenceChanges;
}

/**
 * The reindex advisor of the page: evidence from every way, and the advice that follows from it.
 *
 * @param repositories how many repositories are enabled; undefined where that could not be read
 */
export function useReindex(connect: ConnectClient, repositories: number | undefined) {
  const { host } = usePage();
  const base = host.jira;
  const evidence = useEvidence(base);
  const { add, content } = evidence;
  const policy = usePolicy(base);
  const [watching, setWatching] = useState(false);

  const addExport = useCallback(
    (found: QueueExport, kind: EvidenceKind, at: number, origin: Origin = {}) =>
      add({ ...changesOf(found, at), ...origin.others }, entryOf(found, kind, at, origin)),
    [add],
  );
  const onImported = useCallback(
    (found: QueueExport, file: File, others: EvidenceChanges) =>
      addExport(found, 'file', found.tasks[0]?.seenAt ?? file.lastModified, { name: redact(file.name), others }),
    [addExport],
  );
  const imports = useImport(onImported);

  const client = useCallback(() => connect({ onWait: () => undefined, onWaited: () => undefined }), [connect]);
  const onObservation = useCallback(
    (observation: WatchObservation) => void add({ observations: [observation] }),
    [add],
  );
  const watch = useWatch({ enabled: watching, connect: client, base, onObservation });

  const { rounds: watched, least, working } = useWatched(content.observations);
  const { advice, advising } = useAdvice(content, watched, repositories, policy.policy);

  return {
    advice,
    advising: advising || working,
    least,
    evidence,
    watched,
    addExport,
    imports,
    watch,
    watching,
    setWatching,
    policy,
    client,
  };
}

export type Reindex = ReturnType<typeof useReindex>;
