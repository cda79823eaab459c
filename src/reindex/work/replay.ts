import type { Steps } from '../../steps/steps';
import type { QueueFacts } from '../facts/facts';
import type { Runs } from '../facts/runs';
import { MINUTE, type Numbers } from '../policy';
import type { Ticks } from '../rounds/ticks';
import { quantile, seededRandom } from '../statistics';
import { Load } from './load';
import { Times } from './times';
import type { Turns } from './turns';

/** Rounds that were played with the times of the repositories. Minutes. */
export interface Replay {
  readonly plays: number;
  readonly median: number;
  /** The share of the plays that the policy wants covered took at most this long. */
  readonly covered: number;
}

export interface ReplaySources {
  readonly facts: QueueFacts;
  readonly runs: Runs;
  readonly ticks: Ticks;
  readonly turns: Turns;
  readonly slots: number;
  readonly overlap: boolean;
}

/** Repositories of a play between two turns of the page. */
const SLICE = 20_000;

/**
 * Plays a round in the order of the queue: whichever slot is free takes the next repository. A play takes a moment of
 * the last day, so that day and night stay apart: each repository takes what it took then, and the tasks that webhooks
 * and people brought then take their slots. Of repositories whose time is not known each takes that of another one; where
 * they are too many, only the known ones are played.
 */
export function* replayRound(sources: ReplaySources, numbers: Numbers): Steps<Replay> {
  const { facts, runs, turns, slots } = sources;
  const { all, known, repositories, isPart } = turns;
  const random = seededRandom();
  const times = new Times(facts, runs, random, numbers);
  const span = Math.min(numbers.playedMinutes * MINUTE, facts.latest - times.since);
  const load = new Load(sources, numbers);
  const order = isPart ? known : all;
  const count = isPart ? known.length : repositories;
  const played: number[] = [];
  for (let play = 0; play < numbers.plays && known.length > 0; play += 1) {
    const moment = facts.latest - ((play + random()) / numbers.plays) * span;
    const queue = new SlotQueue(slots);
    load.startAt(moment);
    for (let place = 0; place < count; place += 1) {
      const { offset = 0, repository = 0 } = order[place] ?? {};
      const isKnown = place < order.length && !Number.isNaN(runs.usual[repository]);
      const like = isKnown ? repository : (known[Math.floor(random() * known.length)]?.repository ?? 0);
      for (; load.next <= Math.max(queue.next, offset); load.take()) queue.run(load.next, load.minutes);
      queue.runOfRound(offset, times.at(moment, like));
      if (place % SLICE === SLICE - 1) yield;
    }
    played.push(queue.end);
    yield;
  }
  return { plays: played.length, median: quantile(played, 0.5), covered: quantile(played, numbers.quantile) };
}

/** The slots as a heap of the moments (in minutes) they become free: a task goes to the one that is free first. */
export class SlotQueue {
  /** When the last task of the round is done. */
  end = 0;
  private readonly free: Float64Array;

  constructor(slots: number) {
    this.free = new Float64Array(Math.max(1, slots));
  }

  /** When the next slot is free. */
  get next(): number {
    return this.free[0] ?? 0;
  }

  runOfRound(from: number, minutes: number): void {
    this.end = Math.max(this.end, this.run(from, minutes));
  }

  /**
   * Runs a task that is there from a moment on.
   * @returns when it is done
   */
  run(from: number, minutes: number): number {
    const { free } = this;
    const done = Math.max(this.next, from) + minutes;
    let place = 0;
    for (;;) {
      const left = 2 * place + 1;
      const right = left + 1;
      if (left >= free.length) break;
      const child = right < free.length && (free[right] ?? 0) < (free[left] ?? 0) ? right : left;
      if ((free[child] ?? 0) >= done) break;
      free[place] = free[child] ?? 0;
      place = child;
    }
    free[place] = done;
    return done;
  }
}
