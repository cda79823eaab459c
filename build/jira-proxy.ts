import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';

import { isOwnRequest } from './own-page';
import { authorization, checkRealJira, networkReason, type RealJira } from './real-jira';

/** Where the page asks whether the real Jira can be reached. */
const STATUS_PATH = '/__checkup/status';

/** All that the panel reads, below the context path. `{id}` is a whole number. */
export const PANEL_PATHS: readonly string[] = [
  '/rest/api/2/myself',
  '/rest/api/2/serverInfo',
  '/rest/gitplugin/1.0/integration',
  '/rest/gitplugin/1.0/integration/{id}',
  '/rest/gitplugin/1.0/repository',
  '/rest/plugins/1.0/com.xiplink.jira.git.jira_git_plugin-key',
  '/secure/admin/SchedulerAdmin.jspa',
];

/** Where Jira leads from a page of an administrator: its password form. */
const PASSWORD_FORM = '/secure/admin/WebSudoAuthenticate!default.jspa';

/** Of an answer, what the panel looks at. */
const PASSED_BACK = ['Content-Type', 'X-AUSERNAME', 'Retry-After'];

/**
 * The path below the context path, where the panel reads it. It is compared as it was sent: what is written in another
 * way, with dot segments, double slashes, escapes or a query, is none of these.
 */
function panelPath(url: string, { contextPath }: RealJira): string | undefined {
  if (!url.startsWith(contextPath)) return undefined;
  const path = url.slice(contextPath.length);
  const isRead =
    path === PASSWORD_FORM || (!path.includes('{') && PANEL_PATHS.includes(path.replace(/\/[1-9]\d{0,15}$/, '/{id}')));
  return isRead ? path : undefined;
}

/** Where a redirect leads to, if it stays in what the panel reads. */
function redirectOf(answer: Response, from: string, jira: RealJira): string | undefined {
  const location = answer.headers.get('Location');
  if (location === null || !URL.canParse(location, from)) return undefined;
  const { origin, pathname } = new URL(location, from);
  return origin === jira.origin && panelPath(pathname, jira) !== undefined ? pathname : undefined;
}

function sendJson(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...headers });
  response.end(JSON.stringify(body));
}

/** Asks Jira with the token, and with nothing that the browser sent. A redirect is not followed: the token stays here. */
async function passOn(path: string, jira: RealJira, response: ServerResponse): Promise<void> {
  const left = new AbortController();
  response.on('close', () => left.abort());
  const from = jira.url + path;
  const headers = { Accept: path.startsWith('/rest/') ? 'application/json' : 'text/html', ...authorization(jira) };
  try {
    const answer = await fetch(from, { headers, redirect: 'manual', signal: left.signal });
    const passed = PASSED_BACK.map((name) => [name, answer.headers.get(name)] as const);
    for (const [name, value] of [...passed, ['Location', redirectOf(answer, from, jira) ?? null] as const]) {
      if (value !== null) response.setHeader(name, value);
    }
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.writeHead(answer.status);
    if (answer.body) await pipeline(Readable.fromWeb(answer.body as ReadableStream), response);
    else response.end();
  } catch (error) {
    if (left.signal.aborted) return;
    const message = `${jira.url} could not be reached (${networkReason(error)}).`;
    console.error(message);
    if (response.headersSent) response.destroy();
    else sendJson(response, 502, { message });
  }
}

/**
 * Stands before everything else that the development server answers while it shows a real Jira: lends the token to its
 * own page only, for what the panel reads and nothing else. It never writes.
 *
 * @param port that the server listens on
 */
export function jiraProxy(jira: RealJira, port: number) {
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const { url = '', method } = request;
    if (!isOwnRequest(request, port))
      return sendJson(response, 403, { message: 'Only the page of this server may ask.' });
    if (method !== 'GET') return sendJson(response, 405, { message: 'This server only reads.' }, { Allow: 'GET' });
    if (url === STATUS_PATH) return void checkRealJira(jira).then((status) => sendJson(response, 200, status));
    const path = panelPath(url, jira);
    if (path === undefined) return next();
    void passOn(path, jira, response);
  };
}
