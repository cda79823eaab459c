import type { FailureKind } from '../model/reading';
import { redact } from '../model/redact';

/** What an answer turned out to be. */
export type Answer =
  | { readonly ok: true; readonly json: unknown }
  | { readonly ok: false; readonly kind: FailureKind; readonly detail?: string };

const LONGEST_DETAIL = 300;

/** The statuses that lead elsewhere; 300 and 304 do not. */
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** The error and the advice that GIJ or Jira put into a JSON answer, as one text; undefined where there is none. */
export function detailOf(json: unknown): string | undefined {
  if (typeof json !== 'object' || json === null) return undefined;
  const { error, advice, message, errorMessages } = json as Record<string, unknown>;
  const texts = [error, advice, message, ...(Array.isArray(errorMessages) ? (errorMessages as unknown[]) : [])];
  const detail = texts.filter((text): text is string => typeof text === 'string' && text.trim() !== '').join(' ');
  return detail === '' ? undefined : redact(detail).slice(0, LONGEST_DETAIL);
}

function failed(kind: FailureKind, detail?: string): Answer {
  return detail === undefined ? { ok: false, kind } : { ok: false, kind, detail };
}

/** A page instead of data: Jira answers a lost session or a missing permission with 200 and HTML. */
function pageKind(html: string): FailureKind {
  if (/webSudoPassword|WebSudoAuthenticate/i.test(html)) return 'websudo';
  if (/os_username|login-form|login\.jsp|permissionViolation/i.test(html)) return 'unauthorised';
  return 'malformed';
}

function statusKind(status: number, json: unknown, anonymous: boolean): FailureKind {
  if (status === 401) return /WebSudo/i.test(detailOf(json) ?? '') ? 'websudo' : 'unauthorised';
  if (status === 403) return anonymous ? 'unauthorised' : 'forbidden';
  if (status === 404) return 'missing';
  if (status === 429) return 'rate-limited';
  if (status === 503) return 'starting';
  return 'http';
}

/**
 * Tells data from everything else that Jira may answer. Rules: gij.md section 2, quirks 3 and 12, and the
 * WebSudo answer of Jira's REST API (401 with "This resource requires WebSudo.").
 *
 * @param anonymous the header `X-AUSERNAME` said `anonymous`
 */
export function readAnswer(status: number, text: string, anonymous: boolean): Answer {
  if (REDIRECTS.has(status)) return failed('unauthorised');
  const isPage = /^\s*</.test(text);
  let json: unknown;
  let parsed = false;
  if (!isPage) {
    try {
      json = JSON.parse(text);
      parsed = true;
    } catch {
      parsed = false;
    }
  }
  const ok = status >= 200 && status < 300;
  if (!ok) return failed(statusKind(status, json, anonymous), detailOf(json));
  if (isPage) return failed(pageKind(text));
  if (!parsed) return failed('malformed');
  const success = (json as { success?: unknown } | null)?.success;
  if (success === false || success === 'false') return failed('http', detailOf(json));
  return { ok: true, json };
}

/**
 * Tells the page that was asked for from a password form or a login page in its stead: both come with 200 too.
 *
 * @param holds says of a page whether it is the one; asked first, because each page of an admin has a link to leave
 *   WebSudo
 */
export function readPage(
  status: number,
  text: string,
  anonymous: boolean,
  holds: (page: string) => boolean,
): { readonly ok: true; readonly page: string } | (Answer & { readonly ok: false }) {
  const ok = status >= 200 && status < 300;
  if (ok && holds(text)) return { ok, page: text };
  const kind = pageKind(text);
  if (kind === 'malformed' && !ok) return readAnswer(status, text, anonymous) as Answer & { ok: false };
  return { ok: false, kind };
}
