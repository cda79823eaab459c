import { useCallback, useEffect, useReducer, useRef } from 'react';

import { SOURCE_IDS, type Gathered, type SourceFailure } from '../../model/gathered';
import type { RequestId, SourceId } from '../../model/reading';
import { gather } from '../../sources/gather';
import type { JiraClient, JiraClientOptions, Wait } from '../../sources/jira-client';

/** A source that could not be read, and the time of what is shown in its stead, if anything. */
export interface ShownFailure extends SourceFailure {
  /** Milliseconds since the epoch; undefined where nothing was read before. */
  readonly keptFrom: number | undefined;
}

export interface Checkup {
  /**
   * What is shown: of one reading of all sources, once there was one. A value that was read stays while a later
   * reading fails.
   */
  readonly outcomes: Partial<Gathered>;
  /** What a later reading gave so far; it is shown when all of it is there. */
  readonly fresh: Partial<Gathered>;
  readonly failures: readonly ShownFailure[];
  readonly reading: readonly SourceId[];
  /** Pauses that Jira asked for. */
  readonly waits: readonly Wait[];
}

type Action =
  | { readonly type: 'started'; readonly sources: readonly SourceId[] }
  | { readonly type: 'waiting'; readonly wait: Wait }
  | { readonly type: 'waited'; readonly source: RequestId }
  | { readonly type: 'finished'; readonly source: SourceId; readonly outcome: Gathered[SourceId] };

export const NOTHING_YET: Checkup = { outcomes: {}, fresh: {}, failures: [], reading: [], waits: [] };

/** True once each source gave something: from then on readings are shown whole, so that no two moments are mixed. */
export function isComplete(outcomes: Partial<Gathered>): outcomes is Gathered {
  return SOURCE_IDS.every((source) => outcomes[source] !== undefined);
}

/** The outcome, but what was read before where it failed. */
function keptOr(outcome: Gathered[SourceId], earlier: Gathered[SourceId] | undefined): Gathered[SourceId] {
  return outcome.state === 'failed' && earlier?.state === 'read' ? earlier : outcome;
}

/** A failure is told at once; that it is over, with what was read instead. */
function finished(state: Checkup, source: SourceId, outcome: Gathered[SourceId]): Checkup {
  const reading = state.reading.filter((one) => one !== source);
  const waits = state.waits.filter((wait) => wait.source !== source);
  const fresh = { ...state.fresh, [source]: outcome };
  const earlier = state.outcomes[source];
  const keptFrom = earlier?.state === 'read' ? earlier.value.stamp.readAt : undefined;
  const others = state.failures.filter((failure) => failure.source !== source);
  const failures = outcome.state === 'failed' ? [...others, { ...outcome.failure, keptFrom }] : state.failures;
  if (reading.length > 0 && isComplete(state.outcomes)) return { ...state, fresh, failures, reading, waits };
  const shown = SOURCE_IDS.flatMap((id) => (fresh[id] ? [[id, keptOr(fresh[id], state.outcomes[id])] as const] : []));
  return {
    outcomes: { ...state.outcomes, ...(Object.fromEntries(shown) as Partial<Gathered>) },
    fresh: {},
    failures: failures.filter((failure) => fresh[failure.source]?.state !== 'read'),
    reading,
    waits,
  };
}

export function reduceCheckup(state: Checkup, action: Action): Checkup {
  switch (action.type) {
    case 'started':
      return {
        ...state,
        fresh: Object.fromEntries(
          Object.entries(state.fresh).filter(([source]) => !action.sources.some((one) => one === source)),
        ),
        reading: [...new Set([...state.reading, ...action.sources])],
        waits: state.waits.filter(({ source }) => !action.sources.some((one) => one === source)),
      };
    case 'waiting':
      return { ...state, waits: [...state.waits.filter(({ source }) => source !== action.wait.source), action.wait] };
    case 'waited':
      return { ...state, waits: state.waits.filter(({ source }) => source !== action.source) };
    case 'finished':
      return finished(state, action.source, action.outcome);
  }
}

/** Makes a client that tells of each pause Jira asks for, and of its end. */
export type ConnectClient = (pauses: Required<Pick<JiraClientOptions, 'onWait' | 'onWaited'>>) => JiraClient;

/**
 * Reads all sources once, and again on request. Leaving the page, or reading a source anew, ends the reading
 * that is under way.
 */
export function useCheckup(connect: ConnectClient) {
  const [checkup, dispatch] = useReducer(reduceCheckup, NOTHING_YET);
  const running = useRef(new Map<SourceId, AbortController>());

  const read = useCallback(
    (sources: readonly SourceId[]) => {
      const client = connect({
        onWait: (wait) => dispatch({ type: 'waiting', wait }),
        onWaited: (source) => dispatch({ type: 'waited', source }),
      });
      dispatch({ type: 'started', sources });
      for (const source of sources) {
        running.current.get(source)?.abort();
        const controller = new AbortController();
        running.current.set(source, controller);
        const onOutcome = (_: SourceId, outcome: Gathered[SourceId]) => dispatch({ type: 'finished', source, outcome });
        // It rejects where it was aborted: nobody waits for it.
        gather(client, { signal: controller.signal, sources: [source], onOutcome }).catch(() => undefined);
      }
    },
    [connect],
  );

  useEffect(() => {
    const controllers = running.current;
    const stop = () => controllers.forEach((controller) => controller.abort());
    // The browser may keep the page as it was and show it again on Back.
    const restart = ({ persisted }: PageTransitionEvent) => persisted && read(SOURCE_IDS);
    read(SOURCE_IDS);
    window.addEventListener('pagehide', stop);
    window.addEventListener('pageshow', restart);
    return () => {
      window.removeEventListener('pagehide', stop);
      window.removeEventListener('pageshow', restart);
      stop();
    };
  }, [read]);

  const checkAgain = useCallback(() => read(SOURCE_IDS), [read]);
  const tryAgain = useCallback((source: SourceId) => read([source]), [read]);
  return { checkup, checkAgain, tryAgain };
}

/**
 * What there is to judge, as soon as the integrations gave anything: an admin need not wait for 12,000 repositories
 * to see who is at risk. What is still being read is pending.
 */
export function gatheredOf(outcomes: Partial<Gathered>): Gathered | undefined {
  if (!outcomes.integrations) return undefined;
  return {
    integrations: outcomes.integrations,
    repositories: outcomes.repositories ?? { state: 'pending', source: 'repositories' },
    'server-info': outcomes['server-info'] ?? { state: 'pending', source: 'server-info' },
    myself: outcomes.myself ?? { state: 'pending', source: 'myself' },
  };
}
