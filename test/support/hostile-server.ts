import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const LOGIN_PAGE = '<!DOCTYPE html><form id="login-form"><input name="os_username"></form>';
const PROXY_PAGE = '<!DOCTYPE html><h1>Acme Web Gateway</h1><p>Access is being checked.</p>';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const page =
  (status: number, text: string, headers: Record<string, string> = {}): Answer =>
  (_, response) =>
    void response.writeHead(status, { 'Content-Type': 'text/html', ...headers }).end(text);

/** How an address below the server answers, whatever is asked for there. */
const ANSWERS: Readonly<Record<string, Answer>> = {
  login: page(200, LOGIN_PAGE, { 'X-AUSERNAME': 'anonymous' }),
  proxy: page(200, PROXY_PAGE),
  'proxy-error': page(502, PROXY_PAGE),
  nothing: page(404, '<html><body>Not found</body></html>'),
  token: page(401, '{"message":"Client must be authenticated to access this resource.","status-code":401}'),
  // What an echo of the request in an error would give away.
  echo: (request, response) =>
    void response.writeHead(403).end(JSON.stringify({ error: `refused: ${request.headers.authorization}` })),
  redirect: page(302, '', { Location: '/other/login?os_destination=x' }),
  busy: page(429, '{}', { 'Retry-After': '3600' }),
  starting: page(503, '{}', { 'Retry-After': '3600' }),
  reset: (_, response) => void response.destroy(),
  'half-an-answer': (_, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '1000' });
    response.write('{"success":true,"integrations":[');
    setTimeout(() => response.destroy(), 50);
  },
  silent: () => undefined,
  dripping: (_, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' });
    const timer = setInterval(() => response.write(' '), 20);
    response.on('close', () => clearInterval(timer));
  },
};

/** What was sent to `/other` in spite of everything. */
export interface HostileServer {
  readonly origin: string;
  /** Paths below `/other` that were asked for: a redirect leads there. */
  readonly followed: readonly string[];
  readonly methods: ReadonlySet<string>;
  readonly close: () => Promise<void>;
}

/** Listens on this machine, and says where. */
export async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

export function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

/** Everything that may stand where a Jira should, each at an address of its own. */
export async function startHostileServer(): Promise<HostileServer> {
  const followed: string[] = [];
  const methods = new Set<string>();
  const server = createServer((request, response) => {
    const [, name = ''] = (request.url ?? '').split('/');
    methods.add(request.method ?? '');
    if (name === 'other') followed.push(request.url ?? '');
    (ANSWERS[name] ?? page(404, ''))(request, response);
  });
  const port = await listening(server);
  return { origin: `http://127.0.0.1:${port}`, followed, methods, close: () => closed(server) };
}
