import { displayName } from '../../src/checks/display-name';
import { fixInShort, inFull, inShort, judge, type Case } from '../support/judging';
import { evidence, integration, type EvidenceChanges, type IntegrationChanges } from '../support/facts';

const own = 'check.display-name.reason';
const origin = `fail: ${own}.origin`;
const product = `fail: ${own}.product`;
const twin = `fail: ${own}.duplicate`;
const unread = `unknown: ${own}.others-unread`;

function named(
  name: string,
  address = 'https://github.acme.example',
  ...others: IntegrationChanges[]
): EvidenceChanges {
  return { integration: { displayName: name, origin: address }, others };
}

const cases: Case<EvidenceChanges>[] = [
  ['says what is connected', named('GitHub: payments team'), 'pass'],
  ['blank', named(''), `fail: ${own}.blank`],
  ['only space', named(' \t\u00a0 '), `fail: ${own}.blank`],
  ['only marks that are not seen', named('\u200b\u200e'), `fail: ${own}.blank`],
  ['absent', { integration: { displayName: 'absent' } }, 'unknown: reason.absent'],
  ['unreadable', { integration: { displayName: 'unreadable' } }, 'unknown: reason.unreadable'],

  ['GIJ’s default', named('https://github.com/*', 'https://api.github.com'), origin],
  ['GIJ’s default in other case and space', named('  HTTPS://GitHub.com/*  ', 'https://api.github.com'), origin],
  ['default of another address', named('https://old.example/*'), origin],
  ['default within direction marks', named('\u202ahttps://github.com/*\u202c', 'https://api.github.com'), origin],
  ['the URL', named('https://github.acme.example'), origin],
  ['the URL and a slash', named('https://github.acme.example/'), origin],
  ['the URL in another scheme', named('http://github.acme.example'), origin],
  ['the host', named('github.acme.example'), origin],
  ['the host in capitals', named('GITHUB.ACME.EXAMPLE'), origin],
  ['the host, origin with a port', named('git.acme.example', 'https://git.acme.example:8443'), origin],
  ['host and path, origin with a port', named('git.acme.example/acme', 'https://git.acme.example:8443/acme'), origin],
  [
    'host and port, origin with a path',
    named('git.acme.example:8443', 'https://git.acme.example:8443/acme/git'),
    origin,
  ],
  ['host and port', named('git.acme.example:8443', 'https://git.acme.example:8443'), origin],
  ['the host, origin with a path', named('dev.azure.com', 'https://dev.azure.com/acme'), origin],
  [
    'the organisation on a host of many, a part of the origin',
    named('dev.azure.com/acme', 'https://dev.azure.com/acme/data'),
    'pass',
  ],
  ['a part of the path', named('git.acme.example/git', 'https://git.acme.example/git/data'), origin],
  ['the host, origin with a hidden token', named('gitlab.acme.example', 'https://•••@gitlab.acme.example'), origin],
  ['the URL, origin ends in .git', named('https://git.acme.example/x', 'https://git.acme.example/x.git'), origin],
  ['the host of the short form of ssh', named('git.acme.example', 'git@git.acme.example:acme/x.git'), origin],
  ['the folder', named('/mnt/archive/git', '/mnt/archive/git'), origin],
  ['more than the origin', named('github.com/acme', 'https://api.github.com'), 'pass'],
  ['another host', named('git.acme.example', 'https://github.acme.example'), 'pass'],
  ['a word that the host begins with', named('github', 'https://github.acme.example'), product],
  ['the organisation in the form of a default', named('https://github.com/acme/*', 'https://api.github.com'), 'pass'],
  [
    'the organisation in the form of a default, origin of the same',
    named('https://dev.azure.com/acme/*', 'https://dev.azure.com/acme'),
    'pass',
  ],
  ['a group on a host of one’s own', named('https://git.acme.example/payments/*', 'https://git.acme.example'), 'pass'],
  [
    'the default of the path of the origin',
    named('https://git.acme.example/git/*', 'https://git.acme.example/git'),
    origin,
  ],
  ['an organisation and all in it', named('acme/*'), 'pass'],
  ['words and all in them', named('payments team /*'), 'pass'],
  ['words with a dot and all in them', named('Dr. Payments /*'), 'pass'],
  ['a product and all in it', named('GitHub/*'), product],
  ['a host and all on it', named('gitlab.acme.example/*', 'https://x.example'), origin],
  ['a host with a scheme and all on it', named('https://gitlab/*', 'https://x.example'), origin],
  ['a shared host and all on it', named('github.com/*', 'https://api.github.com'), origin],
  [
    'the host of an organisation at Visual Studio',
    named('https://acme.visualstudio.com', 'https://app.vssps.visualstudio.com'),
    'pass',
  ],
  ['the same, origin of the same', named('https://acme.visualstudio.com', 'https://acme.visualstudio.com'), 'pass'],
  ['the same, all on it', named('https://acme.visualstudio.com/*', 'https://acme.visualstudio.com'), 'pass'],
  [
    'the same with a path, origin of the same',
    named('https://acme.visualstudio.com/data', 'https://acme.visualstudio.com/data'),
    'pass',
  ],
  ['the same without a scheme', named('acme.visualstudio.com', 'https://acme.visualstudio.com'), 'pass'],
  ['the host of an organisation at GitHub', named('https://acme.ghe.com', 'https://acme.ghe.com'), 'pass'],
  ['its API', named('https://api.acme.ghe.com', 'https://api.acme.ghe.com'), 'pass'],
  [
    'the host of Visual Studio for all',
    named('https://app.vssps.visualstudio.com', 'https://acme.visualstudio.com'),
    origin,
  ],
  [
    'a host that ends like that of an organisation',
    named('https://acme.notghe.com', 'https://acme.notghe.com'),
    origin,
  ],
  [
    'a host that begins like that of an organisation',
    named('https://acme.ghe.com.example', 'https://acme.ghe.com.example'),
    origin,
  ],
  ['GIJ’s default of VSTS', named('https://visualstudio.com', 'https://app.vssps.visualstudio.com'), origin],
  ['the same without a scheme', named('visualstudio.com', 'https://app.vssps.visualstudio.com'), origin],
  [
    'GIJ’s default of CodeCommit',
    named('git-codecommit.us-west-2', 'https://git-codecommit.us-west-2.amazonaws.com'),
    origin,
  ],
  ['the same, origin without a scheme', named('git-codecommit.us-west-2', 'git-codecommit.us-west-2'), origin],
  ['the same, origin absent', { integration: { displayName: 'git-codecommit.us-west-2', origin: 'absent' } }, origin],
  [
    'CodeCommit and more',
    named('git-codecommit.us-west-2 payments', 'https://git-codecommit.us-west-2.amazonaws.com'),
    'pass',
  ],
  ['GIJ’s default of Gerrit', named('http://gerrit:8080', 'http://gerrit:8080'), origin],
  ['an address, of another origin', named('http://gerrit:8080', 'ssh://gerrit.acme.example:29418'), origin],
  ['GIJ’s default of a folder', named('/home/git/repositories/*', '/home/git/repositories'), origin],
  ['a folder and all in it, of another origin', named('/home/git/repositories/*', '/mnt/git'), origin],
  ['GIJ’s default of a folder of Windows', named('D:\\git\\*', 'D:\\git'), origin],
  ['a folder of Windows', named('D:\\git', 'D:\\git\\'), origin],
  ['a share of Windows and all in it', named('\\\\nas\\git\\*', '/mnt/git'), origin],
  ['a word and a path', named('Folder /home/git', '/home/git'), 'pass'],
  ['a part that begins with api', named('my.api.acme.example', 'https://my.acme.example'), 'pass'],
  ['the host after www', named('www.acme.example', 'https://acme.example'), origin],
  ['a user and the host', named('git@git.acme.example', 'https://git.acme.example'), origin],
  ['a path with an @, as the origin', named('git.acme.example/@data', 'https://git.acme.example/@data/x'), origin],
  ['an @ in a path, of another host', named('acme/data@git.acme.example', 'https://git.acme.example'), 'pass'],
  ['a path with a port, of another origin', named('git.acme.example/x:80', 'https://git.acme.example/x'), 'pass'],
  ['the URL that ends in .git', named('https://git.acme.example/x.git', 'https://git.acme.example/x'), origin],
  ['the beginning of a word of the path', named('git.acme.example/da', 'https://git.acme.example/data'), 'pass'],
  ['two words and all on a host', named('acme git.acme.example/*'), 'pass'],
  ['only stars', named('**'), 'pass'],
  ['a name, origin absent', { integration: { displayName: 'Payments', origin: 'absent' } }, 'unknown: reason.absent'],
  [
    'a name, origin unreadable',
    { integration: { displayName: 'Payments', origin: 'unreadable' } },
    'unknown: reason.unreadable',
  ],
  ['a default, origin absent', { integration: { displayName: 'https://x.example/*', origin: 'absent' } }, origin],

  ['the product', named('GitHub'), product],
  ['the product in other case', named('gitLAB'), product],
  ['the product, written otherwise', named('azure-devops'), product],
  ['the product and space', named('  AWS  CodeCommit '), product],
  ['the product and a mark', named('GitLab CE/EE'), product],
  ['the product, in wide letters', named('ＧｉｔＨｕｂ'), product],
  ['the product, decorated', named('🦊 GitLab'), product],
  ['a word with the product in it', named('GitHub payments'), 'pass'],
  ['the product and a number', named('GitHub 2'), 'pass'],

  ['same name as another', named('Payments', 'https://a.example', { displayName: 'Payments' }), twin],
  ['same but for case and space', named('Pay ments', 'https://a.example', { displayName: ' PAYMENTS ' }), twin],
  ['same but for a direction mark', named('פרויקטים', 'https://a.example', { displayName: '\u200fפרויקטים' }), twin],
  ['another name', named('Payments', 'https://a.example', { displayName: 'Payments 2' }), 'pass'],
  ['another without name', named('Payments', 'https://a.example', { displayName: 'absent' }), unread],
  ['another whose name is unreadable', named('Payments', 'https://a.example', { displayName: 'unreadable' }), unread],
  ['another whose name is blank', named('Payments', 'https://a.example', { displayName: ' ' }), unread],
  ['a row that could not be used', { ...named('Payments'), unusable: 1 }, unread],
  ['a list that may be cut', { ...named('Payments'), atLeast: true }, 'unknown: reason.list-cut'],
  ['a default beside another without name', named('GitHub', 'https://a.example', { displayName: 'absent' }), product],

  ['emoji', named('🚀'), 'pass'],
  ['an emoji of several signs', named('👩‍💻 team'), 'pass'],
  ['two different emoji', named('🚀', 'https://a.example', { displayName: '🛰️' }), 'pass'],
  ['right to left', named('מאגר התשלומים'), 'pass'],
  ['very long', named('x'.repeat(300)), 'pass'],
  ['HTML', named('<b>Payments</b>'), 'pass'],
  ['a formula', named('=1+1'), 'pass'],
];

