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

/**
 * Removes the credential of each address in a text, on reading, so that none is kept, shown or exported (gij.md,
 * quirk 13). A bare user name before the host, as in `git@github.com:...`, is no secret and stays; in a URL
 * everything before the `@` goes.
 *
 * Example: `https://svc:token@git.example.com/acme` becomes `https://•••@git.example.com/acme`.
 */
export function redact(text: string): string {
  return text
    .replace(/[a-z][a-z0-9+.-]*:\/\/\S+/gi, redactUrl)
    .replace(/^(\s*)([^\s/@:]+:(?!\/\/)[^\s@]+)@/, `$1${HIDDEN}@`)
    .replace(/([?&](?:[a-z_-]*(?:token|password|secret|key|pat)[a-z_-]*)=)[^&#\s]*/gi, `$1${HIDDEN}`);
}
