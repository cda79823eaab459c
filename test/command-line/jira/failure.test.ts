import { failureFault } from '../../../src/command-line/jira/failure';
import { parseAddress } from '../../../src/command-line/jira/address';
import type { Trace } from '../../../src/command-line/jira/connect';
import { createJiraClient } from '../../../src/core';
import type { SourceFailure } from '../../../src/model/gathered';
import { fakeIo } from '../../support/fake-io';

const client = createJiraClient({ contextPath: '' });
const address = parseAddress('https://jira.example.com/jira');

interface Case {
  readonly failure: Partial<SourceFailure> & Pick<SourceFailure, 'kind'>;
  readonly trace?: Partial<Trace>;
  readonly isJira?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

function linesOf({ failure, trace = {}, isJira = false, env = {} }: Case): readonly string[] {
  const { io } = fakeIo({ env });
  const whole = { source: 'integrations', request: 'GET /rest/x', at: 0, ...failure } as const;
  const { said, lines } = failureFault(
    whole,
    { address, client, trace: { redirects: new Map(), ...trace } },
    isJira,
    io,
  );
  return [said, ...lines].map((line) => io.t(line));
}

/** Of what was asked, and of something else. */
const led = new Map([
  ['https://jira.example.com/jira/rest/x', 'https://sso.example.com/x'],
  ['https://jira.example.com/jira/rest/y', 'https://other.example.com/y'],
]);

const CASES: readonly (readonly [string, Case, RegExp])[] = [
  ['wrong token', { failure: { kind: 'unauthorised', status: 401 } }, /the token was not accepted\.\n.*expired/],
  ['login page', { failure: { kind: 'unauthorised', status: 200 } }, /a page to log in.*\n.*single sign-on/],
  [
    'redirect',
    { failure: { kind: 'unauthorised', status: 302 }, trace: { redirects: led } },
    /it leads on to https:\/\/sso\.example\.com\/x, where the token is not sent\.\n.*--url/,
  ],
  [
    'no admin',
    { failure: { kind: 'forbidden', status: 403, detail: 'no' } },
    /may not read .*\n.*says: no\n.*administrator/,
  ],
  ['password again', { failure: { kind: 'websudo', status: 401 } }, /confirm their password.*\n.*program cannot/],
  ['wrong context path', { failure: { kind: 'missing', status: 404 } }, /no Jira at this address\.\n.*context path/],
  ['no GIJ', { failure: { kind: 'missing', status: 404 }, isJira: true }, /not installed.*\n.*enable/],
  ['page of a proxy', { failure: { kind: 'malformed', status: 200 } }, /is no Jira, or stands before it.*\n.*browser/],
  [
    'unknown answer',
    { failure: { kind: 'malformed', status: 200 }, isJira: true },
    /not the data that was expected.*\n.*newer/,
  ],
  ['error', { failure: { kind: 'http', status: 500, detail: 'heap' } }, /\(HTTP 500\)\.\n.*heap\n.*log/],
  ['success: false', { failure: { kind: 'http', status: 200 } }, /answered with an error\.\n/],
  ['busy', { failure: { kind: 'rate-limited', status: 429 } }, /rate limiting.*\n.*exempt/],
  ['starting', { failure: { kind: 'starting', status: 503 } }, /still starting.*\n.*Wait/],
  ['slow', { failure: { kind: 'timeout' } }, /in time\.\n.*load/],
  ['refused', { failure: { kind: 'network' }, trace: { code: 'ECONNREFUSED' } }, /nothing accepts.*\n.*host and port/],
  [
    'firewall',
    { failure: { kind: 'network' }, trace: { code: 'UND_ERR_CONNECT_TIMEOUT' } },
    /no connection.*\n.*firewall/,
  ],
  ['unknown host', { failure: { kind: 'network' }, trace: { code: 'ENOTFOUND' } }, /not known.*\n.*name in --url/],
  [
    'self-signed',
    { failure: { kind: 'network' }, trace: { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' } },
    /not one that this machine trusts\.\n.*NODE_EXTRA_CA_CERTS/,
  ],
  [
    'other name',
    { failure: { kind: 'network' }, trace: { code: 'ERR_TLS_CERT_ALTNAME_INVALID' } },
    /another host\.\n.*name/,
  ],
  [
    'expired',
    { failure: { kind: 'network' }, trace: { code: 'CERT_HAS_EXPIRED' } },
    /has expired, or is not valid yet\.\n.*renew/,
  ],
  ['no TLS', { failure: { kind: 'network' }, trace: { code: 'EPROTO' } }, /does not speak https.*\n.*http:\/\//],
  [
    'cut off',
    { failure: { kind: 'network' }, trace: { code: 'ECONNRESET' } },
    /could not be reached.*\n.*\n.*ECONNRESET/,
  ],
  ['network', { failure: { kind: 'network' } }, /could not be reached\.\n.*connection/],
  [
    'behind a proxy',
    { failure: { kind: 'network' }, trace: { code: 'ENOTFOUND' }, env: { https_proxy: 'http://u:s3cret@proxy' } },
    /uses no proxy, and https_proxy names one/,
  ],
];

test.each(CASES)('%s', (_, given, said) => {
  const lines = linesOf(given);
  expect(lines[0]).toMatch(/^Jira at https:\/\/jira\.example\.com\/jira: /);
  expect(lines.at(-1)).toBe('Request: GET /rest/x');
  expect(lines.join('\n')).toMatch(said);
  expect(lines.join('\n')).not.toMatch(/s3cret|command\.|failure\./);
});

test('a proxy is not blamed for a certificate', () => {
  const lines = linesOf({
    failure: { kind: 'network' },
    trace: { code: 'CERT_HAS_EXPIRED' },
    env: { HTTPS_PROXY: 'x' },
  });
  expect(lines.join('\n')).not.toMatch(/proxy/);
});
