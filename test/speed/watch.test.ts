import { NO_DECISIONS } from '../../src/decisions/decisions';
import { NOTHING_KEPT } from '../../src/evidence/content';
import { createAdvice } from '../../src/ui/state/advice';
import type { Evidence } from '../../src/ui/state/evidence';
import { createStore } from '../../src/steps/store';
import { threadTime } from '../support/cpu-time';

/** Milliseconds: a longer stop is noticed. */
const LONGEST = 50;
const MINUTE = 60_000;
/** Of a machine that does other things too the best one counts. */
const TRIES = 4;

/** Each round takes as long as the time between two looks, so that each date is new: a million of them. */
const observations = Array.from({ length: 83 }, (_, place) => {
  const at = Date.UTC(2026, 2, 2) + place * 10 * MINUTE;
  const dates = Array.from({ length: 12_000 }, (__, repository) => at - 10 * MINUTE + repository * 50);
  return { at, dates, requestMinutes: 0.2 };
});

/** How long the page stands still at the most while the advice is made, in milliseconds of its thread. */
async function longestStop(): Promise<number> {
  const known: Omit<Evidence, 'content'> = {
    isLoaded: true,
    entries: [],
    unstored: undefined,
    unstoredTasks: 0,
    spoilt: 0,
  };
  const content = { ...NOTHING_KEPT, observations: observations.map((look) => ({ ...look, dates: [...look.dates] })) };
  const advice = createAdvice(
    createStore<Evidence>({ ...known, content }),
    createStore({ decisions: NO_DECISIONS }),
    () => observations.at(-1)?.at ?? 0,
  );
  let longest = 0;
  let begun = threadTime();
  const stand = () => (longest = Math.max(longest, threadTime() - begun));
  const later = globalThis.setTimeout;
  const waiting = jest.spyOn(globalThis, 'setTimeout').mockImplementation((work: () => void) => {
    stand();
    return later(() => {
      begun = threadTime();
      work();
    }, 0);
  });
  advice.start();
  advice.about({ repositories: 12_000, indexedDates: content.observations[0]?.dates ?? [], schedule });
  await new Promise<void>((resolve) => {
    const leave = advice.subscribe(() => {
      if (advice.snapshot().advising) return;
      leave();
      resolve();
    });
  });
  stand();
  waiting.mockRestore();
  expect(advice.snapshot().watched.rounds.length).toBeGreaterThan(70);
  return longest;
}

const schedule = {
  state: 'read',
  value: { stamp: { source: 'schedule', request: 'GET /x', readAt: 0 } },
} as const;

jest.setTimeout(120_000);

test('83 looks at 12,000 repositories never hold the page for long', async () => {
  let least = Infinity;
  for (let round = 0; round < TRIES && least > LONGEST; round += 1) least = Math.min(least, await longestStop());
  console.log(`83 looks at 12,000 repositories: longest stop ${Math.round(least)} ms`);
  expect(least).toBeLessThanOrEqual(LONGEST);
});
