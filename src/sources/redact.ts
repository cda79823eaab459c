const HIDDEN = '•••';

/**
 * Removes `user:token@` from an origin, on reading, so that no credential is kept, shown or exported
 * (gij.md, quirk 13). A bare user name before the host, as in `git@github.com:...`, is no secret of the
 * short SSH form and stays; in a URL everything before the `@` goes.
 */
export function redactOrigin(origin: string): string {
  return origin
    .replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#]*@/i, `$1${HIDDEN}@`)
    .replace(/^([^\s/@:]+:(?!\/\/)[^\s@]+)@/, `${HIDDEN}@`)
    .replace(/([?&](?:[a-z_-]*(?:token|password|secret|key|pat)[a-z_-]*)=)[^&#\s]*/gi, `$1${HIDDEN}`);
}
