import { hostProduct } from './host';

/** How an origin is reached; `other` is ssh, git and folders. */
export type Transport = 'https' | 'http' | 'other';

/** Hosted services, which are reached over https only: an origin of theirs may have no scheme, as `git-codecommit.us-west-2`. */
const HOSTED: ReadonlySet<string> = new Set(['GITHUB', 'GITLAB', 'VSTS', 'AWS']);

const FOLDER = /^([/~.\\]|[a-z]:[\\/])/i;
/** `git@host:path` and `host:path` of SSH; a number is a port. */
const SHORT_FORM = /^[^/\s:]+:(?!\d+(\/|$))/;

/**
 * How GIJ reaches an origin: by its scheme, its form, or because it is a hosted service. Undefined where nothing tells,
 * as of `ghe.example.com`.
 *
 * @param type GIJ's integration type
 */
export function transportOf(origin: string | undefined, type: string | undefined): Transport | undefined {
  const kind = type?.trim().toUpperCase() ?? '';
  if (kind === 'FILESPACE') return 'other';
  const address = origin?.trim() ?? '';
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(address)?.[1]?.toLowerCase();
  if (scheme !== undefined) return scheme === 'https' || scheme === 'http' ? scheme : 'other';
  if (address === '') return undefined;
  if (FOLDER.test(address) || SHORT_FORM.test(address)) return 'other';
  return HOSTED.has(kind) || hostProduct(`https://${address}`, undefined) !== 'unknown' ? 'https' : undefined;
}

function isLoopback(address: string): boolean {
  try {
    const { hostname } = new URL(address.trim());
    return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
  } catch {
    return false;
  }
}

/**
 * True where everything goes over a network in clear text: plain http to another machine. Undefined where nothing tells.
 *
 * Example: `http://git.example.com`, but not `http://127.0.0.1:8080`.
 */
export function isClearText(origin: string | undefined, type: string | undefined): boolean | undefined {
  const transport = transportOf(origin, type);
  if (transport === undefined) return undefined;
  return transport === 'http' && !isLoopback(origin ?? '');
}
