import type { Gathered, SourceFailure } from '../model/gathered';
import type { SourceId } from '../model/reading';
import { loadIntegrations } from './integrations';
import { loadMyself, loadServerInfo } from './jira';
import type { JiraClient } from './jira-client';
import { loadRepositories } from './repositories';
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
};

function unexpected(source: SourceId, error: unknown): SourceFailure {
  const detail = error instanceof Error ? error.name : typeof error;
  return { kind: 'malformed', source, request: source, detail, at: Date.now() };
}

/**
 * Reads one source. A failure is a value, so that the other sources are used; only an aborted signal rejects.
 */
export async function collectSource<Source extends SourceId>(
  source: Source,
  client: JiraClient,
  signal: AbortSignal,
): Promise<Gathered[Source]> {
  try {
    const value = await LOADERS[source](client, signal);
    return { state: 'read', value } as Gathered[Source];
  } catch (error) {
    if (signal.aborted) throw error;
    const failure = error instanceof SourceError ? { ...error.failure, source } : unexpected(source, error);
    return { state: 'failed', failure } as Gathered[Source];
  }
}
