import type { Gathered, GatheredSource, Outcome, SourceFailure } from '../model/gathered';
import { loadIntegrations } from './integrations';
import { loadMyself, loadServerInfo } from './jira';
import type { JiraClient } from './jira-client';
import { loadRepositories } from './repositories';
import { SourceError } from './source-error';

type ValueOf<Source extends GatheredSource> = Extract<Gathered[Source], { state: 'read' }>['value'];

/** How each source is read. */
const LOADERS: { readonly [Source in GatheredSource]: (client: JiraClient, signal: AbortSignal) => Promise<ValueOf<Source>> } = {
  integrations: loadIntegrations,
  repositories: loadRepositories,
  'server-info': loadServerInfo,
  myself: loadMyself,
};

function unexpected(source: GatheredSource, error: unknown): SourceFailure {
  const detail = error instanceof Error ? error.name : typeof error;
  return { kind: 'malformed', source, request: source, detail, at: Date.now() };
}

/**
 * Reads one source. A failure is a value, so that the other sources are used; only an aborted signal rejects.
 */
export async function collectSource<Source extends GatheredSource>(
  source: Source,
  client: JiraClient,
  signal: AbortSignal,
): Promise<Outcome<ValueOf<Source>>> {
  try {
    return { state: 'read', value: await LOADERS[source](client, signal) };
  } catch (error) {
    if (signal.aborted) throw error;
    return { state: 'failed', failure: error instanceof SourceError ? error.failure : unexpected(source, error) };
  }
}
