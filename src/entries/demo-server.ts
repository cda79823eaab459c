import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { getResponse, type HttpHandler } from 'msw';

import { SCENARIOS } from '../demo/scenarios';
import { createVirtualJira } from '../demo/virtual-jira';

/** As Jira makes them: it looks like no word. */
const TOKEN = 'MDEyMzQ1Njc4OTAxOnZpcnR1YWwtamlyYS10b2tlbg';
const CONTEXT_PATH = '/jira';

export interface DemoServer {
  /** With the context path. */
  readonly url: string;
  /** The only one that it takes. */
  readonly token: string;
  readonly close: () => Promise<void>;
}

/** To whoever comes without the token. A real Jira answers some things to anybody. */
function refusal(): Response {
  const headers = { 'Content-Type': 'application/json', 'X-AUSERNAME': 'anonymous', 'WWW-Authenticate': 'OAuth' };
  return new Response(
    JSON.stringify({ message: 'Client must be authenticated to access this resource.', 'status-code': 401 }),
    {
      status: 401,
      headers,
    },
  );
}

async function answerOf(request: IncomingMessage, origin: string, handlers: HttpHandler[]): Promise<Response> {
  if (request.headers.authorization !== `Bearer ${TOKEN}`) return refusal();
  if (request.method !== 'GET') return new Response(null, { status: 405 });
  const asked = new Request(new URL(request.url ?? '/', origin));
  return (await getResponse(handlers, asked)) ?? new Response('<html><body>Not found</body></html>', { status: 404 });
}

async function send(answer: Response, response: ServerResponse): Promise<void> {
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(Buffer.from(await answer.arrayBuffer()));
}

function scenarioOf(id: string | undefined) {
  const scenario = SCENARIOS.find((one) => one.id === (id ?? SCENARIOS[0]?.id));
  if (scenario) return scenario;
  throw new Error(`There is no scenario of that name. There are: ${SCENARIOS.map((one) => one.id).join(', ')}.`);
}

/**
 * A virtual Jira over HTTP, for this machine only. It answers reads.
 *
 * @param id of the scenario; the first one where it is left out
 */
export async function startDemoServer(id: string | undefined, now: () => number = Date.now): Promise<DemoServer> {
  const jira = createVirtualJira(scenarioOf(id), { base: `*${CONTEXT_PATH}`, now });
  const server = createServer((request, response) => {
    const origin = `http://${request.headers.host ?? '127.0.0.1'}`;
    void answerOf(request, origin, jira.handlers).then((answer) => send(answer, response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${CONTEXT_PATH}`,
    token: TOKEN,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
