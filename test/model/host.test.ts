import fc from 'fast-check';

import { hostNameOf, hostProduct, integrationType } from '../../src/model/host';

test.each([
  ['https://github.com/acme', 'github.com'],
  ['HTTPS://GitHub.COM', 'github.com'],
  ['  https://git.acme.example:8443/x  ', 'git.acme.example'],
  ['https://•••@gitlab.acme.example/x', 'gitlab.acme.example'],
  ['https://git.acme.example?x=1', 'git.acme.example'],
  ['ssh://git@git.acme.example:7999/acme/x.git', 'git.acme.example'],
  ['git@github.com:acme/x.git', 'github.com'],
  ['git.acme.example:acme/x.git', 'git.acme.example'],
  ['git@gitserver:acme/x.git', 'gitserver'],
  ['https://gitserver/x', 'gitserver'],
  ['https://[::1]:8443/x', '[::1]'],
])('host of %s is %s', (origin, host) => expect(hostNameOf(origin)).toBe(host));

test.each([
  ['https://u:SECRET@h', 'h'],
  ['HTTPS://u:SECRET@h:8443/x', 'h'],
  ['git+ssh://u:SECRET@git.example.com:22/x', 'git.example.com'],
  ['https://u:SECRET@[::1]:8443/x', '[::1]'],
  ['https://bot:pa/SECRET@host/*', 'host'],
  ['https://jane@acme.com:SECRET@host/*', 'host'],
  ['https://u:SECRET%40h/x', 'h'],
  ['bot:SECRET@host:group', 'host'],
  ['https://h/?private_token=SECRET', 'h'],
  ['https://h#access_token=SECRET', 'h'],
  ['https://bot:12/SECRET@host/*', undefined],
  ['https://SECRET:p@ss.w/ord@host', undefined],
  ['https://bot:SECRET', undefined],
  ['https://token=SECRET', undefined],
  ['https://ghp_SECRET0123456789', undefined],
  ['(u:SECRET@h)', undefined],
  ['//u:SECRET@h', undefined],
  ['u:SECRET%40h', undefined],
])('host of %s is %s, and no part of the credential', (origin, host) => {
  expect(hostNameOf(origin)).toBe(host);
});

test('no password is a part of a host, whatever it is made of', () => {
  const signs = fc.string({ unit: fc.constantFrom(...'aZ9._-+:?#@=%&;,!~"\'()[]{}|é'), maxLength: 8 });
  const password = fc.tuple(signs, signs).map(([before, after]) => `${before}secret${after}`);
  fc.assert(
    fc.property(
      fc.constantFrom('https://', 'ssh://', ''),
      password,
      fc.constantFrom('h', 'git.example.com', '[::1]:80'),
      (scheme, hidden, host) => {
        expect(hostNameOf(`${scheme}bot:${hidden}@${host}/x`) ?? '').not.toContain('secret');
      },
    ),
    { numRuns: 2_000 },
  );
});

test.each([
  '',
  '   ',
  '/mnt/archive/git',
  'C:\\repositories',
  'C:/repositories',
  'file:///mnt/git',
  'payments',
  'Payments: team',
])('no host in "%s"', (origin) => expect(hostNameOf(origin)).toBeUndefined());

test.each([
  ['https://api.github.com', undefined, 'github'],
  ['https://acme.ghe.com', undefined, 'github'],
  ['https://gitlab.com', 'GITHUB', 'gitlab'],
  ['https://dev.azure.com/acme', 'AZURE', 'azure'],
  ['https://acme.visualstudio.com', 'VSTS', 'azure'],
  ['git@ssh.dev.azure.com:v3/acme/x', undefined, 'azure'],
  ['https://git-codecommit.eu-central-1.amazonaws.com', undefined, 'aws'],
  ['https://git-codecommit.cn-north-1.amazonaws.com.cn', undefined, 'aws'],
  ['https://github.com.evil.example', undefined, 'unknown'],
  ['https://notgithub.com', undefined, 'unknown'],
  ['https://git.acme.example', 'GITLAB_SERVER_LEGACY', 'gitlab'],
  ['https://git.acme.example', 'gerrit', 'gerrit'],
  ['https://api.github.com', 'GITHUB_APP', 'github'],
  ['https://git.acme.example', 'GITHUB_APP', 'unknown'],
  ['/mnt/git', 'FILESPACE', 'folder'],
  ['/mnt/git', 'EXTERNAL', 'git'],
  [undefined, 'TFS_SERVER', 'azure'],
  [undefined, undefined, 'unknown'],
  ['', '', 'unknown'],
])('product of %s, type %s, is %s', (origin, type, product) => expect(hostProduct(origin, type)).toBe(product));

test.each([undefined, '', 'GITHUB_APP', 'constructor', '__proto__', 'toString'])('type %s is unknown', (type) => {
  expect(integrationType(type)).toBeUndefined();
});

test('legacy GitLab asks for no PAT', () => {
  expect(integrationType('GITLAB_SERVER_LEGACY')).toMatchObject({ userPat: false, enforcesPermissions: false });
  expect(integrationType('AWS')).toMatchObject({ userPat: true, enforcesPermissions: false });
});
