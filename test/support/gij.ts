import { http, HttpResponse, type JsonBodyType } from 'msw';
import { setupServer } from 'msw/node';

import type { IntegrationList, RepositoryList } from '../../src/model/integration';
import { loadIntegrations } from '../../src/sources/integrations';
import { loadRepositories } from '../../src/sources/repositories';
import { ORIGIN, testClient } from './client';

const GIJ = `${ORIGIN}/jira/rest/gitplugin/1.0`;

/** A row of the list of integrations that lacks nothing but its id. */
export const COMPLETE = {
  displayName: 'GitHub: acme',
  origin: 'https://api.github.com',
  integrationType: 'GITHUB',
  disabled: false,
  requireUserPat: true,
  gitViewerEnabled: true,
  disableSslVerification: false,
  trustFolderStat: false,
  global: true,
  revisionIndexing: true,
  smartCommitsEnabled: false,
  sendCommitEmails: false,
  showAllTags: false,
  tagsFilter: '',
  initDate: 1_700_000_000_000,
  lastIndexedDate: 1_750_000_000_000,
};

/** A server that answers nothing but what a test says; an unhandled request fails the test. */
export function gijServer() {
  const server = setupServer();
  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
  afterEach(() => server.resetHandlers());
  afterAll(() => server.close());

  const answer = (path: string, body: JsonBodyType, init?: ResponseInit) =>
    server.use(http.get(GIJ + path, () => HttpResponse.json(body, init)));

  return {
    answer,
    /** Answers the list with these rows, and each of them by itself with the same, in its own envelope. */
    integrations(...rows: ({ id: number | string } & Record<string, JsonBodyType>)[]) {
      answer('/integration', { success: true, integrations: rows });
      for (const row of rows) answer(`/integration/${row.id}`, { success: 'true', integration: [row] });
    },
    repositories: (...rows: JsonBodyType[]) => answer('/repository', { success: true, repositories: rows }),
    page: (path: string, html: string, headers: Record<string, string> = {}) =>
      server.use(http.get(GIJ + path, () => HttpResponse.html(html, { headers }))),
    use: server.use.bind(server),
    url: (path: string) => GIJ + path,
  };
}

export function readIntegrations(): Promise<IntegrationList> {
  return loadIntegrations(testClient(), new AbortController().signal);
}

export function readRepositories(): Promise<RepositoryList> {
  return loadRepositories(testClient(), new AbortController().signal);
}
