import type { RunDuration } from '../../model/reindex';
import type { Bound } from '../advice/advice';
import type { QueueFacts } from '../facts/facts';
import type { Runs } from '../facts/runs';
import { MINUTE, type Numbers } from '../policy';
import type { IndexingRound } from '../rounds/rounds';
import { largest, quantile } from '../statistics';
import type { Turns } from '../work/turns';

/** Run durations that can be a run, oldest first. */
export function validRunDurations(
  given: readonly RunDuration[] = [],
  { longestRoundMinutes }: Numbers,
): readonly RunDuration[] {
  return given
    .filter(({ at, minutes }) => minutes >= 0 && minutes <= longestRoundMinutes && Number.isFinite(at))
    .sort((a, b) => a.at - b.at);
}

/** The longest of few, a quantile of many. */
export function coveredMinutes(minutes: readonly number[], { roundsForQuantile, quantile: share }: Numbers): number {
  return minutes.length < roundsForQuantile ? largest(minutes) : quantile(minutes, share);
}

/** What the dates of last indexing bound; undefined where they may be of two rounds. */
export function byDates(
  spread: number | undefined,
  interval: number | undefined,
  { mixedRoundsFactor }: Numbers,
): number | undefined {
  const isMixed =
    spread !== undefined && interval !== undefined && spread >= interval && spread < interval * mixedRoundsFactor;
  return isMixed ? undefined : spread;
}

export interface BoundSources {
  readonly facts: QueueFacts;
  readonly runs: Runs;
  readonly rounds: readonly IndexingRound[];
  readonly turns: Turns;
  readonly overlap: boolean;
  readonly runDurations: readonly RunDuration[];
  readonly leastMinutes: number | undefined;
  /** What the known repositories take on the slots, where these are known. */
  readonly playedMinutes: number | undefined;
}

/**
 * What a round takes at least: a run duration (since GIJ 4.0 the time to enqueue; vendor page "Recommended reindex
 * interval setting"), a round that is still running, the part of one that was seen, the longest task, or the spread of
 * the dates of last indexing. Where rounds overlap, each waits for others, and neither its time so far nor a part bounds
 * one alone. Undefined where nothing is known.
 */
export function lowerBound(sources: BoundSources, numbers: Numbers): Bound | undefined {
  const { facts, runs, rounds, turns, overlap, runDurations, leastMinutes, playedMinutes } = sources;
  const alone = overlap ? [] : rounds;
  const running = alone.filter(({ state }) => state === 'running').map(({ start }) => (facts.latest - start) / MINUTE);
  const parts = alone.filter(({ state }) => state === 'cut-off').map(({ minutes }) => minutes);
  const possible = (minutes: readonly number[]) => minutes.filter((one) => one <= numbers.longestRoundMinutes);
  const bounds: Bound[] = [
    {
      source: 'run-duration',
      minutes: coveredMinutes(
        runDurations.map(({ minutes }) => minutes),
        numbers,
      ),
    },
    { source: 'running-round', minutes: largest(possible(running)) },
    { source: 'part-of-round', minutes: coveredMinutes(possible(parts), numbers) },
    {
      source: 'longest-task',
      minutes: largest(possible(turns.known.map(({ repository }) => runs.usual[repository] ?? 0))),
    },
    { source: 'known-repositories', minutes: playedMinutes ?? 0 },
    { source: 'dates', minutes: leastMinutes ?? 0 },
  ];
  const bound = bounds.reduce((most, one) => (one.minutes > most.minutes ? one : most));
  return bound.minutes > 0 || runDurations.length > 0 ? bound : undefined;
}
