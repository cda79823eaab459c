import { clearTextOrigin } from '../../src/checks/clear-text-origin';
import type { IntegrationChanges, SummaryChanges } from '../support/facts';
import { inFull, inShort, judge, judgeSingle, type Case } from '../support/judging';
import { messages } from '../support/texts';

const noWebAddress = 'not-applicable: check.clear-text-origin.reason.no-web-address';

const cases: Case<IntegrationChanges>[] = [
  ['https', {}, 'pass'],
  ['http', { origin: 'http://git.acme.example' }, 'fail'],
  ['http, in capitals, with space, port and path', { origin: ' HTTP://git.acme.example:8080/git ' }, 'fail'],
  ['http, with a hidden token', { origin: 'http://•••@git.acme.example' }, 'fail'],
  ['http, unknown type', { origin: 'http://git.acme.example', integrationType: 'GITHUB_APP' }, 'fail'],
  ['http, type absent', { origin: 'http://git.acme.example', integrationType: 'absent' }, 'fail'],
  ['http to the machine itself', { origin: 'http://localhost:8080' }, 'pass'],
  ['a hosted service without a scheme', { origin: 'git-codecommit.us-west-2', integrationType: 'AWS' }, 'pass'],
  ['another host without a scheme', { origin: 'ghe.acme.example' }, 'unknown: reason.no-scheme'],
  ['ssh', { origin: 'ssh://git@git.acme.example:7999/x' }, noWebAddress],
  ['short form of ssh', { origin: 'git@git.acme.example:x.git' }, noWebAddress],
  ['a folder', { origin: '/mnt/git', integrationType: 'FILESPACE' }, noWebAddress],
  ['a folder without origin', { origin: 'absent', integrationType: 'FILESPACE' }, noWebAddress],
  ['origin absent', { origin: 'absent' }, 'unknown: reason.absent'],
  ['origin unreadable', { origin: 'unreadable' }, 'unknown: reason.unreadable'],
];

test.each(cases)('%s', (_, integration, expected) => {
  expect(inShort(judge(clearTextOrigin, { integration }))).toBe(expected);
});

const wanted = 'check.clear-text-origin.wanted';

test.each<Case<IntegrationChanges>>([
  ['https', {}, 'pass <- origin=https://github.acme.example'],
  ['http', { origin: 'http://git.acme.example' }, `fail <- origin=http://git.acme.example -> ${wanted}`],
  ['no scheme', { origin: 'ghe.acme.example' }, 'unknown: reason.no-scheme <- origin=ghe.acme.example'],
  ['absent', { origin: 'absent' }, 'unknown: reason.absent(field.origin) <- origin absent'],
  ['a folder', { origin: '/mnt/git' }, `${noWebAddress} <- origin=/mnt/git, integrationType=GITHUB_SERVER`],
])('shows what it was judged on: %s', (_, integration, expected) => {
  expect(inFull(judge(clearTextOrigin, { integration }))).toBe(expected);
});

const single: Case<SummaryChanges>[] = [
  ['none over http', {}, 'pass'],
  ['two over http', { clearText: { yes: 2 } }, 'fail: reason.repositories'],
  ['of one it is not known', { clearText: { unknown: 1 } }, 'unknown: reason.repositories-unread'],
  ['the list may be cut', { atLeast: true }, 'unknown: reason.list-cut'],
  [
    'which are disabled is reported of none',
    { clearText: { unknown: 10 }, notReported: ['disabled'] },
    'unknown: reason.not-reported',
  ],
];

test.each(single)('single repositories: %s', (_, repositories, expected) => {
  expect(inShort(judgeSingle(clearTextOrigin, { repositories }))).toBe(expected);
});

test('single repositories: shows how many, and what is wanted', () => {
  expect(inFull(judgeSingle(clearTextOrigin, { repositories: { clearText: { yes: 2 } } }))).toBe(
    `fail: reason.repositories#2(2, [one, two]) <- repositoriesClearText=2 -> ${wanted}`,
  );
});

test('what passes goes over no network, or not in plain http', () => {
  expect(messages['check.clear-text-origin.pass']).toBe('Nothing goes over a network in plain http');
});

test('the steps name no field of a page that the vendor does not document', () => {
  expect(messages['check.clear-text-origin.steps']).not.toMatch(/Host URL/);
  expect(messages['check.clear-text-origin.steps']).toMatch(/field origin of Update Existing Integration/);
});

test('weighs high, and is our own rule', () => {
  expect(clearTextOrigin.severity).toBe('high');
  expect(clearTextOrigin.docs).toBeUndefined();
});
