import type { NotEnoughHistory, NotEnoughReason } from './advice';
import { countRounds, type Findings } from './findings';
import { initialIndexingSpans } from '../rounds/initial-indexing';
import type { Numbers } from '../policy';
import type { Way } from './way';

/** Why there is no advice yet; none where there is enough. */
export function notEnough(
  found: Findings,
  way: Way | undefined,
  now: number,
  policy: Numbers,
): NotEnoughReason | undefined {
  const spans = initialIndexingSpans(found.facts, policy);
  if (spans.some(([, to]) => to === Infinity)) return 'initial-indexing-running';
  if (spans.some(([, to]) => now - to < policy.settleMinutes * 60_000)) return 'initial-indexing-recent';
  if (way) return way.missing;
  return found.facts.tasks.length === 0 ? 'nothing' : 'no-complete-round';
}

/** The answer for too little history. */
export function tooLittle(
  found: Findings,
  reason: NotEnoughReason,
  provisional: number | undefined,
  policy: Numbers,
): NotEnoughHistory {
  const { measures, round, facts, rounds, current } = found;
  const states = [...new Set(rounds.map(({ state }) => state))].map(
    (state) => [state, countRounds(rounds, state)] as const,
  );
  const { settleMinutes } = policy;
  const settled = settleMinutes % 1440 === 0 ? `${settleMinutes / 1440} day(s)` : `${settleMinutes} minutes`;
  const counts = {
    tasks: facts.tasks.length,
    rounds: Math.max(rounds.length, measures.length),
    completeRounds: measures.length,
    repositories: round.repositories,
    knownRepositories: round.known,
  };
  const needs: Readonly<Record<NotEnoughReason, string>> = {
    nothing: 'one complete round, or one reading of the last run duration',
    'no-complete-round': 'one complete round, or the processing time of every repository',
    'slots-unknown': 'the number of indexing nodes and threads',
    'initial-indexing-running': `initial indexing done, and ${settled} of rounds after it`,
    'initial-indexing-recent': `${settled} of rounds after initial indexing`,
  };
  const have =
    facts.tasks.length === 0 && measures.length === 0
      ? 'no tasks and no readings'
      : `${counts.tasks} tasks, ${counts.completeRounds} complete of ${counts.rounds} rounds, ` +
        `processing times of ${counts.knownRepositories} of ${counts.repositories} repositories`;
  return {
    kind: 'not-enough-history',
    have,
    need: needs[reason],
    reason,
    ...(provisional === undefined ? {} : { provisionalMinutes: provisional }),
    ...(current.off === undefined ? {} : { offMinutes: current.off }),
    roundStates: Object.fromEntries(states),
    counts,
  };
}
