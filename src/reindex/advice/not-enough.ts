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
  found: Findings,
  reason: NotEnoughReason,
  provisional: number | undefined,
  { settleMinutes }: Numbers,
): NotEnoughHistory {
  const { measures, turns, facts, rounds, current } = found;
  const states = [...new Set(rounds.map(({ state }) => state))];
  const settled = settleMinutes % 1440 === 0 ? `${settleMinutes / 1440} day(s)` : `${settleMinutes} minutes`;
  const counts = {
    tasks: facts.tasks.length,
    rounds: Math.max(rounds.length, measures.length),
    completeRounds: measures.length,
    repositories: turns.repositories,
    knownRepositories: turns.known.length,
  };
  const needs: Readonly<Record<NotEnoughReason, string>> = {
    nothing: 'one complete round, or one last run duration',
    'no-complete-round': 'one complete round, or the processing time of every repository',
    'slots-unknown': 'the number of indexing nodes and threads',
    'initial-indexing-running': `initial indexing done, and ${settled} of rounds after it`,
    'initial-indexing-recent': `${settled} of rounds after initial indexing`,
  };
  const have =
    facts.tasks.length === 0 && measures.length === 0
      ? 'no tasks and no run durations'
      : `${counts.tasks} tasks, ${counts.completeRounds} complete of ${counts.rounds} rounds, ` +
        `processing times of ${counts.knownRepositories} of ${counts.repositories} repositories`;
  return {
    kind: 'not-enough-history',
    have,
    need: needs[reason],
    reason,
    ...(provisional === undefined ? {} : { provisionalMinutes: provisional }),
    ...(current.off === undefined ? {} : { offMinutes: current.off }),
    roundStates: Object.fromEntries(states.map((state) => [state, countRounds(rounds, state)])),
    counts,
  };
}
