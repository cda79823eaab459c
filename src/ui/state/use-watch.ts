import { useEffect, useState, useSyncExternalStore } from 'react';

import type { SourceFailure } from '../../model/gathered';
import { nextReadingDelay } from '../../reindex/watch/watch';
import type { WatchObservation } from '../../model/reindex';
import { loadIndexingDates } from '../../sources/indexing-dates';
import type { JiraClient } from '../../sources/jira-client';
import { SourceError } from '../../sources/source-error';
import { inOneTab, pause } from './one-tab';

/** `cut`: the list of repositories may lack some, so that a look tells too little. */
export type WatchState = 'off' | 'watching' | 'hidden' | 'other-tab' | 'failed' | 'cut';

export interface Watch {
  readonly state: WatchState;
  /** Why the last look failed; it is tried again. Set where `state` is `failed`. */
  readonly failure: SourceFailure | undefined;
  /** When the next look is due, milliseconds since the epoch. */
  readonly nextAt: number | undefined;
}

export interface WatchOptions {
  readonly enabled: boolean;
  /** Stays the same from one rendering to the next. */
  readonly connect: () => JiraClient;
  /** Base of the Jira: one tab of each Jira watches. */
  readonly base: string;
  /** Called with each look that shows all repositories; stays the same from one rendering to the next. */
  readonly onObservation: (observation: WatchObservation) => void;
}

type Running = Omit<Watch, 'state'> & { readonly state: Exclude<WatchState, 'off' | 'hidden'> };

const STARTING: Running = { state: 'watching', failure: undefined, nextAt: undefined };

function onVisibility(changed: () => void): () => void {
  document.addEventListener('visibilitychange', changed);
  return () => document.removeEventListener('visibilitychange', changed);
}

const isHidden = () => document.hidden;

function untilVisible(signal: AbortSignal): Promise<void> {
  if (!isHidden()) return Promise.resolve();
  return new Promise((resolve) => {
    const changed = () => {
      if (isHidden() && !signal.aborted) return;
      stop();
      signal.removeEventListener('abort', changed);
      resolve();
    };
    const stop = onVisibility(changed);
    signal.addEventListener('abort', changed);
  });
}

type Update = (change: (running: Running) => Running) => void;

async function watch({ connect, onObservation }: WatchOptions, signal: AbortSignal, update: Update): Promise<void> {
  let failures = 0;
  let requestMinutes = 0;
  update(() => STARTING);
  while (!signal.aborted) {
    await untilVisible(signal);
    if (signal.aborted) return;
    try {
      const { observation, atLeast } = await loadIndexingDates(connect(), signal);
      failures = 0;
      requestMinutes = observation.requestMinutes;
      if (!atLeast) onObservation(observation);
      update(() => ({ ...STARTING, state: atLeast ? 'cut' : 'watching' }));
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof SourceError)) throw error;
      const { failure } = error;
      failures += 1;
      update((running) => ({ ...running, state: 'failed', failure }));
    }
    const delay = nextReadingDelay(requestMinutes, failures) * 60_000;
    update((running) => ({ ...running, nextAt: Date.now() + delay }));
    await pause(delay, signal);
  }
}

/** Looks every few minutes when the repositories were indexed, while it is enabled, seen, and not done by another tab. */
export function useWatch(options: WatchOptions): Watch {
  const { enabled, connect, base, onObservation } = options;
  const [running, setRunning] = useState(STARTING);
  const hidden = useSyncExternalStore(onVisibility, isHidden);

  useEffect(() => {
    if (!enabled) return undefined;
    let leaving = new AbortController();
    function begin(): void {
      leaving = new AbortController();
      const { signal } = leaving;
      const update: Update = (change) => signal.aborted || setRunning(change);
      const onOther = () => update((now) => ({ ...now, state: 'other-tab', nextAt: undefined }));
      const work = () => watch({ enabled, connect, base, onObservation }, signal, update);
      // What no look answers for is a mistake of ours: the page says so, instead of watching for ever.
      const onMistake = (mistake: unknown) =>
        update(() => {
          throw mistake;
        });
      inOneTab(`git-integration-checkup watch ${base}`, signal, onOther, work).catch(onMistake);
    }
    const stop = () => leaving.abort();
    const restart = ({ persisted }: PageTransitionEvent) => persisted && begin();
    begin();
    window.addEventListener('pagehide', stop);
    window.addEventListener('pageshow', restart);
    return () => {
      window.removeEventListener('pagehide', stop);
      window.removeEventListener('pageshow', restart);
      stop();
    };
  }, [enabled, connect, base, onObservation]);

  const { failure, nextAt } = running;
  if (!enabled) return { state: 'off', failure: undefined, nextAt: undefined };
  const state = hidden && running.state !== 'other-tab' ? 'hidden' : running.state;
  return { state, failure: state === 'failed' ? failure : undefined, nextAt };
}