test.each(cases)('%s', (_, changes, expected) => {
  expect(inShort(judge(displayName, changes))).toBe(expected);
});

test('names the id of the twin', () => {
  const { reason } = judge(displayName, named('Payments', 'https://a.example', { id: '7', displayName: 'payments' }));
  expect(reason?.args).toEqual(['7']);
});

test.each<Case<EvidenceChanges>>([
  ['a good one', named('Payments'), 'pass <- displayName=Payments'],
  [
    'a poor one',
    named('GitHub'),
    `${product} <- displayName=GitHub, origin=https://github.acme.example -> check.display-name.wanted`,
  ],
  [
    'absent',
    { integration: { displayName: 'absent' } },
    'unknown: reason.absent(field.displayName) <- displayName absent',
  ],
  [
    'origin absent',
    { integration: { displayName: 'Payments', origin: 'absent' } },
    'unknown: reason.absent(field.origin) <- origin absent',
  ],
  [
    'three others without a name, two of them in no row',
    { ...named('Payments', 'https://a.example', { displayName: '' }), unusable: 2 },
    `${unread}#3(3) <- displayName=Payments`,
  ],
  [
    'a list of two that may be cut',
    { ...named('Payments', 'https://a.example', {}), atLeast: true },
    'unknown: reason.list-cut#2(2) <- displayName=Payments',
  ],
])('shows what it was judged on: %s', (_, changes, expected) => {
  expect(inFull(judge(displayName, changes))).toBe(expected);
});

