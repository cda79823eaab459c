import {
  createServer,
  request as ask,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';

import { isOf, type Endpoint } from './endpoints';
import { LOGIN_PAGE, WEBSUDO_PAGE } from './pages';

/** The answer that Jira would have given. */
export interface Good {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A request that is to be spoilt. */
export interface Exchange {
  readonly response: ServerResponse;
  readonly socket: Socket;
  readonly good: () => Promise<Good>;
  /** Address of a host that is not Jira. */
  readonly otherHost: string;
  readonly contextPath: string;
  /** How often the endpoint was asked for before, since the fault began. */
  readonly before: number;
}

export type Spoil = (exchange: Exchange) => void | Promise<void>;

/** Stands before a Jira, passes everything on, and spoils one endpoint while it is told to. */
export interface FaultProxy {
  /** The address of the page, as the browser is to open it. */
  readonly url: string;
  spoil(endpoint: Endpoint, spoil: Spoil): void;
  heal(): void;
  /** How often the spoilt endpoint was asked for. */
  asked(): number;
  /** True where the request goes to the spoilt endpoint. */
  isSpoilt(url: string): boolean;
  /** Address of the host that is not Jira. */
  readonly otherHost: string;
  /** What that host was asked for. */
  readonly elsewhere: string[];
  /** Nothing listens any more, as when Jira is down. */
  stop(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

const HTML = { 'Content-Type': 'text/html;charset=UTF-8' };

/** Pages of Jira that the virtual one does not have. */
const PAGES: Readonly<Record<string, string>> = {
  '/login.jsp': LOGIN_PAGE,
  '/secure/admin/WebSudoAuthenticate!default.jspa': WEBSUDO_PAGE,
};

function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function closed(server: ReturnType<typeof createServer>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/**
 * @param jira address of the plugin's page as the stand-in for the host serves it
 * @param contextPath of that Jira
 */
export async function startFaultProxy(jira: string, contextPath: string): Promise<FaultProxy> {
  const target = new URL(jira);
  const elsewhere: string[] = [];
  let fault: { readonly endpoint: Endpoint; readonly spoil: Spoil; asked: number } | undefined;

  const other = createServer((message, response) => {
    elsewhere.push(`${message.method} ${message.url}`);
    const { origin = '*' } = message.headers;
    response.writeHead(200, {
      ...HTML,
      'Access-Control-Allow-Origin': origin,
      'Access-Control-Allow-Credentials': 'true',
    });
    response.end(LOGIN_PAGE);
  });
  const otherHost = `http://localhost:${await listen(other, 0)}`;

  async function passedOn(message: IncomingMessage, sent: Buffer): Promise<Good> {
    const { method, url: path } = message;
    // What is spoilt has to be readable here.
    const headers = { ...message.headers, 'accept-encoding': 'identity' };
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const { hostname, port } = target;
      ask({ hostname, port, path, method, headers, agent: false }, resolve).on('error', reject).end(sent);
    });
    return { status: answer.statusCode ?? 0, headers: answer.headers, body: await buffer(answer) };
  }

  const below = (url: string): string => new URL(url, jira).pathname.slice(contextPath.length);
  const isSpoilt = (url: string): boolean => fault !== undefined && isOf(fault.endpoint, below(url));

  async function answer(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const sent = await buffer(message);
    const url = message.url ?? '/';
    if (fault && isSpoilt(url)) {
      const before = fault.asked;
      fault.asked += 1;
      await fault.spoil({
        response,
        socket: message.socket,
        good: () => passedOn(message, sent),
        otherHost,
        contextPath,
        before,
      });
      return;
    }
    const page = PAGES[below(url)];
    if (page !== undefined) {
      response.writeHead(200, HTML).end(page);
      return;
    }
    const { status, headers, body } = await passedOn(message, sent);
    // It is sent in one piece, whatever it came in.
    delete headers['transfer-encoding'];
    // As Jira does: without it the browser would compile the same scripts for each case.
    const lasting = /^\/(download|s)\//.test(below(url)) ? { 'cache-control': 'max-age=31536000' } : {};
    response.writeHead(status, { ...lasting, ...headers, 'content-length': body.length }).end(body);
  }

  const server = createServer((message, response) => {
    answer(message, response).catch((failure: unknown) => {
      // A browser that has left needs no answer.
      if (!response.headersSent && !message.socket.destroyed) response.writeHead(599).end(String(failure));
    });
  });
  // A connection that is closed while the browser takes it again would be a fault of its own.
  server.keepAliveTimeout = 0;
  const port = await listen(server, 0);
  return {
    url: `http://127.0.0.1:${port}${target.pathname}`,
    otherHost,
    elsewhere,
    isSpoilt,
    spoil(endpoint, spoil) {
      fault = { endpoint, spoil, asked: 0 };
    },
    heal() {
      fault = undefined;
    },
    asked: () => fault?.asked ?? 0,
    stop: () => closed(server),
    start: async () => void (await listen(server, port)),
    async close() {
      await Promise.all([closed(other), server.listening ? closed(server) : undefined]);
    },
  };
}
