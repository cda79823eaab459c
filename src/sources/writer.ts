import { WRITABLE_FIELDS, type SettingValues } from '../model/change';
import type { RequestFailure } from '../model/gathered';
import { readAnswer } from './answer';
import { attempt, browserSend, TIME_LIMIT, type Tried } from './attempt';
import { INTEGRATIONS_PATH } from './envelope';
import type { JiraClientOptions } from './jira-client';

/**
 * How a write ended: `refused` where the answer says that nothing was done, `unknown` where the answer was lost or says
 * nothing that is understood, so that only reading again can tell.
 */
export type WriteOutcome =
  { readonly kind: 'accepted' } | { readonly kind: 'refused' | 'unknown'; readonly failure: RequestFailure };

/** Where this app keeps decisions in Jira: an entity property of an issue type, or of a project. */
export interface PropertyPlace {
  readonly of: 'issuetype' | 'project';
  /** Id of the issue type, key of the project. */
  readonly id: string;
}

export interface WriteOptions {
  readonly signal: AbortSignal;
}

/**
 * What this app may write in Jira, and nothing else. Each call is one request, never repeated by itself. Rejects with the
 * reason of a signal that was aborted before anything was sent; where it was aborted later, the outcome is `unknown`.
 */
export interface JiraWriter {
  /** Changes settings of an integration. GIJ takes a missing `disabled` for false, so the current one goes with each PUT. */
  readonly putIntegration: (
    id: string,
    settings: SettingValues & { readonly disabled: boolean },
    options: WriteOptions,
  ) => Promise<WriteOutcome>;
  /** @param key of the property, which begins with {@link PROPERTY_KEY} */
  readonly putProperty: (
    place: PropertyPlace,
    key: string,
    value: unknown,
    options: WriteOptions,
  ) => Promise<WriteOutcome>;
  readonly deleteProperty: (place: PropertyPlace, key: string, options: WriteOptions) => Promise<WriteOutcome>;
}

/** What the keys of all properties begin with. */
export const PROPERTY_KEY = 'git-integration-checkup';

export type WriterOptions = Pick<JiraClientOptions, 'contextPath' | 'signedIn' | 'send' | 'now'>;

const ID = /^[1-9]\d{0,15}$/;
const PROJECT_KEY = /^[A-Z][A-Z\d_]{0,254}$/i;
const KEY = new RegExp(`^${PROPERTY_KEY}[a-z\\d.-]{0,200}$`);

/** A part of an address, where it is what belongs there: no other address is ever written to. */
function part(text: string, form: RegExp): string {
  if (!form.test(text)) throw new Error(`not written: ${text}`);
  return text;
}

function propertyPath({ of, id }: PropertyPlace, key: string): string {
  const place = part(id, of === 'project' ? PROJECT_KEY : ID);
  return `/rest/api/2/${of}/${place}/properties/${part(key, KEY)}`;
}

/** The settings that may be sent, and no other field that an object may carry. */
function settingsBody(settings: SettingValues & { readonly disabled: boolean }): Record<string, unknown> {
  const changed = WRITABLE_FIELDS.filter((field) => settings[field] !== undefined);
  return { ...Object.fromEntries(changed.map((field) => [field, settings[field]])), disabled: settings.disabled };
}

/** Statuses with which Jira and GIJ say that something was written. */
const WRITTEN: ReadonlySet<number> = new Set([200, 201, 204]);

type Outcome =
  'accepted' | { readonly kind: 'refused' | 'unknown'; readonly failure: Omit<RequestFailure, 'request' | 'at'> };

/**
 * What an answer to a write says. GIJ and Jira may answer with an empty body. A status below 500 that is none of success, a
 * login or password page and `success: false` say that nothing was done; everything else says nothing.
 */
function outcomeOf(tried: Tried, signedIn: boolean): Outcome {
  if ('failed' in tried) return { kind: 'unknown', failure: { kind: tried.failed } };
  const { status, headers, text } = tried;
  const isWritten = WRITTEN.has(status);
  const anonymous = headers.get('X-AUSERNAME') === 'anonymous';
  const answer = isWritten && text.trim() === '' ? ({ ok: true } as const) : readAnswer(status, text, anonymous);
  if (answer.ok) {
    const isLost = anonymous && signedIn;
    if (isWritten && !isLost) return 'accepted';
    return { kind: 'unknown', failure: { kind: isLost ? 'unauthorised' : 'malformed', status } };
  }
  const { kind, detail } = answer;
  const failure = { kind, status, ...(detail !== undefined && { detail }) };
  return { kind: status >= 500 || kind === 'malformed' ? 'unknown' : 'refused', failure };
}

/** Writes to the Jira the page runs in, with the admin’s session. */
export function createJiraWriter(options: WriterOptions): JiraWriter {
  const { contextPath, signedIn = false, send = browserSend, now = Date.now } = options;

  async function write(method: 'PUT' | 'DELETE', path: string, body: unknown, { signal }: WriteOptions) {
    signal.throwIfAborted();
    const headers = { 'X-Atlassian-Token': 'no-check', Accept: 'application/json' };
    const content = { headers: { ...headers, 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
    const how = { method, ...(method === 'PUT' ? content : { headers }) };
    const tried = await attempt(send, contextPath + path, signal, TIME_LIMIT, how).catch((error: unknown) => {
      if (!signal.aborted) throw error;
      return { failed: 'network', error } as const;
    });
    const outcome = outcomeOf(tried, signedIn);
    if (outcome === 'accepted') return { kind: outcome };
    return { ...outcome, failure: { ...outcome.failure, request: `${method} ${path}`, at: now() } };
  }

  return {
    async putIntegration(id, settings, how) {
      return write('PUT', `${INTEGRATIONS_PATH}/${part(id, ID)}`, settingsBody(settings), how);
    },
    async putProperty(place, key, value, how) {
      return write('PUT', propertyPath(place, key), value, how);
    },
    async deleteProperty(place, key, how) {
      return write('DELETE', propertyPath(place, key), undefined, how);
    },
  };
}
