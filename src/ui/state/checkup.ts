import { REQUIRED_SOURCES, SOURCE_IDS, type Gathered, type SourceFailure } from '../../model/gathered';
import type { Integration } from '../../model/integration';
import type { FailureKind, SourceId } from '../../model/reading';
import { gather } from '../../sources/gather';
import type { JiraClient, JiraClientOptions, Wait } from '../../sources/jira-client';
import { createStore, type Store } from '../../steps/store';
import { whileShown } from './while-shown';

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

const NOTHING_YET: Checkup = { outcomes: {}, fresh: {}, failures: [], reading: [], waits: [] };

/** True once each source that the page waits for gave something: from then on readings are shown whole, so that no two moments are mixed. */
export function isComplete(outcomes: Partial<Gathered>): outcomes is Gathered {
  return REQUIRED_SOURCES.every((source) => outcomes[source] !== undefined);
}

/** The outcome, but what was read before where it failed. */
function keptOr(outcome: Gathered[SourceId], earlier: Gathered[SourceId] | undefined): Gathered[SourceId] {
  return outcome.state === 'failed' && earlier?.state === 'read' ? earlier : outcome;
}

/** A failure is told at once; that it is over, with what was read instead. */
function finished(state: Checkup, source: SourceId, outcome: Gathered[SourceId]): Partial<Checkup> {
  const reading = state.reading.filter((one) => one !== source);
  const waits = state.waits.filter((wait) => wait.source !== source);
  const fresh = { ...state.fresh, [source]: outcome };
  const earlier = state.outcomes[source];
  const keptFrom = earlier?.state === 'read' ? earlier.value.stamp.readAt : undefined;
  const others = state.failures.filter((failure) => failure.source !== source);
  const isTold = outcome.state === 'failed' && REQUIRED_SOURCES.includes(source);
  const failures = isTold ? [...others, { ...outcome.failure, keptFrom }] : state.failures;
  if (reading.length > 0 && isComplete(state.outcomes)) return { fresh, failures, reading, waits };
  const shown = SOURCE_IDS.flatMap((id) => (fresh[id] ? [[id, keptOr(fresh[id], state.outcomes[id])] as const] : []));
  return {
    outcomes: { ...state.outcomes, ...(Object.fromEntries(shown) as Partial<Gathered>) },
    fresh: {},
    failures: failures.filter((failure) => fresh[failure.source]?.state !== 'read'),
    reading,
    waits,
  };
}

function started(state: Checkup, sources: readonly SourceId[]): Partial<Checkup> {
  const isAsked = (source: SourceId) => sources.some((one) => one === source);
  return {
    fresh: Object.fromEntries(Object.entries(state.fresh).filter(([source]) => !isAsked(source as SourceId))),
    reading: [...new Set([...state.reading, ...sources.filter((one) => REQUIRED_SOURCES.includes(one))])],
    waits: state.waits.filter(({ source }) => !isAsked(source)),
  };
}

/** Makes a client that tells of each pause Jira asks for, and of its end. */
export type ConnectClient = (pauses: Required<Pick<JiraClientOptions, 'onWait' | 'onWaited'>>) => JiraClient;

export interface CheckupStore extends Store<Checkup> {
  /** Reads all sources, and again where the page comes back; answers how to end that. */
  readonly start: () => () => void;
  readonly checkAgain: () => void;
  readonly tryAgain: (sources: readonly SourceId[]) => void;
  /** One integration was read by itself: it takes the place of the one that is shown. */
  readonly replace: (integration: Integration) => void;
}

function withIntegration(outcomes: Partial<Gathered>, integration: Integration): Partial<Gathered> {
  const { integrations } = outcomes;
  if (integrations?.state !== 'read') return outcomes;
  const replaced = integrations.value.integrations.map((one) => (one.key === integration.key ? integration : one));
  return { ...outcomes, integrations: { ...integrations, value: { ...integrations.value, integrations: replaced } } };
}

/** What an admin puts right in another tab, and comes back from. */
const ACCESS: readonly FailureKind[] = ['unauthorised', 'websudo'];

/**
 * Reads all sources, and again on request: reading a source anew ends the reading of it that is under way. What failed for
 * a session that had ended is read once more each time the admin comes back to the page.
 */
export function createCheckup(connect: ConnectClient): CheckupStore {
  const { change, ...store } = createStore(NOTHING_YET);
  const running = new Map<SourceId, AbortController>();

  function read(sources: readonly SourceId[]): void {
    const waitsBut = (source: SourceId) => store.snapshot().waits.filter((wait) => wait.source !== source);
    const client = connect({
      onWait: (wait) => change({ waits: [...waitsBut(wait.source), wait] }),
      onWaited: (source) => change({ waits: waitsBut(source) }),
    });
    change(started(store.snapshot(), sources));
    for (const source of sources) {
      running.get(source)?.abort();
      const controller = new AbortController();
      const { signal } = controller;
      running.set(source, controller);
      const onOutcome = (_: SourceId, outcome: Gathered[SourceId]) =>
        change(finished(store.snapshot(), source, outcome));
      gather(client, { signal, sources: [source], onOutcome }).catch((mistake: unknown) => {
        // Where it was aborted nobody waits for it.
        if (!signal.aborted) throw mistake;
      });
    }
  }

  function readWhatWasRefused(): void {
    const { failures, reading } = store.snapshot();
    const refused = failures.filter(({ kind, source }) => ACCESS.includes(kind) && !reading.includes(source));
    if (refused.length > 0) read(refused.map(({ source }) => source));
  }

  return {
    ...store,
    start() {
      return whileShown((signal) => {
        window.addEventListener('focus', readWhatWasRefused);
        signal.addEventListener('abort', () => {
          window.removeEventListener('focus', readWhatWasRefused);
          running.forEach((controller) => controller.abort());
        });
        read(SOURCE_IDS);
      });
    },
    checkAgain: () => read(SOURCE_IDS),
    tryAgain: read,
    replace(integration) {
      const { outcomes, fresh, reading } = store.snapshot();
      change({ outcomes: withIntegration(outcomes, integration), fresh: withIntegration(fresh, integration) });
      // What is on its way may be older.
      if (reading.includes('integrations')) read(['integrations']);
    },
  };
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
    schedule: outcomes.schedule ?? { state: 'pending', source: 'schedule' },
    'gij-version': outcomes['gij-version'] ?? { state: 'pending', source: 'gij-version' },
  };
}
