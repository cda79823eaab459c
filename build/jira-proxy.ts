import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';

import { isOwnPage, isOwnRequest } from './own-page';
import { isOfPanel, type PanelMethod } from './panel-paths';
import { authorization, checkRealJira, networkReason, type RealJira } from './real-jira';

/** Where the page asks whether the real Jira can be reached. */
const STATUS_PATH = '/__checkup/status';

/** Of an answer, what the panel looks at. */
const PASSED_BACK = ['Content-Type', 'X-AUSERNAME', 'Retry-After'];

/** The path below the context path, as it was sent; undefined of what lies elsewhere. */
function pathBelow(url: string, { contextPath }: RealJira): string | undefined {
  return url.startsWith(contextPath) ? url.slice(contextPath.length) : undefined;
}

/** Where a redirect leads to, if it stays in what the panel reads. */
function redirectOf(answer: Response, from: string, jira: RealJira): string | undefined {
  const location = answer.headers.get('Location');
  if (location === null || !URL.canParse(location, from)) return undefined;
  const { origin, pathname } = new URL(location, from);
  const path = pathBelow(pathname, jira);
  return origin === jira.origin && path !== undefined && isOfPanel('GET', path) ? pathname : undefined;
}

function sendJson(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...headers });
  response.end(JSON.stringify(body));
}

/** The most that the panel sends in one request, in bytes: more than Jira takes as the value of a property. */
const LONGEST_BODY = 64 * 1024;

/** A browser says how long what it sends is. */
function isTooLong({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > LONGEST_BODY;
}

interface Sent {
  readonly method: PanelMethod;
  readonly path: string;
  readonly body?: string;
}

/** What Jira needs to know of a write: that no other site forged it, and that it is JSON. */
function writeHeaders({ method, body }: Sent): Record<string, string> {
  if (method === 'GET') return {};
  return { 'X-Atlassian-Token': 'no-check', ...(body !== undefined && { 'Content-Type': 'application/json' }) };
}

/**
 * Asks Jira with the token, and with nothing that the browser sent but the body of a PUT. A redirect is not followed: the
 * token stays here.
 */
async function passOn(sent: Sent, jira: RealJira, response: ServerResponse): Promise<void> {
  const { method, path, body = null } = sent;
  const left = new AbortController();
  response.on('close', () => left.abort());
  const from = jira.url + path;
  const accept = { Accept: path.startsWith('/rest/') ? 'application/json' : 'text/html' };
  const headers = { ...accept, ...writeHeaders(sent), ...authorization(jira) };
  try {
    const answer = await fetch(from, { method, body, headers, redirect: 'manual', signal: left.signal });
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
 * own page only, for what the panel reads and writes and nothing else.
 *
 * @param port that the server listens on
 */
export function jiraProxy(jira: RealJira, port: number) {
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const { url = '', method } = request;
    if (!isOwnRequest(request, port))
      return sendJson(response, 403, { message: 'Only the page of this server may ask.' });
    const path = pathBelow(url, jira);
    if (path !== undefined && isOfPanel(method, path)) {
      if (method === 'GET') return void passOn({ method, path }, jira, response);
      if (!isOwnPage(request))
        return sendJson(response, 403, { message: 'Only the page of this server may change anything.' });
      if (isTooLong(request)) return sendJson(response, 413, { message: 'This is more than the panel sends.' });
      const left = () => response.destroy();
      if (method === 'DELETE') return void passOn({ method, path }, jira, response);
      return void text(request).then((body) => passOn({ method, path, body }, jira, response), left);
    }
    if (method !== 'GET') return sendJson(response, 405, { message: 'This server only reads here.' }, { Allow: 'GET' });
    if (url === STATUS_PATH) return void checkRealJira(jira).then((status) => sendJson(response, 200, status));
    next();
  };
}
