import { delay, http, HttpResponse, type HttpHandler, type JsonBodyType } from 'msw';

import type { Instance } from './instance';
import { indexedDates, queueSample, REINDEX_INTERVAL } from './queue';
import { createProperties, type VirtualProperties } from './properties';
import { queuePage } from './queue-page';
import { indexed, sinceIndexed, upToDate } from './indexed';
import type { IntegrationRow } from './rows';
import type { Scenario, Trouble } from './scenarios';
import { bodyOf, putIntegration, type OnWrite, type Write } from './writes';
import { PROPERTY_KEY } from '../sources/writer';

/** Under which the app keeps what admins share. */
const SHARED_KEY = `${PROPERTY_KEY}.decisions`;

const GIJ = 'com.xiplink.jira.git.jira_git_plugin';

const LOGIN_PAGE =
  '<!DOCTYPE html><html><body><form id="login-form" action="/login.jsp"><input name="os_username"></form></body></html>';

/** Jira's page "Scheduler details", as old versions are known to write it. */
const SCHEDULER_PAGE = `<!DOCTYPE html><html><body><table class="runners"><tbody>
<tr class="runner" data-runner-id="1"><td class="runner-key" data-runner-key="com.bigbrassband.jira.git.jiraservices.jobs.RevisionIndexJob">RevisionIndexJob</td></tr>
<tr class="job-details" data-runner-id="1"><td><dl class="details"><dt>Schedule</dt><dd class="schedule">${REINDEX_INTERVAL} minutes</dd></dl></td></tr>
</tbody></table></body></html>`;

/** A Jira with GIJ that is not there: it answers as the vendor's pages and shared facts say, and remembers a PUT. */
export interface VirtualJira {
  readonly handlers: HttpHandler[];
  /** What an admin may export of the indexing queue, as CSV. */
  readonly queueExport: () => string;
  /** What a browser copies of the page "Indexing queue". */
  readonly queuePage: () => string;
  /** Ends the session, as a time-out does, or logs in again. */
  readonly setLoggedIn: (loggedIn: boolean) => void;
  readonly properties: VirtualProperties;
  /** Has a say in how each PUT of an integration ends, in the place of the scenario; called before anything is done. */
  readonly onWrite: (handler: OnWrite) => void;
  /** Each PUT of an integration that arrived, in their order. */
  readonly writes: readonly Write[];
  /** What GIJ has of an integration. */
  readonly integration: (id: number) => Readonly<IntegrationRow> | undefined;
  /** Somebody else changes an integration, or deletes it. */
  readonly edit: (id: number, changes: Readonly<Record<string, unknown>> | 'delete') => void;
}

