import { renderHook, waitFor } from '@testing-library/react';

import type { WatchObservation } from '../../../src/model/reindex';
import { useWatched } from '../../../src/ui/reindex/use-watched';

const T0 = Date.UTC(2026, 2, 2);
const MINUTE = 60_000;

/** Looks every 5 minutes at 100 repositories, whose round of 12 minutes begins every half an hour. */
const looks = (count: number): WatchObservation[] =>
  Array.from({ length: count }, (_, place) => {
    const minute = 1 + place * 5;
    const dates = Array.from({ length: 100 }, (__, repository) => {
      const offset = ((repository + 1) / 100) * 12;
      return T0 + (Math.floor((minute - offset) / 30) * 30 + offset) * MINUTE;
    });
    return { at: T0 + minute * MINUTE, dates, requestMinutes: 0.1 };
  });

test('says the rounds of the looks, and the longest that one of them proves, and works until it can', async () => {
  const { result, rerender } = renderHook((observations: readonly WatchObservation[]) => useWatched(observations), {
    initialProps: [] as readonly WatchObservation[],
  });
  expect(result.current).toEqual({ rounds: [], least: undefined, working: false });
  const observations = looks(36);
  rerender(observations);
  expect(result.current).toMatchObject({ rounds: [], working: true });
  await waitFor(() => expect(result.current.working).toBe(false));
  expect(result.current.rounds.length).toBeGreaterThanOrEqual(3);
  expect(result.current.least).toBeCloseTo(11.88);
});
