import { HttpResponse, type JsonBodyType } from 'msw';

import { WRITABLE_FIELDS } from '../model/change';
import type { Instance } from './instance';
import type { IntegrationRow } from './rows';

/** What a PUT of an integration asked for. */
export interface Write {
  /** Of the integration. */
  readonly id: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/**
 * How a PUT ends, where it does not end as usual. `lost`: the answer is, and nothing was changed; `lost-applied`: the answer
 * alone is. `empty`: changed, and nothing to say. `moves`: another field changes too. `not-kept`: success is said, and
 * nothing was changed.
 */
export type WriteTrouble =
  | 'refused'
  | 'lost'
  | 'lost-applied'
  | 'conflict'
  | 'rate-limited'
  | 'websudo'
  | 'forbidden'
  | 'server-error'
  | 'empty'
  | 'moves'
  | 'not-kept';

/** Called with each PUT before anything is done. */
export type OnWrite = (write: Write) => WriteTrouble | undefined;

const headers = { 'X-AUSERNAME': 'admin' };

const json = (body: JsonBodyType, status = 200, more: Record<string, string> = {}) =>
  HttpResponse.json(body, { status, headers: { ...headers, ...more } });

const refused = (error: string, advice: string) => json({ success: false, error, advice });

/** What is answered in the place of the usual answer; nothing was changed. */
function troubled(trouble: WriteTrouble | undefined): Response | undefined {
  switch (trouble) {
    case 'refused':
      return refused('The integration cannot be changed at the moment.', 'Try again later.');
    case 'lost':
      return HttpResponse.error();
    case 'conflict':
      return json({ errorMessages: ['The integration is being changed by another request.'] }, 409);
    case 'rate-limited':
      return json({}, 429, { 'Retry-After': '30' });
    case 'websudo':
      return json({ message: 'This resource requires WebSudo.', 'status-code': 401 }, 401);
    case 'forbidden':
      return json({ success: false, error: 'You do not have permission for this operation.' }, 403);
    case 'server-error':
      return json({ message: 'Internal server error', 'status-code': 500 }, 500);
    default:
      return undefined;
  }
}

/** Types of the settings that this Jira takes; the other documented ones it refuses, so that a test that sends one fails. */
const typeOf = (field: string) => (field === 'displayName' || field === 'tagsFilter' ? 'string' : 'boolean');

function mistakeIn(body: Write['body']): string | undefined {
  const known = [...WRITABLE_FIELDS, 'disabled'] as readonly string[];
  const wrong = Object.entries(body).find(([field, value]) => !known.includes(field) || typeof value !== typeOf(field));
  return wrong && `Unrecognized value of the field "${wrong[0]}".`;
}

/** These of an integration are those of its repositories, too; `trustFolderStat` is not. */
const NESTED = ['requireUserPat', 'disableSslVerification'];

function change(row: IntegrationRow, body: Write['body'], { repositories }: Instance): void {
  // A PUT that leaves out `disabled` enables the integration.
  const changes = { disabled: false, ...body };
  const details = row['detailsOnly'] as Record<string, unknown> | undefined;
  for (const [field, value] of Object.entries(changes))
    Object.assign(details && field in details ? details : row, { [field]: value });
  if (typeof body['tagsFilter'] === 'string') row['showAllTags'] = body['tagsFilter'].trim() === '';
  const nested = Object.entries(body).filter(([field]) => NESTED.includes(field));
  for (const repository of repositories)
    if (repository['trackedFolderId'] === row.id) Object.assign(repository, Object.fromEntries(nested));
}

/** The body of a PUT that Jira and GIJ let in, or their refusal. */
export async function bodyOf(request: Request): Promise<Write['body'] | Response> {
  if (request.headers.get('X-Atlassian-Token') !== 'no-check')
    return HttpResponse.text('XSRF check failed', { status: 403, headers });
  if (!/^application\/json\b/.test(request.headers.get('Content-Type') ?? ''))
    return json({ message: 'HTTP 415 Unsupported Media Type', 'status-code': 415 }, 415);
  const body: unknown = await request.json().catch(() => undefined);
  return typeof body === 'object' && body !== null && !Array.isArray(body)
    ? (body as Write['body'])
    : json({ message: 'HTTP 400 Bad Request', 'status-code': 400 }, 400);
}

/**
 * What GIJ does with a PUT of an integration (page "Update Existing Integration API").
 *
 * @param answered the row as the answer shows it, once it is changed
 */
export function putIntegration(
  instance: Instance,
  row: IntegrationRow,
  { body, trouble, answered }: { body: Write['body']; trouble: WriteTrouble | undefined; answered: () => JsonBodyType },
): Response {
  const instead = troubled(trouble);
  if (instead) return instead;
  const mistake = mistakeIn(body);
  if (mistake !== undefined) return refused(mistake, 'Check the request body.');
  if (trouble !== 'not-kept') change(row, body, instance);
  if (trouble === 'moves') row['maxMinsToCommitEmail'] = 60;
  if (trouble === 'lost-applied') return HttpResponse.error();
  if (trouble === 'empty') return new HttpResponse(null, { status: 204, headers });
  return json({ success: 'true', integration: answered() });
}
