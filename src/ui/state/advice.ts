import { adviseOn } from '../../evidence/advise-on';
import type { Dated, EvidenceContent } from '../../evidence/content';
import type { Decisions } from '../../decisions/decisions';
import { settingsOf } from '../../decisions/settings';
import type { CurrentSchedule } from '../../model/schedule';
import type { ReindexAdvice } from '../../reindex/advice/advice';
import type { ReindexPolicy } from '../../reindex/policy';
import { watchedInSteps, type Watched } from '../../reindex/watch/watched';
import { reindexFacts, scheduleOf } from '../../report/reindex-status';
import { headlineOf } from '../../report/shared-advice';
import { inSlices } from '../../steps/in-slices';
import type { Steps } from '../../steps/steps';
import type { Evidence } from './evidence';
import { NOTHING_ADVISED, type Advised, type Advisor, type Instance } from './judged';
import { createStore, type Store } from '../../steps/store';

/** What an advice is made from. */
interface Question {
  readonly content: EvidenceContent;
  readonly instance: Instance;
  readonly policy: Partial<ReindexPolicy>;
}

interface Answer {
  /** Undefined until there is a first one. */
  readonly advice: ReindexAdvice | undefined;
  readonly advised: Advised | undefined;
  readonly watched: Watched;
  /** How the reindex job is scheduled as Jira's page of the scheduler says; undefined where it does not. */
  readonly read: Dated<CurrentSchedule> | undefined;
  /** Repositories whose dates of last indexing were read. */
  readonly dated: number;
}

export interface Advice extends Answer {
  /** Something changed: the advice on it is being made, and the one before stays meanwhile. */
  readonly advising: boolean;
  /** Only the numbers of the calculation that are not as recommended. */
  readonly policy: Partial<ReindexPolicy>;
  /** A mistake of ours, for which there is no advice: the one before is not from this evidence. */
  readonly mistake: { readonly error: unknown } | undefined;
}

export interface AdviceStore extends Store<Advice>, Advisor {
  readonly snapshot: () => Advice;
  /** After a mistake. */
  readonly tryAgain: () => void;
  /** Advises on each change of the evidence; answers how to end that. */
  readonly start: () => () => void;
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((part, place) => part === other[place]);
}

/** What the looks of a watch tell; the same as before where a new look tells nothing new. */
function toldBy(watched: Watched, before: Watched): Watched {
  const numbers = ({ rounds, least }: Watched) => [least, ...rounds.flatMap(({ at, minutes }) => [at, minutes])];
  return isSame(numbers(watched), numbers(before)) ? before : watched;
}

/** All that an advice depends on beside a watch: what is the same needs no other one. */
function partsOf({ content, instance, policy }: Question): readonly unknown[] {
  const { tasks, runDurations, current, nodes, threads } = content;
  const { repositories, indexedDates, schedule } = instance;
  return [tasks, runDurations, current, nodes, threads, repositories, indexedDates, schedule, policy];
}

/** Whether the interval is too short nobody can say while it is still being read, and nobody gave it. */
function isAwaited({ schedule }: Instance, { current }: EvidenceContent): boolean {
  return schedule.state === 'pending' && current === undefined;
}

/** What Jira's page of the scheduler says. */
function readSchedule(instance: Instance, now: number): Dated<CurrentSchedule> | undefined {
  const schedule = scheduleOf(undefined, instance, now);
  if (schedule.state !== 'read' || schedule.value.current === undefined) return undefined;
  return { value: schedule.value.current, at: schedule.value.stamp.readAt };
}

function* answerInSteps({ content, instance, policy }: Question, watched: Watched, now: number): Steps<Answer> {
  const read = readSchedule(instance, now);
  const { repositories, indexedDates } = instance;
  const context = { watched, repositories, indexedDates, schedule: read?.value, policy, now };
  const advice = yield* adviseOn(content, context);
  const facts = reindexFacts(instance, { advice, schedule: content.current?.value, now });
  return {
    advice,
    advised: { facts, headline: headlineOf(facts.reindex) },
    watched,
    read,
    dated: instance.indexedDates.length,
  };
}

/**
 * The advice that follows from the evidence, made anew when that, the instance or the numbers of the calculation
 * change: in slices, as it takes a second of very much evidence.
 *
 * @param decided what admins decided, the numbers of the calculation among it
 * @param now by the browser's clock, milliseconds since the epoch
 */
export function createAdvice(
  evidence: Store<Evidence>,
  decided: Pick<Store<{ readonly decisions: Decisions }>, 'subscribe' | 'snapshot'>,
  now: () => number,
): AdviceStore {
  const policyNow = () => settingsOf(decided.snapshot().decisions).policy;
  const { subscribe, snapshot, change } = createStore<Advice>({
    advice: undefined,
    advised: undefined,
    watched: { rounds: [], least: undefined },
    read: undefined,
    dated: 0,
    advising: false,
    policy: policyNow(),
    mistake: undefined,
  });
  let instance: Instance | undefined;
  let running: AbortController | undefined;
  let asked: readonly unknown[] = [];
  let answered: readonly unknown[] = [];

  function fail(error: unknown): void {
    answered = [];
    change({ advice: undefined, advised: NOTHING_ADVISED, advising: false, mistake: { error } });
  }

  function* workInSteps(question: Question): Steps<void> {
    const watched = toldBy(yield* watchedInSteps(question.content.observations), snapshot().watched);
    const parts = [...partsOf(question), watched];
    const answer = isSame(parts, answered) ? {} : yield* answerInSteps(question, watched, now());
    answered = parts;
    change({ ...answer, advising: false, mistake: undefined });
  }

  function ask(): void {
    const { content, isLoaded, mistake } = evidence.snapshot();
    if (mistake) fail(mistake.error);
    if (!isLoaded || !instance || isAwaited(instance, content)) return;
    const question = { content, instance, policy: snapshot().policy };
    const parts = [...partsOf(question), content.observations];
    if (isSame(parts, asked)) return;
    asked = parts;
    running?.abort();
    const controller = new AbortController();
    running = controller;
    change({ advising: true });
    inSlices(workInSteps(question), controller.signal).catch((error: unknown) => {
      if (!controller.signal.aborted) fail(error);
    });
  }

  function decide(): void {
    const policy = policyNow();
    if (JSON.stringify(policy) === JSON.stringify(snapshot().policy)) return;
    change({ policy });
    ask();
  }

  return {
    subscribe,
    snapshot,
    about(next) {
      instance = next;
      ask();
    },
    tryAgain() {
      asked = [];
      ask();
    },
    start() {
      const leaves = [evidence.subscribe(ask), decided.subscribe(decide)];
      decide();
      ask();
      return () => {
        leaves.forEach((leave) => leave());
        running?.abort();
      };
    },
  };
}
