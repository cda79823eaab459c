import { quantile } from '../statistics';

/** What a round would take with other slots. An estimate, in minutes. */
export interface Forecast {
  readonly slots: number;
  /** No order of the tasks can be faster than this ... */
  readonly atLeastMinutes: number;
  /** ... and any order that leaves no slot idle is at least as fast as this. */
  readonly atMostMinutes: number;
}

/**
 * The bounds of list scheduling (Graham): at least the work over the slots and the longest task, at most the work
 * over the slots plus what is left of the longest task.
 * Example: 100 minutes of work, the longest task 10, 4 slots: from 25 to 32.5.
 */
export function forecast(workMinutes: number, longestTaskMinutes: number, slots: number): Forecast {
  const even = workMinutes / slots;
  return {
    slots,
    atLeastMinutes: Math.max(even, longestTaskMinutes),
    atMostMinutes: even + longestTaskMinutes * (1 - 1 / slots),
  };
}

/** Rounds played; their 0.95 quantile is about the second longest. */
const PLAYS = 40;

/**
 * The minutes a round takes when free slots take its tasks one after the other: the quantile over many plays, in which
 * the tasks of each group (one priority; groups in the order of the queue) come in shuffled orders, because a long
 * task that comes last makes the round longer than its share, and each takes its newest time, changed by one of the
 * factors by which tasks were seen to differ from run to run.
 * Shuffled by a fixed sequence, so that the same evidence gives the same advice.
 */
export function playRounds(
  groups: readonly Float64Array[],
  factors: readonly number[],
  slots: number,
  share: number,
): number {
  let state = 1;
  const random = (): number => (state = (Math.imul(state, 48_271) >>> 0) % 2_147_483_647) / 2_147_483_647;
  const orders = groups.map((times) => times.slice());
  const drawn = new Float64Array(groups.reduce((count, times) => count + times.length, 0));
  const played: number[] = [];
  for (let round = 0; round < PLAYS; round += 1) {
    let place = 0;
    for (const order of orders) {
      shuffle(order, random);
      for (const minutes of order) {
        drawn[place] = minutes * (factors[Math.floor(random() * factors.length)] ?? 1);
        place += 1;
      }
    }
    played.push(playOrder(drawn, slots));
  }
  return quantile(played, share);
}

function shuffle(order: Float64Array, random: () => number): void {
  for (let place = order.length - 1; place > 0; place -= 1) {
    const other = Math.floor(random() * (place + 1));
    const kept = order[place] ?? 0;
    order[place] = order[other] ?? 0;
    order[other] = kept;
  }
}

/** The slots as a heap of the moments they become free: the task goes to the one that is free first. */
function playOrder(times: Float64Array, slots: number): number {
  const free = new Float64Array(Math.max(1, Math.min(slots, times.length)));
  let end = 0;
  for (const minutes of times) {
    const done = (free[0] ?? 0) + minutes;
    if (done > end) end = done;
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
  }
  return end;
}
