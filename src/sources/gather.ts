import { SOURCE_IDS, type Gathered, type SourceFailure } from '../model/gathered';
import type { SourceId } from '../model/reading';
import { loadGijVersion } from './gij-version';
import { loadIntegrations } from './integrations';
import { loadMyself, loadServerInfo } from './jira';
import type { JiraClient } from './jira-client';
import { loadRepositories } from './repositories';
import { loadSchedule } from './schedule';
import { SourceError } from './source-error';

type ValueOf<Source extends SourceId> = Extract<Gathered[Source], { state: 'read' }>['value'];

/** How each source is read. */
const LOADERS: {
  readonly [Source in SourceId]: (client: JiraClient, signal: AbortSignal) => Promise<ValueOf<Source>>;
} = {
  integrations: loadIntegrations,
  repositories: loadRepositories,
  'server-info': loadServerInfo,
  myself: loadMyself,
  // Nobody waits for it, and whoever opens the page may not be allowed to see it.
  schedule: (client, signal) => loadSchedule(client, signal, { once: true, timeout: 10_000 }),
  'gij-version': loadGijVersion,
};

export interface GatherOptions {
  readonly signal: AbortSignal;
  /** All of them where it is left out. Those that are not named stay pending. */
  readonly sources?: readonly SourceId[];
  /** Called with each source as soon as it was read or failed; not once the signal is aborted. */
  readonly onOutcome?: (source: SourceId, outcome: Gathered[SourceId]) => void;
}

function unexpected(source: SourceId, error: unknown): SourceFailure {
  const detail = error instanceof Error ? error.name : typeof error;
  return { kind: 'malformed', source, request: source, detail, at: Date.now() };
}

async function gatherOne(source: SourceId, client: JiraClient, signal: AbortSignal): Promise<Gathered[SourceId]> {
  try {
    const value = await LOADERS[source](client, signal);
    return { state: 'read', value };
  } catch (error) {
    const failure = error instanceof SourceError ? { ...error.failure, source } : unexpected(source, error);
    return { state: 'failed', failure };
  }
}

/**
 * Reads the sources, all at the same time. A failure is a value, so that the other sources are used; only an aborted
 * signal rejects.
 */
export async function gather(client: JiraClient, options: GatherOptions): Promise<Gathered> {
  const { signal, sources = SOURCE_IDS, onOutcome } = options;
  const pending = SOURCE_IDS.map((source) => [source, { state: 'pending', source }] as const);
  const outcomes = sources.map(async (source) => {
    const outcome = await gatherOne(source, client, signal);
    signal.throwIfAborted();
    onOutcome?.(source, outcome);
    return [source, outcome] as const;
  });
  return Object.fromEntries([...pending, ...(await Promise.all(outcomes))]) as unknown as Gathered;
}
