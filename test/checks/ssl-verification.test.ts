import { sslVerification } from '../../src/checks/ssl-verification';
import { fixInShort, inFull, inShort, judge, judgeSingle, type Case } from '../support/judging';
import type { IntegrationChanges, SummaryChanges } from '../support/facts';

const notHttps = 'not-applicable: check.ssl-verification.reason.not-https';

const cases: Case<IntegrationChanges>[] = [
  ['verified', {}, 'pass'],
  ['not verified', { disableSslVerification: true }, 'fail'],
  ['not verified, scheme in capitals', { disableSslVerification: true, origin: 'HTTPS://git.acme.example' }, 'fail'],
  [
    'not verified, with a port and space',
    { disableSslVerification: true, origin: ' https://git.acme.example:8443/x ' },
    'fail',
  ],
  ['not verified, unknown type', { disableSslVerification: true, integrationType: 'GITHUB_APP' }, 'fail'],
  ['not verified, type absent', { disableSslVerification: true, integrationType: 'absent' }, 'fail'],
  ['http', { disableSslVerification: true, origin: 'http://git.acme.example' }, notHttps],
  ['ssh', { disableSslVerification: true, origin: 'ssh://git@git.acme.example:7999/x' }, notHttps],
  ['short form of ssh', { disableSslVerification: true, origin: 'git@git.acme.example:x.git' }, notHttps],
  ['a folder', { disableSslVerification: true, origin: '/mnt/git', integrationType: 'FILESPACE' }, notHttps],
  [
    'a folder without origin',
    { disableSslVerification: true, origin: 'absent', integrationType: 'filespace' },
    notHttps,
  ],
  [
    'a hosted service without a scheme',
    { disableSslVerification: true, origin: 'git-codecommit.us-west-2', integrationType: 'AWS' },
    'fail',
  ],
  ['verified, without a scheme', { origin: 'git-codecommit.us-west-2', integrationType: 'AWS' }, 'pass'],
  [
    'another host without a scheme',
    { disableSslVerification: true, origin: 'ghe.acme.example' },
    'unknown: reason.no-scheme',
  ],
  ['verified, another host without a scheme', { origin: 'ghe.acme.example' }, 'pass'],
  ['setting absent', { disableSslVerification: 'absent' }, 'unknown: reason.absent'],
  ['setting unreadable', { disableSslVerification: 'unreadable' }, 'unknown: reason.unreadable'],
  ['verified, origin absent', { origin: 'absent' }, 'unknown: reason.absent'],
  ['not verified, origin absent', { disableSslVerification: true, origin: 'absent' }, 'unknown: reason.absent'],
  [
    'not verified, origin unreadable',
    { disableSslVerification: true, origin: 'unreadable' },
    'unknown: reason.unreadable',
  ],
];

test.each(cases)('%s', (_, integration, expected) => {
  expect(inShort(judge(sslVerification, { integration }))).toBe(expected);
});

const wanted = 'check.ssl-verification.wanted';
const off = { disableSslVerification: true };

test.each<Case<IntegrationChanges>>([
  ['verified', {}, 'pass <- disableSslVerification=false'],
  ['not verified', off, `fail <- disableSslVerification=true, origin=https://github.acme.example -> ${wanted}`],
  [
    'http',
    { origin: 'http://git.acme.example' },
    `${notHttps} <- origin=http://git.acme.example, integrationType=GITHUB_SERVER`,
  ],
  [
    'no scheme',
    { ...off, origin: 'ghe.acme.example' },
    'unknown: reason.no-scheme <- disableSslVerification=true, origin=ghe.acme.example',
  ],
  ['origin absent', { origin: 'absent' }, 'unknown: reason.absent(field.origin) <- origin absent'],
  [
    'both absent',
    { origin: 'absent', disableSslVerification: 'absent' },
    'unknown: reason.absent(field.disableSslVerification) <- disableSslVerification absent',
  ],
])('shows what it was judged on: %s', (_, integration, expected) => {
  expect(inFull(judge(sslVerification, { integration }))).toBe(expected);
});

const single: Case<SummaryChanges>[] = [
  ['all verified', {}, 'pass'],
  ['two are not', { sslVerificationOff: { yes: 2 } }, 'fail: reason.repositories'],
  [
    'two are not, in a list that may be cut',
    { sslVerificationOff: { yes: 2 }, atLeast: true },
    'fail: reason.repositories-at-least',
  ],
  ['one does not say', { sslVerificationOff: { unknown: 1 } }, 'unknown: reason.repositories-unread'],
  ['one is not, one does not say', { sslVerificationOff: { yes: 1, unknown: 1 } }, 'fail: reason.repositories'],
  ['the list may be cut', { atLeast: true }, 'unknown: reason.list-cut'],
  ['a row could not be used', { unusable: 1 }, 'unknown: reason.rows-unusable'],
  [
    'two are not, a row could not be used',
    { sslVerificationOff: { yes: 2 }, unusable: 1 },
    'fail: reason.repositories-at-least',
  ],
  [
    'no row of this GIJ says',
    { sslVerificationOff: { unknown: 10 }, notReported: ['disableSslVerification'] },
    'unknown: reason.not-reported',
  ],
];

test.each(single)('single repositories: %s', (_, repositories, expected) => {
  expect(inShort(judgeSingle(sslVerification, { repositories }))).toBe(expected);
});

test.each<Case<SummaryChanges>>([
  [
    'two are not',
    { sslVerificationOff: { yes: 2 } },
    `fail: reason.repositories#2(2, [one, two]) <- repositoriesSslOff=2 -> ${wanted}`,
  ],
  [
    'no row of this GIJ says',
    { sslVerificationOff: { unknown: 10 }, notReported: ['disableSslVerification', 'disabled'] },
    'unknown: reason.not-reported(field.disableSslVerification) <- disableSslVerification absent',
  ],
  [
    'which are disabled is reported of none',
    { sslVerificationOff: { unknown: 10 }, notReported: ['disabled'] },
    'unknown: reason.not-reported(field.disabled) <- disabled absent',
  ],
])('single repositories: shows how many: %s', (_, repositories, expected) => {
  expect(inFull(judgeSingle(sslVerification, { repositories }))).toBe(expected);
});

test('weighs high', () => expect(sslVerification.severity).toBe('high'));

test('fix: verified again', () => expect(fixInShort(sslVerification)).toBe('disableSslVerification=false'));
