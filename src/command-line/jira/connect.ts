import { createJiraClient, type JiraClient } from '../../core';
import { message } from '../../model/message';
import { HIDDEN } from '../../model/redact';
import { Fault } from '../fault';
import { tell, type Io } from '../io';
import type { JiraAddress } from './address';

/** What went wrong with the connection itself, as far as the answers do not tell it. */
export interface Trace {
  /** Code of Node's for the last connection that failed, such as `ECONNREFUSED`. */
  code?: string;
  /** Where redirects led to, without anything but the address itself, by the address that was asked. */
  readonly redirects: Map<string, string>;
}

export interface Connection {
  readonly address: JiraAddress;
  readonly client: JiraClient;
  readonly trace: Trace;
}

/** The first code in an error, in what it was caused by, or in the errors of all addresses that were tried. */
function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { code, cause, errors } = error as { code?: unknown; cause?: unknown; errors?: unknown };
  if (typeof code === 'string') return code;
  return codeOf(cause) ?? (Array.isArray(errors) ? codeOf(errors[0]) : undefined);
}

function redirectOf(response: Response, url: string): string | undefined {
  const to = response.headers.get('Location');
  if (response.status < 300 || response.status >= 400 || to === null || !URL.canParse(to, url)) return undefined;
  const { origin, pathname } = new URL(to, url);
  return origin + pathname;
}

/** Shorter than any token of Jira's: it may be a word of the answer. */
const SHORTEST_TOKEN = 12;

/** An answer that repeats the token, as those of some proxies do, is read without it. */
function withoutToken(response: Response, token: string): Response {
  if (token.length < SHORTEST_TOKEN) return response;
  const inJson = token.replaceAll('/', '\\/');
  const read = async () => {
    const text = await Response.prototype.text.call(response);
    const isRepeated = text.includes(token) || text.includes(inJson);
    return isRepeated ? text.replaceAll(token, HIDDEN).replaceAll(inJson, HIDDEN) : text;
  };
  return Object.assign(response, { text: read });
}

/**
 * Sends only what reads, only to that Jira, and follows no redirect: the token does not travel.
 *
 * @param trace is told what goes wrong
 */
function reader(address: JiraAddress, token: string, trace: Trace, io: Io): Io['send'] {
  return async (url, init) => {
    const isRead = (init.method ?? 'GET') === 'GET' && init.body === undefined;
    if (!isRead || new URL(url).origin !== address.origin) throw new Error('Only reads of that Jira are sent.');
    const headers = new Headers(init.headers);
    headers.set('Authorization', `Bearer ${token}`);
    headers.set('User-Agent', `git-integration-checkup/${io.version}`);
    const { signal } = init;
    try {
      const response = await io.send(url, { method: 'GET', headers, redirect: 'manual', ...(signal && { signal }) });
      const redirect = redirectOf(response, url);
      if (redirect !== undefined) trace.redirects.set(url, redirect);
      return withoutToken(response, token);
    } catch (error) {
      const code = codeOf(error);
      if (code !== undefined) trace.code = code;
      throw error;
    }
  };
}

/** How Jira is read: as in the panel, with a token in place of the session. Pauses that Jira asks for are told. */
export async function connect(address: JiraAddress, token: string, io: Io): Promise<Connection> {
  if (io.env['NODE_TLS_REJECT_UNAUTHORIZED'] === '0') throw new Fault(message('command.fault.unverified'));
  if (address.isClearText) await tell(io, message('command.warning.clear-text'));
  const trace: Trace = { redirects: new Map() };
  const client = createJiraClient({
    contextPath: address.baseUrl,
    signedIn: true,
    send: reader(address, token, trace, io),
    now: io.now,
    sleep: io.sleep,
    onWait: ({ source, kind, pause }) =>
      void tell(io, message(`waiting.${kind}`, message(`source.${source}`), { duration: pause })),
  });
  return { address, client, trace };
}
