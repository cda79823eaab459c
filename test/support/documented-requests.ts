import { WRITABLE_FIELDS } from '../../src/model/change';

/** A request that left the page of an admin. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  /** By their names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Of the page itself: what Jira's web-resource manager and AUI fetch for it. */
const FILES = [
  /^GET \/secure\/admin\/GitIntegrationCheckup\.jspa$/,
  /^GET \/(s|download|aui)\//,
  /^GET \/favicon\.ico$/,
  // A read, though it is a POST: the loader of web-resources asks so for the parts of a page.
  /^POST \/rest\/webResources\/1\.0\/resources$/,
];

/** What the panel asks for, and which page documents it. */
const READS: readonly (readonly [request: RegExp, documentedAs: string])[] = [
  [/^GET \/rest\/gitplugin\/1\.0\/integration$/, 'GIJ: List All Integrations API'],
  [/^GET \/rest\/gitplugin\/1\.0\/integration\/\d+$/, 'GIJ: Get Single Integration API'],
  [/^GET \/rest\/gitplugin\/1\.0\/repository$/, 'GIJ: List All Repositories API'],
  [/^GET \/rest\/api\/2\/serverInfo$/, 'Jira REST API: server info'],
  [/^GET \/rest\/api\/2\/myself$/, 'Jira REST API: current user'],
  [/^GET \/rest\/api\/2\/issuetype$/, 'Jira REST API: issue types'],
  [
    /^GET \/rest\/api\/2\/(issuetype\/\d+|project\/[A-Z][A-Z\d_]*)\/properties(\/git-integration-checkup\.[a-z\d.-]+)?$/,
    'Jira REST API: entity properties',
  ],
  [/^GET \/secure\/admin\/SchedulerAdmin\.jspa$/, 'Jira: page Scheduler details'],
  [/^GET \/rest\/plugins\/1\.0\/com\.xiplink\.jira\.git\.jira_git_plugin-key$/, 'Universal Plugin Manager: an app'],
];

/** What the panel writes, and which page documents it. */
const WRITES: readonly (readonly [request: RegExp, documentedAs: string])[] = [
  [/^PUT \/rest\/gitplugin\/1\.0\/integration\/\d+$/, 'GIJ: Update Existing Integration API'],
  [
    /^(PUT|DELETE) \/rest\/api\/2\/(issuetype\/\d+|project\/[A-Z][A-Z\d_]*)\/properties\/git-integration-checkup\.[a-z\d.-]+$/,
    'Jira REST API: entity properties',
  ],
];

const isIn = (known: typeof READS, line: string) => known.some(([request]) => request.test(line));

function lineOf({ method, url }: SentRequest, contextPath: string): string {
  return `${method} ${new URL(url).pathname.slice(contextPath.length)}`;
}

/** Requests that are neither files of the page nor the loader's. */
function ofPanel(requests: readonly SentRequest[], contextPath: string): readonly SentRequest[] {
  return requests.filter((request) => !FILES.some((file) => file.test(lineOf(request, contextPath))));
}

/** The requests that change something, such as `PUT /rest/…`, in their order. */
export function writesIn(requests: readonly SentRequest[], contextPath: string): readonly string[] {
  return ofPanel(requests, contextPath)
    .filter(({ method }) => method !== 'GET')
    .map((request) => lineOf(request, contextPath));
}

function bodyComplaints({ method, url, body }: SentRequest): string[] {
  if (method !== 'PUT' || !url.includes('/gitplugin/')) return [];
  const sent = Object.keys(JSON.parse(body) as object);
  const allowed: readonly string[] = [...WRITABLE_FIELDS, 'disabled'];
  const others = sent.filter((field) => !allowed.includes(field));
  return [
    ...(sent.includes('disabled') ? [] : ['without disabled']),
    ...others.map((field) => `with the field ${field}`),
  ];
}

/**
 * What is wrong with requests of the page, a line each: to another origin, not documented, with a query, a write without
 * the header that Jira wants, one that asks for indexing, or one that sends more of an integration than its settings.
 *
 * @param page address of the page that they were sent from
 */
export function requestComplaints(requests: readonly SentRequest[], page: string, contextPath: string): string[] {
  const { origin } = new URL(page);
  const elsewhere = requests.filter(({ url }) => /^(https?|wss?):/.test(url) && new URL(url).origin !== origin);
  const others = ofPanel(
    requests.filter((request) => !elsewhere.includes(request) && /^https?:/.test(request.url)),
    contextPath,
  );
  const complaints = others.flatMap((request) => {
    const line = lineOf(request, contextPath);
    const isRead = isIn(READS, line);
    const wrong = [
      ...(isRead || isIn(WRITES, line) ? [] : ['not documented']),
      ...(new URL(request.url).search === '' ? [] : ['with a query']),
      ...(request.method === 'GET' || request.headers['x-atlassian-token'] === 'no-check'
        ? []
        : ['without X-Atlassian-Token']),
      ...(/reindex/i.test(request.url) ? ['asks for indexing'] : []),
      ...bodyComplaints(request),
    ];
    return wrong.map((what) => `${line}: ${what}`);
  });
  return [...elsewhere.map(({ url }) => `to another origin: ${url}`), ...complaints];
}
