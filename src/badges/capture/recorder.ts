import { decisionsKey, parseDecisions } from '../../decisions/kept-decisions';
import { settingsOf } from '../../decisions/settings';
import { NOTHING_KEPT, type EvidenceContent } from '../../evidence/content';
import type { KeptEvidence } from '../../evidence/kept-evidence';
import { openEvidence } from '../../evidence/open-evidence';
import { forgetUnreadQueue } from '../../evidence/unread-queue';
import type { ReindexPolicy } from '../../reindex/policy';
import { inSlices } from '../../steps/in-slices';
import { lookAt, withoutSameRun, type Reading } from './look';
import type { QueueView } from './queue-view';
import { tooShortInSteps } from './too-short';

/** What the line says. */
export interface Recorded {
  readonly reading: Reading;
  /** All tasks that are kept. */
  readonly inAll: number;
  /** False where the browser does not keep them. */
  readonly isStored: boolean;
  /** The interval, in minutes, where it is too short whatever else Jira tells. */
  readonly tooShort: number | undefined;
}

interface RecorderOptions {
  /** Context path of the Jira. */
  readonly base: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** The numbers of the calculation as this browser knows them. */
function policyOf(base: string): Partial<ReindexPolicy> {
  try {
    const kept = parseDecisions(localStorage.getItem(decisionsKey(base)));
    return kept.kind === 'read' ? settingsOf(kept.decisions).policy : {};
  } catch {
    return {};
  }
}

/** Adds what the page of the queue shows to the evidence of this browser. */
export class Recorder {
  private opened: Promise<KeptEvidence> | undefined;
  private content: EvidenceContent = NOTHING_KEPT;
  private recorded: Recorded | undefined;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: RecorderOptions) {}

  /** One look after the other. Undefined where the page has nothing to read yet. */
  record(view: QueueView): Promise<Recorded | undefined> {
    const turn = this.last.then(() => this.take(view));
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private async take(view: QueueView): Promise<Recorded | undefined> {
    const { base, now } = this.options;
    const reading = lookAt(view, now(), this.recorded?.reading);
    if (reading.tasks.length === 0 && Object.keys(reading.dashboard).length === 0) return undefined;
    if (!reading.changes && this.recorded) return (this.recorded = { ...this.recorded, reading });
    const kept = await (this.opened ??= openEvidence({ base, now }));
    if (!this.recorded) this.content = await kept.load();
    this.content = await kept.add(withoutSameRun(reading.changes ?? {}, this.content));
    forgetUnreadQueue(base);
    const tooShort = await inSlices(tooShortInSteps(this.content, policyOf(base), now()));
    const isStored = kept.reason === undefined;
    return (this.recorded = { reading, inAll: this.content.tasks.length, isStored, tooShort });
  }
}
