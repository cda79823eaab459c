import type { IncomingMessage } from 'node:http';

/** Names of this machine that cannot be taken over by another site's name server. */
const NAMES = ['localhost', '127.0.0.1', '[::1]'];

function isOwnHost({ headers: { host } }: IncomingMessage, port: number): boolean {
  return NAMES.some((name) => host === new URL(`http://${name}:${port}`).host);
}

/**
 * Whether a request comes from a page of the development server itself, or from no page at all. A foreign Host is a name
 * of another site that leads here (DNS rebinding); Origin and Sec-Fetch-Site tell whose page asks. A browser that sends
 * the former sends the latter, so an Origin alone is nobody's.
 *
 * @param port that the server listens on
 */
export function isOwnRequest(request: IncomingMessage, port: number): boolean {
  const { host, origin, 'sec-fetch-site': site } = request.headers;
  if (!isOwnHost(request, port) || (origin !== undefined && origin !== `http://${host}`)) return false;
  return site === undefined ? origin === undefined : site === 'same-origin' || site === 'none';
}

/** Whether an own request comes from a page: its scripts send both headers with everything that is no GET. */
export function isOwnPage({ headers }: IncomingMessage): boolean {
  return headers.origin !== undefined && headers['sec-fetch-site'] === 'same-origin';
}

/** The same as of a request for the web socket that tells the page of changed files: there browsers send an Origin, and not all of them more. */
export function isOwnSocket(request: IncomingMessage, port: number): boolean {
  const { host, origin } = request.headers;
  return isOwnHost(request, port) && origin === `http://${host}`;
}