export interface VirtualJiraOptions {
  /** Where Jira runs, such as `http://localhost:3000/jira`; `*` for anywhere. */
  readonly base: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

const headers = { 'X-AUSERNAME': 'admin' };

function loginPage(): HttpResponse<JsonBodyType> {
  return HttpResponse.text(LOGIN_PAGE, { headers: { 'X-AUSERNAME': 'anonymous', 'Content-Type': 'text/html' } });
}

function troubled(trouble: Trouble): HttpResponse<JsonBodyType> {
  switch (trouble) {
    case 'missing':
      return HttpResponse.text('<html><body>Not found</body></html>', { status: 404, headers });
    case 'forbidden':
      return HttpResponse.json(
        { success: false, error: 'You do not have permission for this operation.' },
        { status: 403, headers },
      );
    case 'server-error':
      return HttpResponse.json(
        { message: 'java.lang.OutOfMemoryError: Java heap space', 'status-code': 500 },
        { status: 500, headers },
      );
    case 'busy-once':
      return HttpResponse.json({}, { status: 429, headers: { ...headers, 'Retry-After': '3' } });
  }
}

/** GIJ shows what only the answer about one integration has (gij.md, quirk 5). */
function listed(row: IntegrationRow, now: number): JsonBodyType {
  return { ...sinceIndexed(row, now), tagsFilter: undefined, detailsOnly: undefined } as JsonBodyType;
}

function detailed({ detailsOnly, ...row }: IntegrationRow, now: number): JsonBodyType {
  const tagsFilter = row['showAllTags'] === true ? '' : 'v[0-9.]+';
  const shown = { tagsFilter, ...sinceIndexed(row, now), ...(detailsOnly as object | undefined) };
  return { ...shown, showAllTags: undefined, prHideFilter: undefined } as JsonBodyType;
}

/** Starts a virtual Jira in the state that a scenario begins with. */
export function createVirtualJira(scenario: Scenario, { base, now }: VirtualJiraOptions): VirtualJira {
  const started = now();
  const instance: Instance = scenario.instance({ now: started });
  const queued = indexed(instance, started);
  let busy = true;
  let loggedIn = scenario.loggedOut !== true;
  let onWrite: OnWrite | undefined = scenario.writes?.();
  const writes: Write[] = [];

  async function answer(trouble: Trouble | undefined, usual: () => JsonBodyType | Response | undefined) {
    if (scenario.delay !== undefined) await delay(scenario.delay);
    if (!loggedIn) return loginPage();
    const troublesome = trouble !== 'busy-once' || busy;
    if (trouble === 'busy-once') busy = false;
    if (trouble && troublesome) return troubled(trouble);
    const body = usual();
    if (body instanceof Response) return body;
    return body === undefined ? troubled('missing') : HttpResponse.json(body, { headers });
  }

  const integrationOf = (id: unknown) => instance.integrations.find((row) => String(row.id) === String(id));
  const gij = `${base}/rest/gitplugin/1.0`;

  const properties = createProperties({
    base,
    async instead() {
      if (scenario.delay !== undefined) await delay(scenario.delay);
      return loggedIn ? undefined : loginPage();
    },
  });
  const { shared } = scenario;
  if (shared) properties.of({ of: 'issuetype', id: '10000' }).set(SHARED_KEY, shared({ now: started }));

  const handlers = [
    ...properties.handlers,
    http.get(`${gij}/integration`, () =>
      answer(scenario.integrations, () => ({
        success: true,
        integrations: instance.integrations.map((row) => listed(row, now())),
      })),
    ),
    http.get(`${gij}/integration/:id`, ({ params }) =>
      answer(scenario.integrations, () => {
        const row = integrationOf(params['id']);
        return row && { success: 'true', integration: [detailed(row, now())] };
      }),
    ),
    http.put(`${gij}/integration/:id`, async ({ params, request }) => {
      const body = await bodyOf(request);
      if (body instanceof Response) return body;
      const write = { id: String(params['id']), body };
      writes.push(write);
      const trouble = onWrite?.(write);
      return answer(scenario.integrations, () => {
        const row = integrationOf(params['id']);
        const answered = () => listed({ ...row, id: row?.id ?? 0, requireUserPat: undefined }, now());
        return row && putIntegration(instance, row, { body, trouble, answered });
      });
    }),
    http.get(`${gij}/repository`, () =>
      answer(scenario.repositories, () => {
        const repositories = upToDate(instance.repositories, indexedDates({ now: now() }, queued), now());
        return { success: true, repositories: repositories as JsonBodyType };
      }),
    ),
    http.get(`${base}/rest/api/2/serverInfo`, () =>
      answer(undefined, () => ({
        version: '10.3.2',
        deploymentType: 'Server',
        serverTitle: 'Virtual Jira',
        serverTime: new Date(now()).toISOString().replace('Z', '+0000'),
      })),
    ),
    http.get(`${base}/secure/admin/SchedulerAdmin.jspa`, () =>
      answer(scenario.schedule, () => HttpResponse.html(SCHEDULER_PAGE, { headers })),
    ),
    http.get(`${base}/rest/plugins/1.0/${GIJ}-key`, () =>
      answer(scenario.integrations === 'busy-once' ? undefined : scenario.integrations, () =>
        HttpResponse.text(JSON.stringify({ key: GIJ, enabled: true, version: '5.1.1' }), {
          headers: { ...headers, 'Content-Type': 'application/vnd.atl.plugins.plugin+json' },
        }),
      ),
    ),
    http.get(`${base}/rest/api/2/myself`, () =>
      answer(undefined, () => ({ name: 'admin', displayName: 'Ada Admin', active: true })),
    ),
  ];
  return {
    handlers,
    properties,
    queueExport: () => queueSample({ now: now() }, { ...instance, repositories: queued }),
    queuePage: () => queuePage({ now: now() }, { ...instance, repositories: queued }),
    setLoggedIn(value) {
      loggedIn = value;
    },
    onWrite(handler) {
      onWrite = handler;
    },
    writes,
    integration: integrationOf,
    edit(id, changes) {
      const { integrations } = instance;
      const place = integrations.findIndex((row) => row.id === id);
      if (changes === 'delete') integrations.splice(place, 1);
      else Object.assign(integrations[place] ?? {}, changes);
    },
  };
}
