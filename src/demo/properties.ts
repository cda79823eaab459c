import { http, HttpResponse, type HttpHandler, type JsonBodyType } from 'msw';

import type { PropertyPlace } from '../sources/writer';

/** Of a fresh Jira Software; the types of sub-tasks hold properties too. */
const ISSUE_TYPES = [
  { id: '10000', name: 'Epic', subtask: false },
  { id: '10003', name: 'Sub-task', subtask: true },
  { id: '10002', name: 'Task', subtask: false },
  { id: '10001', name: 'Story', subtask: false },
];
/** Keys of projects; nobody here may write to the second one. */
const PROJECTS = ['OPS', 'LOCKED'];

const MOST_CHARACTERS = 32_768;
const LONGEST_KEY = 255;

/** Is told what was done to a property, and may answer in place of Jira. */
type Hook = (event: { readonly method: string; readonly key: string }) => Response | undefined;

/** The entity properties of the virtual Jira, as another admin may change them. */
export interface VirtualProperties {
  /** The values under their keys; those of issue types are read by everybody. */
  readonly of: (place: PropertyPlace) => Map<string, unknown>;
  /** Called after each request was done and before it is answered; an answer takes the place of Jira's own. */
  readonly onRequest: (hook: Hook | undefined) => void;
  /** Whether nobody may write. */
  readonly forbid: (isForbidden: boolean) => void;
}

const headers = { 'X-AUSERNAME': 'admin' };

function refused(status: number, message: string): HttpResponse<JsonBodyType> {
  return HttpResponse.json({ errorMessages: [message], errors: {} }, { status, headers });
}

function isThere({ of, id }: PropertyPlace): boolean {
  return of === 'project' ? PROJECTS.includes(id) : ISSUE_TYPES.some((type) => type.id === id);
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** What Jira refuses a write for; undefined where it does not. */
function refusal(request: Request, body: string, key: string): HttpResponse<JsonBodyType> | undefined {
  if (request.headers.get('X-Atlassian-Token') !== 'no-check')
    return HttpResponse.text('XSRF check failed', { status: 403, headers });
  if (key.length > LONGEST_KEY) return refused(400, `The key is longer than ${LONGEST_KEY} characters.`);
  if (request.method !== 'PUT') return undefined;
  if (!request.headers.get('Content-Type')?.startsWith('application/json')) return refused(415, 'Unsupported type.');
  if (body.length > MOST_CHARACTERS) return refused(400, `The value is longer than ${MOST_CHARACTERS} characters.`);
  return parsed(body) ? undefined : refused(400, 'The value is no JSON.');
}

interface Options {
  /** Address below which the REST API of Jira is. */
  readonly base: string;
  /** What Jira answers in place of everything, such as to somebody who is not logged in. */
  readonly instead: () => Promise<Response | undefined>;
}

/** Issue types, and the entity properties of issue types and projects, in which apps keep small things (jira-host.md). */
export function createProperties({ base, instead }: Options): VirtualProperties & { readonly handlers: HttpHandler[] } {
  const kept = new Map<string, Map<string, unknown>>();
  let isForbidden = false;
  let hook: Hook | undefined;
  const of = (place: PropertyPlace) => {
    const name = `${place.of}/${place.id}`;
    const there = kept.get(name) ?? new Map<string, unknown>();
    kept.set(name, there);
    return there;
  };

  function done(place: PropertyPlace, key: string, request: Request, body: string): Response {
    const { method } = request;
    const values = of(place);
    if (!isThere(place)) return refused(404, `Nothing with the id ${place.id} exists.`);
    if (method === 'GET') {
      const value = values.get(key);
      return value === undefined
        ? refused(404, `The property ${key} does not exist.`)
        : HttpResponse.json({ key, value: value as JsonBodyType }, { headers });
    }
    const no = refusal(request, body, key);
    if (no) return no;
    if (isForbidden || place.id === 'LOCKED') return refused(403, 'You may not edit this.');
    const isNew = !values.has(key);
    if (method === 'DELETE') {
      if (isNew) return refused(404, `The property ${key} does not exist.`);
      values.delete(key);
      return new HttpResponse(null, { status: 204, headers });
    }
    values.set(key, JSON.parse(body));
    return new HttpResponse(null, { status: isNew ? 201 : 200, headers });
  }

  const keys = (kind: PropertyPlace['of']) =>
    http.get<{ id: string }>(`${base}/rest/api/2/${kind}/:id/properties`, async ({ params: { id } }) => {
      const other = await instead();
      if (other) return other;
      const place = { of: kind, id };
      if (!isThere(place)) return refused(404, `Nothing with the id ${id} exists.`);
      return HttpResponse.json({ keys: [...of(place).keys()].map((key) => ({ key })) }, { headers });
    });
  const answers = (kind: PropertyPlace['of']) =>
    http.all<{ id: string; key: string }>(
      `${base}/rest/api/2/${kind}/:id/properties/:key`,
      async ({ params: { id, key }, request }) => {
        const other = await instead();
        if (other) return other;
        const body = await request.text();
        const usual = done({ of: kind, id }, key, request, body);
        return hook?.({ method: request.method, key }) ?? usual;
      },
    );

  return {
    of,
    onRequest: (next) => void (hook = next),
    forbid: (value) => void (isForbidden = value),
    handlers: [
      http.get(`${base}/rest/api/2/issuetype`, async () => {
        return (await instead()) ?? HttpResponse.json(ISSUE_TYPES, { headers });
      }),
      keys('issuetype'),
      keys('project'),
      answers('issuetype'),
      answers('project'),
    ],
  };
}
