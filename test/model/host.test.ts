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

test.each(['', '   ', '/mnt/archive/git', 'C:\\repositories', 'C:/repositories', 'file:///mnt/git', 'payments', 'Payments: team'])(
  'no host in "%s"',
  (origin) => expect(hostNameOf(origin)).toBeUndefined(),
);

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
