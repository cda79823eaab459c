import type { SourceFailure } from '../model/gathered';
import type { FailureKind, SourceId, Stamp } from '../model/reading';
import { readAnswer, readPage, type Answer } from './answer';
import { attempt, browserSend, TIME_LIMIT, type Send, type Tried } from './attempt';
import { SourceError } from './source-error';

export type { Send } from './attempt';

/** Jira asks for a pause before the next try. */
export interface Wait {
  readonly source: SourceId;
  readonly kind: 'rate-limited' | 'starting';
  /** How long, in milliseconds. */
  readonly pause: number;
}

export interface JiraClientOptions {
  /** Context path of Jira, such as `/jira`; empty where it runs at the root. */
  readonly contextPath: string;
  /** The page says that somebody is signed in, so that an answer to an anonymous user means a lost session. */
  readonly signedIn?: boolean;
  /** How often a busy or starting Jira is asked again; three times where it is left out. */
  readonly mostRetries?: number;
  readonly send?: Send;
  readonly now?: () => number;
  /** Resolves after that many milliseconds; rejects when the signal is aborted. */
  readonly sleep?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Called before each pause that Jira asks for, so that the page can say that it waits. */
  readonly onWait?: (wait: Wait) => void;
  /** Called when the pause is over. */
  readonly onWaited?: (source: SourceId) => void;
}

export interface GetOptions {
  readonly source: SourceId;
  readonly signal: AbortSignal;
  /** Milliseconds for one try. */
  readonly timeout?: number;
  /** One request and no more: a pause that Jira asks for is not waited for. */
  readonly once?: boolean;
}

export interface JsonAnswer {
  readonly json: unknown;
  readonly stamp: Stamp<SourceId>;
}

export interface GetPageOptions {
  readonly source: SourceId;
  readonly signal: AbortSignal;
  readonly timeout?: number;
  /** Whether a page is the one that was asked for, and not a form that came in its stead. */
  readonly holds: (page: string) => boolean;
  /** One request and no more: a redirect is not followed, and a pause that Jira asks for is not waited for. */
  readonly once?: boolean;
}

export interface PageAnswer {
  readonly page: string;
  readonly stamp: Stamp<SourceId>;
}

export interface JiraClient {
  /** @param path below the context path, such as `/rest/api/2/myself` */
  get(path: string, options: GetOptions): Promise<JsonAnswer>;
  /** Reads a page of Jira as text. */
  getPage(path: string, options: GetPageOptions): Promise<PageAnswer>;
}

const MOST_RETRIES = 3;
const FIRST_PAUSE = 1_000;
/** A longer pause than this is not waited for: the admin is told instead. */
const LONGEST_PAUSE = 60_000;

/** Milliseconds that a `Retry-After` header asks for: seconds or a date; undefined where it says neither. */
export function retryAfter(header: string | null, now: number): number | undefined {
  if (header === null || header.trim() === '') return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

function sleepFor(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', stop, { once: true });
  });
}

/** Some of Jira's own resources (those of UPM) answer with JSON under a type of their own. */
const FOR_DATA = { headers: { Accept: 'application/json, */*;q=0.1' } } as const;
const FOR_PAGE = { headers: { Accept: 'text/html' } } as const;

/** One try for a page. Jira redirects to its own password form; a redirect that leads to another host is a lost session. */
async function attemptPage(send: Send, url: string, signal: AbortSignal, timeout: number) {
  const first = await attempt(send, url, signal, timeout, FOR_PAGE);
  if ('failed' in first || first.status < 300 || first.status >= 400) return first;
  const second = await attempt(send, url, signal, timeout, { ...FOR_PAGE, redirect: 'follow', mode: 'same-origin' });
  return 'failed' in second && second.failed === 'network' ? first : second;
}

type Failed = Answer & { readonly ok: false };
type Understand<Good> = (status: number, text: string, anonymous: boolean) => (Good & { readonly ok: true }) | Failed;

interface Question<Good> {
  readonly source: SourceId;
  readonly path: string;
  readonly signal: AbortSignal;
  /** How often a busy Jira is asked again. */
  readonly mostRetries: number;
  readonly tryOnce: () => Promise<Tried>;
  readonly understand: Understand<Good>;
}

/**
 * Reads from the Jira the page runs in, with the admin's session. A busy (429) or starting (503) Jira is
 * asked again up to three times. Throws {@link SourceError}; an aborted signal rejects with its reason.
 */
export function createJiraClient(options: JiraClientOptions): JiraClient {
  const { contextPath, onWait, mostRetries: most = MOST_RETRIES } = options;
  const send = options.send ?? browserSend;
  const now = options.now ?? Date.now;
  const sleep = options.sleep ?? sleepFor;

  async function ask<Good>({ source, path, signal, mostRetries, tryOnce, understand }: Question<Good>): Promise<Good> {
    const failure = (rest: Omit<SourceFailure, 'source' | 'request' | 'at'>) =>
      new SourceError({ source, request: `GET ${path}`, at: now(), ...rest });
    for (let tries = 0; ; tries += 1) {
      const got = await tryOnce();
      if ('failed' in got) throw failure({ kind: got.failed });
      const anonymous = got.headers.get('X-AUSERNAME') === 'anonymous';
      // Anybody may ask for some things, and gets less or nothing: that is no answer for an admin whose session has ended.
      const lost = anonymous && options.signedIn === true && (got.status === 200 || got.status === 404);
      const answer = lost
        ? ({ ok: false, kind: 'unauthorised' } as const)
        : understand(got.status, got.text, anonymous);
      if (answer.ok) return answer;
      const { kind, detail }: { kind: FailureKind; detail?: string } = answer;
      const pause = retryAfter(got.headers.get('Retry-After'), now()) ?? FIRST_PAUSE * 2 ** tries;
      const retry = (kind === 'rate-limited' || kind === 'starting') && tries < mostRetries && pause <= LONGEST_PAUSE;
      if (!retry) throw failure({ kind, status: got.status, ...(detail !== undefined && { detail }) });
      onWait?.({ source, kind, pause });
      await sleep(pause, signal);
      options.onWaited?.(source);
    }
  }

  return {
    async get(path, { source, signal, timeout = TIME_LIMIT, once = false }) {
      const tryOnce = () => attempt(send, contextPath + path, signal, timeout, FOR_DATA);
      const question = { source, path, signal, mostRetries: once ? 0 : most, tryOnce };
      const { json } = await ask<{ json: unknown }>({ ...question, understand: readAnswer });
      return { json, stamp: { source, request: `GET ${path}`, readAt: now() } };
    },
    async getPage(path, { source, signal, timeout = TIME_LIMIT, holds, once = false }) {
      const tryOnce = () =>
        once
          ? attempt(send, contextPath + path, signal, timeout, FOR_PAGE)
          : attemptPage(send, contextPath + path, signal, timeout);
      const question = { source, path, signal, mostRetries: once ? 0 : most, tryOnce };
      const understand: Understand<{ page: string }> = (...got) => readPage(...got, holds);
      const { page } = await ask<{ page: string }>({ ...question, understand });
      return { page, stamp: { source, request: `GET ${path}`, readAt: now() } };
    },
  };
}
