import { useEffect, useState } from 'react';

import { inSlices } from '../../steps/in-slices';
import type { Steps } from '../../steps/steps';
import type { RunDuration, WatchObservation } from '../../model/reindex';
import { leastRoundMinutes, roundsInSteps } from '../../reindex/watch/watch';

/** What comes of the looks of a watch. */
interface Watched {
  readonly rounds: readonly RunDuration[];
  /** What a round takes at least, in minutes; undefined where no look says anything. */
  readonly least: number | undefined;
}

/** Each look is worked through once: a long watch has hundreds of thousands of dates. */
const leasts = new WeakMap<WatchObservation, number>();

function* watchedInSteps(observations: readonly WatchObservation[]): Steps<Watched> {
  let largest = 0;
  for (const look of observations) {
    const known = leasts.get(look);
    const least = known ?? leastRoundMinutes(look.dates) ?? 0;
    leasts.set(look, least);
    largest = Math.max(largest, least);
    if (known === undefined) yield;
  }
  return { rounds: yield* roundsInSteps(observations), least: largest > 0 ? largest : undefined };
}

const NOTHING: readonly WatchObservation[] = [];

/** Until the newest look is worked through, what came of those before stays, and `working` is true. */
export function useWatched(observations: readonly WatchObservation[]): Watched & { readonly working: boolean } {
  const [known, setKnown] = useState<Watched & { readonly of: readonly WatchObservation[] }>({
    rounds: [],
    least: undefined,
    of: NOTHING,
  });

  useEffect(() => {
    const leaving = new AbortController();
    inSlices(watchedInSteps(observations), leaving.signal)
      .then((watched) => {
        if (watched && !leaving.signal.aborted) setKnown({ ...watched, of: observations });
      })
      .catch((mistake: unknown) => {
        if (leaving.signal.aborted) return;
        setKnown(() => {
          throw mistake;
        });
      });
    return () => leaving.abort();
  }, [observations]);

  const { rounds, least, of } = known;
  return { rounds, least, working: of !== observations && observations.length > 0 };
}
