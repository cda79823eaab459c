import type { SourceFailure } from '../../model/gathered';
import type { WatchObservation } from '../../model/reindex';
import { keepLooking } from '../../reindex/watch/keep-looking';
import { lookAtDates } from '../../sources/indexing-dates';
import type { JiraClient } from '../../sources/jira-client';
import { inOneTab, pause } from '../../tabs/one-tab';
import { createStore, type Store } from '../../steps/store';
import { whileShown } from './while-shown';

/** `cut`: the list of repositories may lack some, so that a look tells too little. */
export type WatchState = 'off' | 'watching' | 'hidden' | 'other-tab' | 'failed' | 'cut';

export interface Watch {
  readonly state: WatchState;
  /** Why the last look failed; it is tried again. Set where `state` is `failed`. */
  readonly failure: SourceFailure | undefined;
  /** When the next look is due, milliseconds since the epoch. */
  readonly nextAt: number | undefined;
  /** What no look answers for is a mistake of ours: the page says so, instead of watching for ever. */
  readonly mistake?: { readonly error: unknown };
}

export interface WatchOptions {
  readonly connect: () => JiraClient;
  /** Base of the Jira: one tab of each Jira watches. */
  readonly base: string;
  /** Called with each look that shows all repositories. */
  readonly onObservation: (observation: WatchObservation) => void;
}

type Running = Omit<Watch, 'state' | 'mistake'> & { readonly state: Exclude<WatchState, 'off' | 'hidden'> };

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
  update(() => STARTING);
  await untilVisible(signal);
  await keepLooking(
    {
      look: () => lookAtDates(connect(), signal),
      async next(looked, delay) {
        if (looked.kind === 'seen') onObservation(looked.observation);
        const nextAt = Date.now() + delay;
        update(() =>
          looked.kind === 'failed'
            ? { state: 'failed', failure: looked.failure, nextAt }
            : { ...STARTING, state: looked.kind === 'cut' ? 'cut' : 'watching', nextAt },
        );
        await pause(delay, signal);
        await untilVisible(signal);
      },
    },
    signal,
  );
}

const OFF: Watch = { state: 'off', failure: undefined, nextAt: undefined };

export interface WatchStore extends Store<Watch> {
  readonly start: () => void;
  readonly stop: () => void;
}

/** Looks every few minutes when the repositories were indexed, while it is on, seen, and not done by another tab. */
export function createWatch(options: WatchOptions): WatchStore {
  const store = createStore(OFF);
  let running = STARTING;
  let ends: readonly (() => void)[] = [];

  function show(): void {
    const state = isHidden() && running.state !== 'other-tab' ? 'hidden' : running.state;
    store.change({ ...running, state, failure: state === 'failed' ? running.failure : undefined });
  }

  function stop(): void {
    for (const end of ends) end();
    ends = [];
    store.set(OFF);
  }

  function begin(signal: AbortSignal): void {
    const update: Update = (next) => {
      if (signal.aborted) return;
      running = next(running);
      show();
    };
    const onOther = () => update((now) => ({ ...now, state: 'other-tab', nextAt: undefined }));
    inOneTab(`git-integration-checkup watch ${options.base}`, signal, onOther, () =>
      watch(options, signal, update),
    ).catch((error: unknown) => {
      if (!signal.aborted) store.change({ mistake: { error } });
    });
  }

  return {
    subscribe: store.subscribe,
    snapshot: store.snapshot,
    stop,
    start() {
      stop();
      running = STARTING;
      ends = [whileShown(begin), onVisibility(show)];
      show();
    },
  };
}
