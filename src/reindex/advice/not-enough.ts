import { MINUTE, type Numbers } from '../policy';
import { initialIndexingSpans } from '../rounds/disturbances';
import { countRounds } from '../rounds/rounds';
import type { NotEnoughHistory, NotEnoughReason } from './advice';
import type { Findings } from './findings';

/** Initial indexing runs, or ended a short while ago: nothing is as it will be. */
export function unsettled({ facts }: Findings, now: number, numbers: Numbers): NotEnoughReason | undefined {
  const ends = initialIndexingSpans(facts, numbers).map(({ to }) => to);
  if (ends.includes(Infinity)) return 'initial-indexing-running';
  return ends.some((to) => now - to < numbers.settleMinutes * MINUTE) ? 'initial-indexing-recent' : undefined;
}

/** The answer for too little history. */
export function tooLittle(
  { measures, turns, facts, rounds, current }: Findings,
  reason: NotEnoughReason,
  provisional: number | undefined,
): NotEnoughHistory {
  const states = [...new Set(rounds.map(({ state }) => state))];
  return {
    kind: 'not-enough-history',
    reason,
    ...(provisional === undefined ? {} : { provisionalMinutes: provisional }),
    ...(current.off === undefined ? {} : { offMinutes: current.off }),
    roundStates: Object.fromEntries(states.map((state) => [state, countRounds(rounds, state)])),
    counts: {
      tasks: facts.tasks.length,
      rounds: Math.max(rounds.length, measures.length),
      completeRounds: measures.length,
      repositories: turns.repositories,
      knownRepositories: turns.known.length,
    },
  };
}
