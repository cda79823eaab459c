import type { Fault, FaultTable } from '../case';
import { ERROR_PAGE, PROXY_PAGE } from '../pages';
import type { Spoil } from '../proxy';
import { answer, atFirst, redirect, status } from '../spoils';

/** An error that has no words of its own. */
function http(code: number, spoil: Spoil = status(code)): Fault {
  return { spoil, says: ['http'], status: code };
}

const message = (text: string, code: number): string => JSON.stringify({ message: text, 'status-code': code });

const WEBSUDO = message('This resource requires WebSudo.', 401);
const half = answer({
  status: 206,
  headers: { 'Content-Range': 'bytes 0-99/200' },
  body: ({ body }) => body.subarray(0, body.length / 2),
});

export const STATUS: FaultTable = {
  'HTTP 400': http(400),
  'HTTP 401': {
    spoil: status(401, message('Client must be authenticated to access this resource.', 401)),
    says: ['unauthorised'],
    short: true,
  },
  'HTTP 401 without a body': { spoil: status(401), says: ['unauthorised'] },
  'HTTP 401 for WebSudo': { spoil: status(401, WEBSUDO), says: ['websudo'], short: true },
  'HTTP 403': {
    spoil: status(403, message('The user does not have permission.', 403)),
    says: ['forbidden'],
    short: true,
  },
  'HTTP 403 for nobody': {
    spoil: answer({ status: 403, body: '', headers: { 'X-AUSERNAME': 'anonymous' } }),
    says: ['unauthorised'],
  },
  'HTTP 404': { spoil: status(404, ERROR_PAGE), says: ['missing'], short: true },
  'HTTP 404 with JSON': {
    spoil: status(404, '{"message":"null for uri: /rest","status-code":404}'),
    says: ['missing'],
  },
  'HTTP 405': http(405),
  'HTTP 409': http(409),
  'HTTP 413': http(413),
  'HTTP 500': { ...http(500, status(500, ERROR_PAGE)), short: true },
  'HTTP 500 with JSON': {
    ...http(500, status(500, message('java.lang.OutOfMemoryError: Java heap space', 500))),
    mentions: /OutOfMemoryError/,
  },
  'HTTP 500 with the good answer': http(500, answer({ status: 500 })),
  'HTTP 501': http(501),
  'HTTP 502': http(502, status(502, PROXY_PAGE)),
  'HTTP 503': { spoil: status(503, ERROR_PAGE), says: ['starting'], slow: true, waits: true, tries: 4 },
  'HTTP 504': http(504, status(504, PROXY_PAGE)),
  'HTTP 520': http(520),
  'HTTP 201 with the good answer': { spoil: answer({ status: 201 }), says: ['whole', 'http'] },
  'HTTP 202 without a body': { spoil: status(202), says: ['malformed'] },
  'HTTP 204': { spoil: status(204), says: ['malformed'], short: true },
  'HTTP 205': { spoil: status(205), says: ['malformed'] },
  'HTTP 206 with half of it': { spoil: half, says: ['malformed'] },
  'HTTP 300': { spoil: status(300), says: ['http', 'malformed'] },
  'HTTP 304': { spoil: status(304), says: ['http', 'malformed'] },
};

const toLogin = ({ contextPath }: { readonly contextPath: string }): string =>
  `${contextPath}/login.jsp?os_destination=%2Fsecure`;
const elsewhere = ({ otherHost }: { readonly otherHost: string }): string => `${otherHost}/sso/login?SAMLRequest=abc`;

export const REDIRECT: FaultTable = {
  '301 to the login': { spoil: redirect(301, toLogin), says: ['unauthorised'] },
  '302 to the login': { spoil: redirect(302, toLogin), says: ['unauthorised'], short: true },
  '303 to the login': { spoil: redirect(303, toLogin), says: ['unauthorised'] },
  '307 to the login': { spoil: redirect(307, toLogin), says: ['unauthorised'] },
  '308 to the login': { spoil: redirect(308, toLogin), says: ['unauthorised'] },
  '302 to another host': { spoil: redirect(302, elsewhere), says: ['unauthorised'], short: true },
  '307 to another host': { spoil: redirect(307, elsewhere), says: ['unauthorised'] },
  // A REST answer that redirects tells nothing of where to; a page of Jira does.
  '302 to the password form': {
    spoil: redirect(302, ({ contextPath }) => `${contextPath}/secure/admin/WebSudoAuthenticate!default.jspa`),
    says: ['websudo', 'unauthorised'],
  },
  '302 without a place': { spoil: answer({ status: 302, body: '' }), says: ['unauthorised', 'http'] },
  '302 to what is no address': { spoil: redirect(302, () => 'http://['), says: ['unauthorised', 'http', 'network'] },
};

const busy = (...after: string[]): Spoil =>
  answer({ status: 429, body: '{}', headers: after.length > 0 ? { 'Retry-After': after } : {} });
const inTime =
  (milliseconds: number): Spoil =>
  (exchange) =>
    busy(new Date(Date.now() + milliseconds).toUTCString())(exchange);
/** Too many requests, in spite of three more tries. */
const refused = { says: ['rate-limited'], slow: true, tries: 4 } as const;
/** A pause that nobody waits for. */
const atOnce = { says: ['rate-limited'], slow: true, tries: 1 } as const;

export const RETRY_AFTER: FaultTable = {
  '429 without Retry-After': { ...refused, spoil: busy(), waits: true, short: true },
  'Retry-After: 2': { ...refused, spoil: busy('2'), waits: true },
  'Retry-After: 60': { ...refused, spoil: busy('60'), waits: true },
  'Retry-After: 61': { ...atOnce, spoil: busy('61') },
  'Retry-After: 0': { ...refused, spoil: busy('0') },
  'Retry-After: -5': { ...refused, spoil: busy('-5') },
  'Retry-After: 1.5': { ...refused, spoil: busy('1.5'), waits: true },
  'Retry-After: 1e1': { ...refused, spoil: busy('1e1'), waits: true },
  'Retry-After: 99999999999': { ...atOnce, spoil: busy('99999999999') },
  'Retry-After: Infinity': { ...refused, spoil: busy('Infinity') },
  'Retry-After: a date that is over': { ...refused, spoil: inTime(-3_600_000) },
  'Retry-After: a date in an hour': { ...atOnce, spoil: inTime(3_600_000) },
  'Retry-After: soon': { ...refused, spoil: busy('soon'), waits: true },
  'Retry-After: blank': { ...refused, spoil: busy(' '), waits: true },
  'Retry-After: twice': { ...refused, spoil: busy('2', '2') },
  '429 once, Retry-After: 3': {
    spoil: atFirst(1, busy('3')),
    says: ['whole'],
    slow: true,
    waits: true,
    tries: 2,
    short: true,
  },
  '429 three times, Retry-After: 0': { spoil: atFirst(3, busy('0')), says: ['whole'], slow: true, tries: 4 },
  '503 once, Retry-After: 5': {
    spoil: atFirst(1, answer({ status: 503, body: '', headers: { 'Retry-After': '5' } })),
    says: ['whole'],
    slow: true,
    waits: true,
    tries: 2,
  },
};
