const HIDDEN = '•••';

/** A host, as against a token: it has a dot or a port, or is this machine. */
const HOST = /^(?:[\w-]+(?:\.[\w-]+)+(?::\d+)?|[\w-]+:\d+|localhost)$/;

/**
 * Where the credential before the last `@` of what follows `://` ends; -1 where there is none. A password may hold
 * `/`, `?` and `#`, so only a part that looks like a host makes an `@` behind it one of the path.
 */
function credentialEnd(rest: string): number {
  const at = rest.lastIndexOf('@');
  const authority = /^[^/?#]*/.exec(rest)?.[0] ?? '';
  if (at < authority.length) return at;
  return HOST.test(authority) ? -1 : authority.includes('@') && HOST.test(authority.slice(authority.lastIndexOf('@') + 1)) ? authority.lastIndexOf('@') : at;
}

function redactUrl(url: string): string {
  const start = url.indexOf('://') + 3;
  const rest = url.slice(start);
  const end = credentialEnd(rest);
  return end < 0 ? url : `${url.slice(0, start)}${HIDDEN}${rest.slice(end)}`;
}

const OF_A_SCHEME = /[a-z0-9+.-]/i;
const LETTER = /[a-z]/i;

/** Where the scheme before `://` begins, not before `from`; -1 where there is none. */
function schemeStart(text: string, end: number, from: number): number {
  let start = -1;
  for (let at = end - 1; at >= from && OF_A_SCHEME.test(text[at] ?? ''); at -= 1) if (LETTER.test(text[at] ?? '')) start = at;
  return start;
}

function endOfWord(text: string, from: number): number {
  const blank = /\s/g;
  blank.lastIndex = from;
  return blank.exec(text)?.index ?? text.length;
}

/** Each `scheme://...` up to the next blank. A regular expression would look for the end of a scheme from each letter on. */
function redactUrls(text: string): string {
  let redacted = '';
  let done = 0;
  for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', at + 3)) {
    const start = schemeStart(text, at, done);
    const end = start < 0 ? -1 : endOfWord(text, at + 3);
    if (end <= at + 3) continue;
    redacted += text.slice(done, start) + redactUrl(text.slice(start, end));
    done = end;
  }
  return redacted + text.slice(done);
}

const SECRET = /token|password|secret|key|pat/i;

/** The values of parameters that are called like a secret. */
function redactParameters(text: string): string {
  const name = /[?&]([a-z_-]+)=/gi;
  const value = /[^&#\s]*/y;
  let redacted = '';
  let done = 0;
  for (let found = name.exec(text); found; found = name.exec(text)) {
    if (!SECRET.test(found[1] ?? '')) continue;
    value.lastIndex = name.lastIndex;
    value.exec(text);
    redacted += text.slice(done, name.lastIndex) + HIDDEN;
    done = name.lastIndex = value.lastIndex;
  }
  return redacted + text.slice(done);
}

/**
 * Removes the credential of each address in a text, on reading, so that none is kept, shown or exported (gij.md,
 * quirk 13). A bare user name before the host, as in `git@github.com:...`, is no secret and stays; in a URL
 * everything before the `@` goes.
 *
 * Example: `https://svc:token@git.example.com/acme` becomes `https://•••@git.example.com/acme`.
 */
export function redact(text: string): string {
  return redactParameters(redactUrls(text).replace(/^(\s*)([^\s/@:]+:(?!\/\/)[^\s@]+)@/, `$1${HIDDEN}@`));
}
