export const HIDDEN = '•••';

/** Without any of these there is no secret in a text; most names have none. */
const SUSPICIOUS = /[@:=%]|gh[pousr]_|github_pat_|glpat-|bearer/i;

/** An address of letters, digits, dots and dashes alone, as most are, unless it holds a token. */
const PLAIN_ADDRESS = /^(?!.*glpat-)[a-z][a-z\d+.-]*:\/\/[a-z\d.-]+(?:\/[a-z\d.*-]*)*$/i;

/** A credential of an address has an `@`, percent-encoded or cut off behind a scheme maybe. */
const MAY_HOLD_USER = /@|%|:\/\//;

/** The formats that GitHub and GitLab publish for their tokens, which are secrets wherever they stand. */
const TOKEN = /(?:gh[pousr]_|github_pat_|glpat-)[\w-]{10,}/g;
const BEARER = /\b(bearer\s)\s?\S+/gi;

/** Percent-encoded, maybe more than once. */
const ENCODED_AT = /%(?:25){0,3}40/gi;
/** An `@` that does not begin a name in a path, as in `/@scope/package`: it may end a credential. */
const AT_INSIDE = /[^/\\](?:@|%(?:25){0,3}40)/i;
const COLON = /:|%(?:25){0,3}3a/i;

/** A host, as against a token: it has a dot or a port, is this machine, or an address of IPv6. */
const HOST = /^(?:[\w-]+(?:\.[\w-]+)+(?::\d{1,5})?|[\w-]+:\d{1,5}|localhost|\[[\da-f:.]+\](?::\d{1,5})?)$/i;
const PORT = /:\d{1,5}$/;
/** It may be a host of an intranet, or a token. */
const SHORT_NAME = /^[\w-]+$/;
/** A password where the port should be: the text was cut off before its `@`. */
const CUT_OFF = /^[\w%-]+:(?!\d{0,5}\W*$)/;
/** `git@host:`, `host:7999/` or `C:\`: what follows is a path. */
const BEFORE_PATH = /^(?:[\w.-]+@[\w.-]+:|[\w.-]+:\d{1,5}\/|[a-z]:[\\/])/i;
/** What a credential without a scheme may stand behind. */
const OPENING = /^["'`(<[{/?#&,;=]*/;

interface Place {
  readonly from: number;
  readonly to: number;
}

/** The last `@`, as it is written or percent-encoded. */
function lastAt(text: string): Place | undefined {
  const from = text.lastIndexOf('@');
  const encoded = [...text.matchAll(ENCODED_AT)].at(-1);
  if (encoded && encoded.index > from) return { from: encoded.index, to: encoded.index + encoded[0].length };
  return from < 0 ? undefined : { from, to: from + 1 };
}

/** `user:password@` without a scheme, in a text without blanks. */
function redactUserinfo(part: string): string {
  const at = lastAt(part);
  const colon = COLON.exec(part);
  if (!at || !colon || colon.index + colon[0].length >= at.from) return part;
  const path = part.includes('://') ? undefined : BEFORE_PATH.exec(part)?.[0].length;
  if (path !== undefined && !AT_INSIDE.test(part.slice(path))) return part;
  return `${OPENING.exec(part)?.[0] ?? ''}${HIDDEN}${part.slice(at.from)}`;
}

/** What of an address behind `://` is told: all of it hidden, hidden up to an `@` in it or to the last one of its word. */
type Told = { readonly text: string } | 'nothing' | 'after-last-at';

/**
 * A password may hold `/`, `?`, `#` and `@`, so that only what looks like a host in front of a path ends the credential
 * before the last `@`. Where it cannot be told which `@` ends it, nothing is told.
 *
 * @param rest what follows `://`, up to a blank or the next address
 * @param isFollowed another `@` comes after it in the same word
 */
function tell(rest: string, isFollowed: boolean): Told {
  const end = rest.search(/[/?#]|$/);
  const [authority, path] = [rest.slice(0, end), rest.slice(end)];
  const own = lastAt(authority);
  const host = authority.slice(own?.to ?? 0);
  const isHost = HOST.test(host);
  const isName = isHost || SHORT_NAME.test(host);
  if (!isName && isFollowed) return 'after-last-at';
  const inPath = lastAt(path);
  if (!inPath || (isName && !AT_INSIDE.test(path))) {
    if (own) return { text: HIDDEN + rest.slice(own.from) };
    return CUT_OFF.test(authority) ? 'nothing' : { text: rest };
  }
  if (!isHost) return isFollowed ? 'after-last-at' : { text: HIDDEN + path.slice(inPath.from) };
  return own || PORT.test(host) ? 'nothing' : { text: authority + redactUserinfo(path) };
}

/** Schemes of addresses that are fetched from. Before another `://` may stand a user, whose password begins with `//`. */
const KNOWN_SCHEME = /^(?:https?|wss?|ssh|git|svn|s?ftps?|file|(?:git|svn|hg)\+\w+)$/i;

const OF_A_SCHEME = /[a-z0-9+.-]/i;
const LETTER = /[a-z]/i;

/** Where the scheme before `://` begins, not before `from`; -1 where there is none. */
function schemeStart(text: string, end: number, from: number): number {
  let start = -1;
  for (let at = end - 1; at >= from && OF_A_SCHEME.test(text[at] ?? ''); at -= 1)
    if (LETTER.test(text[at] ?? '')) start = at;
  return start;
}

interface Address {
  /** Where its scheme begins, and what follows `://`. */
  readonly start: number;
  readonly rest: number;
}

/** A regular expression would look for the end of a scheme from each letter on. */
function addressesIn(word: string): readonly Address[] {
  const found: Address[] = [];
  for (let at = word.indexOf('://'); at >= 0; at = word.indexOf('://', at + 3)) {
    const start = schemeStart(word, at, found.at(-1)?.rest ?? 0);
    if (start >= 0) found.push({ start, rest: at + 3 });
  }
  return found;
}

/** What a parameter, a header or a setting with a secret is called: by a part of its name, or by its last word. */
const SECRET_NAME =
  /token|passw|passphrase|secret|credential|signature|authorization|(?:api|access|private)[_-]?key|session[_-]?id/i;
const SECRET_WORD = /(?:^|[_-]|%[\da-f]{2})(?:key|pat|pwd|pass|auth|sig|jwt)$/i;
const CAMEL_KEY = /[a-z]Key$/;
/** Before a colon and a blank, words such as "Tokens: a team" are ordinary ones. */
const HEADER = /passw|passphrase|authorization|[_-]/i;
const WHOLE_LINE = /authorization/i;

const LONGEST_NAME = 60;
const ASSIGNMENT = /["']?\s{0,2}(=|:(?!\/\/)|%(?:25){0,3}3[ad])(\s{0,2})["']?/gi;

function isSecret(name: string, sign: string, blank: string): boolean {
  if (sign === '=' || /d$/i.test(sign)) return SECRET_NAME.test(name) || SECRET_WORD.test(name) || CAMEL_KEY.test(name);
  return SECRET_NAME.test(name) && (blank === '' || HEADER.test(name));
}

/** The values of what is called like a secret: of `token=`, `"password":"` or `Authorization:`. */
function secretValuesOf(text: string): readonly Place[] {
  const found: Place[] = [];
  let done = 0;
  for (const { index, 0: assignment, 1: sign = '', 2: blank = '' } of text.matchAll(ASSIGNMENT)) {
    if (index < done) continue;
    const name = /[\w%-]*$/.exec(text.slice(Math.max(done, index - LONGEST_NAME), index))?.[0] ?? '';
    if (!isSecret(name, sign, blank)) continue;
    const from = index + assignment.length;
    const value = WHOLE_LINE.test(name) ? /[^\r\n]*/y : /[^&\s]*/y;
    value.lastIndex = from;
    value.exec(text);
    if (value.lastIndex > from) found.push({ from, to: value.lastIndex });
    done = Math.max(done, value.lastIndex);
  }
  return found;
}

function redactValues(text: string): string {
  let redacted = '';
  let done = 0;
  for (const { from, to } of secretValuesOf(text)) {
    redacted += text.slice(done, from) + HIDDEN;
    done = to;
  }
  return redacted + text.slice(done);
}

/** The credentials in a text without blanks. */
function redactUsers(word: string): string {
  const last = lastAt(word);
  if (!last && !word.includes('://')) return word;
  const addresses = addressesIn(word);
  const prefix = word.slice(0, addresses[0]?.start);
  // The address may be a part of a password.
  const hidden = last && COLON.test(prefix) ? redactUserinfo(word) : word;
  if (hidden !== word) return redactUsers(hidden);
  let redacted = prefix;
  for (const [place, { start, rest }] of addresses.entries()) {
    const isUser = last && last.from >= rest && !KNOWN_SCHEME.test(word.slice(start, rest - 3));
    if (isUser) return redacted + HIDDEN + word.slice(last.from);
    const end = addresses[place + 1]?.start ?? word.length;
    const told = tell(word.slice(rest, end), last !== undefined && last.from >= end);
    redacted += word.slice(start, rest) + (typeof told === 'object' ? told.text : HIDDEN);
    if (told === 'after-last-at') return redacted + word.slice(last?.from);
  }
  return redacted;
}

/** Whether the name of a secret went with a credential: nobody would know its value any more. */
function isNameGone(word: string, redacted: string): boolean {
  let before = 0;
  while (before < redacted.length && word[before] === redacted[before]) before += 1;
  let after = 0;
  while (after < redacted.length && word.at(-1 - after) === redacted.at(-1 - after)) after += 1;
  return secretValuesOf(word).some(({ from }) => from > before && from <= word.length - after);
}

function redactWord(word: string): string {
  const redacted = redactUsers(word);
  return redacted !== word && isNameGone(word, redacted) ? HIDDEN : redacted;
}

/**
 * Removes the credentials in a text from outside, before it is kept, shown or exported (gij.md, quirk 13): `user:password@`
 * with and without a scheme, the values of parameters and headers that are called like a secret, and known formats of
 * tokens. Where a text may be a credential or not, it is hidden. A user alone, as in `git@github.com:...`, is no secret
 * and stays; in a URL everything before the `@` goes.
 *
 * A credential with a blank in it is not seen, as `Team: mail me@x.com` is none. The time is linear in the length, and
 * to redact what is redacted changes nothing.
 *
 * Example: `https://svc:token@git.example.com/acme` becomes `https://•••@git.example.com/acme`.
 */
export function redact(text: string): string {
  if (!SUSPICIOUS.test(text) || PLAIN_ADDRESS.test(text)) return text;
  const withoutTokens = text.replace(TOKEN, HIDDEN).replace(BEARER, `$1${HIDDEN}`);
  const withoutUsers = MAY_HOLD_USER.test(withoutTokens) ? withoutTokens.replace(/\S+/g, redactWord) : withoutTokens;
  const redacted = redactValues(withoutUsers);
  // What is left of one credential may look like another.
  return redacted === text ? text : redact(redacted);
}
