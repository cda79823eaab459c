import { withEntries, withoutEntries, type AdviceEntry } from '../../decisions/decisions';
import { settingsOf } from '../../decisions/settings';
import { evidenceAt } from '../../evidence/content';
import type { CurrentSchedule } from '../../model/schedule';
import { scheduleOf } from '../../report/reindex-status';
import { headlineOf, withSharedAdvice } from '../../report/shared-advice';
import { createStore, type Store } from '../../steps/store';
import type { Advice, AdviceStore } from './advice';
import type { DecisionsStore } from './decisions';
import type { Evidence } from './evidence';
import type { Advised, Advisor, Instance } from './judged';

const MEASURED: ReadonlySet<string> = new Set(['round', 'bound', 'current', 'atLeast']);

/** What of an advice other admins are told; what is measured changes with each look. */
function told({ status, schedule }: Pick<AdviceEntry, 'status' | 'schedule'>): string {
  return JSON.stringify([status, schedule], (name, part: unknown) => (MEASURED.has(name) ? undefined : part));
}

interface Parts {
  readonly advice: Pick<AdviceStore, 'subscribe' | 'snapshot' | 'about'>;
  readonly evidence: Pick<Store<Evidence>, 'snapshot'>;
  readonly decisions: Pick<DecisionsStore, 'subscribe' | 'snapshot' | 'decide'>;
  /** By the browser's clock, milliseconds since the epoch. */
  readonly now: () => number;
}

/**
 * The advisor by which the page is judged: what other admins' evidence came to counts where this browser knows less. What
 * comes of evidence that is given here is told to them, and nothing at a load.
 */
export function shareAdvice({ advice, evidence, decisions, now }: Parts): Advisor {
  const { subscribe, snapshot, set } = createStore<Pick<Advice, 'advised' | 'advising'>>({
    advised: undefined,
    advising: false,
  });
  let instance: Instance | undefined;
  /** The evidence and the numbers that the last advice was made from. */
  let basis: readonly unknown[] | undefined;
  /** When the entry was dated that this page wrote. */
  let written: number | undefined;
  let last: readonly unknown[] = [];

  const entryNow = (): AdviceEntry | undefined => {
    const entry = decisions.snapshot().decisions.entries['advice'];
    return entry?.kind === 'advice' ? entry : undefined;
  };

  function scheduleNow(): CurrentSchedule | undefined {
    const given = evidence.snapshot().content.current?.value;
    const schedule = instance && scheduleOf(given, instance, now());
    return schedule?.state === 'read' ? schedule.value.current : undefined;
  }

  function tell({ facts: { reindex: status } }: Advised): void {
    const earlier = entryNow();
    const isOurs = earlier !== undefined && earlier.at === written;
    const newest = evidenceAt(evidence.snapshot().content);
    if (settingsOf(decisions.snapshot().decisions).isReadOnly) return;
    if (newest === undefined || status.kind === 'not-enough-history') {
      // What was given by mistake, and told, was taken back.
      if (isOurs) decisions.decide((all) => withoutEntries(all, ['advice']));
      return;
    }
    if (earlier && newest < earlier.at && !isOurs) return;
    const schedule = scheduleNow();
    const said = { status, ...(schedule && { schedule }) };
    if (earlier && told(earlier) === told(said)) return;
    const at = earlier && newest < earlier.at ? earlier.at + 1 : newest;
    written = at;
    decisions.decide((all, { by }) =>
      withEntries(all, [{ kind: 'advice', ...said, at, ...(by !== undefined && { by }) }]),
    );
  }

  function withShared(advised: Advised): Advised {
    const { policy } = advice.snapshot();
    const newest = evidenceAt(evidence.snapshot().content);
    const known = { entry: entryNow(), evidenceAt: newest, schedule: scheduleNow(), policy, now: now() };
    const facts = withSharedAdvice(advised.facts, known);
    return facts === advised.facts ? advised : { facts, headline: headlineOf(facts.reindex) };
  }

  function update(): void {
    const { advised, advising, policy } = advice.snapshot();
    const { content, isLoaded } = evidence.snapshot();
    if (advised && !advising && isLoaded) {
      const parts = [content, policy];
      const isNew = basis?.some((part, place) => part !== parts[place]) === true;
      basis = parts;
      if (isNew) tell(advised);
    }
    const parts = [advised, advising, JSON.stringify(entryNow())];
    if (parts.every((part, place) => part === last[place])) return;
    const isSame = last[0] === parts[0] && last[2] === parts[2];
    last = parts;
    set({ advised: isSame ? snapshot().advised : advised && withShared(advised), advising });
  }

  advice.subscribe(update);
  decisions.subscribe(update);
  update();
  return {
    subscribe,
    snapshot,
    about(next) {
      instance = next;
      advice.about(next);
    },
  };
}