test('of three that share a name, each has another as its twin', () => {
  const same = ['1', '2', '3'].map((id) => integration({ id, displayName: 'Payments' }));
  const { integrationList, settings } = evidence();
  const list = { ...integrationList, integrations: same };
  const twins = same.map(
    (one) => displayName.judge({ integration: one, integrationList: list, settings }).reason?.args,
  );
  expect(twins).toEqual([['2'], ['1'], ['1']]);
});

test('names are compared in linear time: each is read a few times, however many there are', () => {
  let reads = 0;
  const integrations = Array.from({ length: 500 }, (_, index) => {
    const one = integration({ id: String(index + 1) });
    return Object.defineProperty({ ...one }, 'displayName', {
      get: () => {
        reads += 1;
        return one.displayName;
      },
    });
  });
  const { settings, ...all } = evidence();
  const integrationList = { ...all.integrationList, integrations };
  for (const one of integrations)
    expect(displayName.judge({ integration: one, integrationList, settings }).verdict).toBe('pass');
  expect(reads).toBeLessThanOrEqual(3 * integrations.length);
});

test('weighs low', () => expect(displayName.severity).toBe('low'));

test('fix: a name that the admin types', () => expect(fixInShort(displayName)).toBe('displayName=?'));

const ruled = (name: string, namePattern: string, more: EvidenceChanges = {}) => {
  const { integration: one, ...rest } = named(name);
  return inFull(
    judge(displayName, { ...rest, ...more, integration: { ...one, ...more.integration }, settings: { namePattern } }),
  );
};
const byRule = (pattern: string) => `-> check.display-name.wanted.pattern(${pattern})`;

test('a name follows the naming rule of the admins', () => {
  const rule = '(GitHub|GitLab): .+';
  expect(ruled('GitHub: payments', rule)).toBe('pass <- displayName=GitHub: payments');
  expect(ruled('payments', rule)).toBe(`fail: ${own}.pattern(${rule}) <- displayName=payments ${byRule(rule)}`);
  expect(ruled('payments', rule, { integration: { origin: 'unreadable' } })).toMatch(/^fail/);
  expect(ruled('GitHub', rule)).toContain(`${own}.product`);
  expect(ruled('x'.repeat(101), rule)).toContain(`unknown: ${own}.too-long`);
  expect(ruled('payments', '(a+)+')).toMatch(/^pass/);
});
