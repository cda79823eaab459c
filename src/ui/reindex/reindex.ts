import texts from '../../../resources/i18n/reindex.properties';
import settingNames from '../../../resources/i18n/setting-names.properties';
import { judgeInSteps } from '../../judging/judge';
import { redact } from '../../model/redact';
import type { JiraClient } from '../../sources/jira-client';
import { createAdvice, type AdviceStore } from '../state/advice';
import type { ConnectClient } from '../state/checkup';
import { takeOverPolicy } from '../state/earlier-policy';
import { createEvidence, type EvidenceStore } from '../state/evidence';
import type { DecisionsStore } from '../state/decisions';
import type { Advisor } from '../state/judged';
import { shareAdvice } from '../state/shared-advice';
import { createImports, type ImportStore } from '../state/imports';
import { createWatch, type WatchStore } from '../state/watch';
import '../chart/chart.css';
import { ReindexTab } from './reindex-tab';
import '../fields.css';
import './reindex.css';

export interface ReindexOptions {
  readonly connect: ConnectClient;
  /** Context path or address of the Jira. */
  readonly base: string;
  readonly decisions: DecisionsStore;
  /** By the browser's clock, milliseconds since the epoch. */
  readonly now: () => number;
}

/** The reindex advisor of the page: evidence from every way, and the advice that follows from it. */
export interface Reindex {
  readonly evidence: EvidenceStore;
  readonly advice: AdviceStore;
  /** The advice by which the page is judged: with what other admins gave. */
  readonly shared: Advisor;
  readonly imports: ImportStore;
  readonly watch: WatchStore;
  readonly client: () => JiraClient;
  /** It goes on whichever tab is shown; answers how to end it. */
  readonly start: () => () => void;
}

export function createReindex({ connect, base, decisions, now }: ReindexOptions): Reindex {
  const client = () => connect({ onWait: () => undefined, onWaited: () => undefined });
  const evidence = createEvidence(base);
  const advice = createAdvice(evidence, decisions, now);
  const shared = shareAdvice({ advice, evidence, decisions, now });
  const imports = createImports(({ found, file, ...origin }) =>
    evidence.addExport(found, { kind: 'file', name: redact(file.name), ...origin }),
  );
  const watch = createWatch({
    connect: client,
    base,
    onObservation: (observation) => void evidence.add({ observations: [observation] }),
  });
  return {
    evidence,
    advice,
    shared,
    imports,
    watch,
    client,
    start() {
      takeOverPolicy(decisions, base);
      const ends = [evidence.start(), advice.start(), imports.stop, watch.stop];
      return () => ends.forEach((end) => end());
    },
  };
}

/** What the page loads after itself. */
export default { createReindex, judgeInSteps, ReindexTab, texts: { ...settingNames, ...texts } };
