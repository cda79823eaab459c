import type { Decisions } from '../../decisions/decisions';
import { read, type Gathered } from '../../model/gathered';
import type { Message } from '../../model/message';
import { absent } from '../../model/reading';
import { NO_REINDEX_HISTORY } from '../../model/reindex';
import { jirasNow, roundDates } from '../../report/as-of';
import { enabledRepositories } from '../../report/enabled-repositories';
import { isIntervalOpen } from '../../report/formats/summary';
import type { ReindexFacts } from '../../report/reindex-status';
import { reportOf, type Report } from '../../report/report';
import { gatheredOf, type Checkup } from './checkup';
import { createStore, type Store } from '../../steps/store';

/** What of one advice the rest of the page needs. */
export interface Advised {
  readonly facts: ReindexFacts;
  /** For the head; undefined while there is too little to say. */
  readonly headline: Message | undefined;
}

/** What the page is judged by where there is no advice. */
export const NOTHING_ADVISED: Advised = {
  facts: {
    reindexInterval: read(absent('reindexInterval', { source: 'admin', request: '', readAt: 0 })),
    reindex: NO_REINDEX_HISTORY,
  },
  headline: undefined,
};

/** What an advice depends on beside its evidence. */
export interface Instance {
  /** How many repositories are enabled; undefined where that could not be read. */
  readonly repositories: number | undefined;
  /** When each of them was last indexed, milliseconds since the epoch by Jira's clock; empty where they tell of no round. */
  readonly indexedDates: readonly number[];
  /** What Jira's page of the scheduler says. */
  readonly schedule: Gathered['schedule'];
}

interface Advising {
  /** Undefined until there is a first advice. */
  readonly advised: Advised | undefined;
  /** Something changed, and the advice on it comes in a moment. */
  readonly advising: boolean;
}

export interface Advisor extends Store<Advising> {
  readonly about: (instance: Instance) => void;
}

/** One judging: of one reading and one advice. */
export interface Judged {
  readonly gathered: Gathered;
  readonly decisions: Decisions;
  readonly report: Report;
  /** Milliseconds since the epoch, by Jira's clock. */
  readonly now: number;
  readonly headline: Message | undefined;
}

interface Judging {
  /** Undefined until the integrations gave anything. */
  readonly judged: Judged | undefined;
  /** A mistake of ours: the page says so, instead of what was judged before. */
  readonly mistake?: { readonly error: unknown };
}

export interface JudgedStore extends Store<Judging> {
  /** Who advises; undefined where nobody can. Until it is told, what needs an advice is pending. */
  readonly advisedBy: (advisor: Advisor | undefined) => void;
}

function instanceOf(gathered: Gathered, browserNow: number): Instance {
  const indexedDates = roundDates(gathered, jirasNow(gathered, browserNow));
  return { repositories: enabledRepositories(gathered), indexedDates, schedule: gathered.schedule };
}

interface Known {
  readonly gathered: Gathered;
  readonly advised: Advised | undefined;
  readonly decisions: Decisions;
}

function judge({ gathered, advised, decisions }: Known, browserNow: number): Judged {
  const now = jirasNow(gathered, browserNow);
  const { facts, headline } = advised ?? NOTHING_ADVISED;
  const reindex = advised ? facts.reindex : 'pending';
  const report = reportOf(gathered, { decisions, ...facts, reindex, now });
  const isSettled = gathered.repositories.state !== 'pending';
  return { gathered, decisions, report, now, headline: isSettled && isIntervalOpen(report) ? headline : undefined };
}

/**
 * Judges what the checkup read by what the advisor says: anew when something was read or given, not with each passing
 * second, and once for each change. While a new advice is on its way the judging before stays, so that no verdict is
 * shown that the advice would take back.
 *
 * @param now by the browser's clock, milliseconds since the epoch
 */
export function createJudged(
  checkup: Store<Checkup>,
  decided: Store<{ readonly decisions: Decisions }>,
  now: () => number,
): JudgedStore {
  const { subscribe, snapshot, set } = createStore<Judging>({ judged: undefined });
  let outcomesJudged: Checkup['outcomes'] | undefined;
  let gathered: Gathered | undefined;
  let advisor: Advisor | 'awaited' | undefined = 'awaited';
  let isTelling = false;
  let leaveAdvisor = (): void => undefined;
  /** What was judged last. */
  let last: Partial<Known> = {};

  function advisingNow(): Advising {
    if (advisor === 'awaited') return { advised: undefined, advising: false };
    return advisor ? advisor.snapshot() : { advised: NOTHING_ADVISED, advising: false };
  }

  /** Little evidence is advised on at once: what that changes is judged together with what was read. */
  function tellAdvisor(): void {
    if (!gathered || typeof advisor !== 'object') return;
    isTelling = true;
    advisor.about(instanceOf(gathered, now()));
    isTelling = false;
  }

  function update(): void {
    if (isTelling) return;
    const { outcomes } = checkup.snapshot();
    if (outcomes !== outcomesJudged) {
      outcomesJudged = outcomes;
      gathered = gatheredOf(outcomes);
      tellAdvisor();
    }
    const { advised, advising } = advisingNow();
    if (!gathered || (advising && advised)) return;
    const { decisions } = decided.snapshot();
    if (gathered === last.gathered && advised === last.advised && decisions === last.decisions) return;
    const known = { gathered, advised, decisions };
    last = known;
    try {
      set({ judged: judge(known, now()) });
    } catch (error) {
      set({ ...snapshot(), mistake: { error } });
    }
  }

  checkup.subscribe(update);
  decided.subscribe(update);
  return {
    subscribe,
    snapshot,
    advisedBy(next) {
      leaveAdvisor();
      advisor = next;
      leaveAdvisor = next?.subscribe(update) ?? (() => undefined);
      tellAdvisor();
      update();
    },
  };
}
