import type { SourceFailure } from '../../model/gathered';
import { message, type Message } from '../../model/message';
import { Fault } from '../fault';
import type { Io } from '../io';
import type { Connection, Trace } from './connect';

/** What may go wrong with a connection; each has an advice of its own. */
export type ConnectionCause =
  'refused' | 'unreachable' | 'unknown-host' | 'certificate' | 'certificate-name' | 'certificate-date' | 'no-tls';

/** By Node's codes. */
const CAUSES: Readonly<Record<string, ConnectionCause>> = {
  ECONNREFUSED: 'refused',
  ETIMEDOUT: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  UND_ERR_CONNECT_TIMEOUT: 'unreachable',
  ENOTFOUND: 'unknown-host',
  EAI_AGAIN: 'unknown-host',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificate',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate',
  UNABLE_TO_GET_ISSUER_CERT: 'certificate',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate-name',
  CERT_HAS_EXPIRED: 'certificate-date',
  CERT_NOT_YET_VALID: 'certificate-date',
  EPROTO: 'no-tls',
  ERR_SSL_WRONG_VERSION_NUMBER: 'no-tls',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'no-tls',
};

/** Something answers, with or without a proxy. */
const IS_THERE: ReadonlySet<ConnectionCause | undefined> = new Set<ConnectionCause>([
  'certificate',
  'certificate-name',
  'certificate-date',
  'no-tls',
]);

const PROXIES = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY', 'all_proxy', 'ALL_PROXY'];

function causeOf({ code }: Trace): ConnectionCause | undefined {
  return code !== undefined && Object.hasOwn(CAUSES, code) ? CAUSES[code] : undefined;
}

function network(trace: Trace, { env }: Io): readonly Message[] {
  const cause = causeOf(trace);
  const { code } = trace;
  const proxy = PROXIES.find((name) => (env[name] ?? '') !== '');
  return [
    ...(cause
      ? [message(`command.failure.${cause}`), message(`command.failure.${cause}.do`)]
      : [message('failure.network.what'), message('failure.network.do')]),
    ...(code !== undefined && !cause ? [message('command.failure.code', code)] : []),
    ...(proxy !== undefined && !IS_THERE.has(cause) ? [message('command.failure.proxy', proxy)] : []),
  ];
}

/** What happened, and then what to do: in the words of the panel, but where a program with a token needs others. */
function linesOf(failure: SourceFailure, { trace, address }: Connection, isJira: boolean, io: Io) {
  const { kind, status, detail, request } = failure;
  const redirect = trace.redirects.get(address.baseUrl + request.replace('GET ', ''));
  const said = detail === undefined ? [] : [message('failure.detail', detail)];
  switch (kind) {
    case 'network':
      return network(trace, io);
    case 'unauthorised':
      return status === 401
        ? [message('command.failure.token'), ...said, message('command.failure.token.do')]
        : redirect === undefined
          ? [message('command.failure.login'), message('command.failure.login.do')]
          : [message('command.failure.redirect', redirect), message('command.failure.redirect.do')];
    case 'forbidden':
      return [message('command.failure.forbidden'), ...said, message('command.failure.forbidden.do')];
    case 'websudo':
      return [message('failure.websudo.what'), message('command.failure.websudo.do')];
    case 'missing':
      return isJira
        ? [message('failure.missing.what'), message('failure.missing.do')]
        : [message('command.failure.path'), message('command.failure.path.do')];
    case 'malformed':
      return isJira
        ? [message('failure.malformed.what'), message('command.failure.malformed.do')]
        : [message('command.failure.other-page'), message('command.failure.other-page.do')];
    case 'http':
      return [
        status === undefined || status === 200
          ? message('failure.http.what')
          : message('failure.http.what.status', String(status)),
        ...said,
        message('failure.http.do'),
      ];
    case 'starting':
    case 'rate-limited':
    case 'timeout':
      return [message(`failure.${kind}.what`), message(`failure.${kind}.do`)];
  }
}

/**
 * Why nothing can be said of a Jira.
 *
 * @param isJira something else of it was read: the address is the right one
 */
export function failureFault(failure: SourceFailure, connection: Connection, isJira: boolean, io: Io): Fault {
  const [what, ...more] = linesOf(failure, connection, isJira, io);
  const address = connection.address.baseUrl;
  const said = what ? message('command.failure', address, what) : message('failure.request', failure.request);
  return new Fault(said, [...more, message('failure.request', failure.request)]);
}
