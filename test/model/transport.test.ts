import { isClearText, transportOf, type Transport } from '../../src/model/transport';

test.each<[string | undefined, string | undefined, Transport | undefined]>([
  ['https://git.example.com', 'GITLAB_SERVER', 'https'],
  [' HTTPS://git.example.com:8443/x ', undefined, 'https'],
  ['http://git.example.com', 'GITHUB', 'http'],
  ['ssh://git@git.example.com:7999/x', 'GIT', 'other'],
  ['git://git.example.com/x', 'GIT', 'other'],
  ['file:///mnt/git', 'GIT', 'other'],
  ['git@git.example.com:acme/x.git', 'GIT', 'other'],
  ['git.example.com:acme/x.git', 'GIT', 'other'],
  ['/mnt/git', 'GIT', 'other'],
  ['D:\\git', 'GIT', 'other'],
  ['\\\\nas\\git', 'GIT', 'other'],
  ['https://git.example.com', ' filespace ', 'other'],
  [undefined, 'FILESPACE', 'other'],
  ['git-codecommit.us-west-2', 'AWS', 'https'],
  ['git-codecommit.us-west-2', 'SOMETHING_NEW', undefined],
  ['git-codecommit.us-west-2.amazonaws.com', undefined, 'https'],
  ['visualstudio.com', 'VSTS', 'https'],
  ['acme.visualstudio.com', 'TFS_SERVER', 'https'],
  ['dev.azure.com/acme', 'AZURE', 'https'],
  ['github.com', 'GITHUB_APP', 'https'],
  ['•••@github.com', 'GITHUB_APP', 'https'],
  ['ghe.example.com', 'GITHUB_SERVER', undefined],
  ['ghe.example.com:8443', 'GITHUB_SERVER', undefined],
  ['ghe.example.com:8443/git', 'GITHUB_SERVER', undefined],
  ['', 'AWS', undefined],
  [undefined, 'AWS', undefined],
  [undefined, undefined, undefined],
])('%j of type %s: %s', (origin, type, transport) => {
  expect(transportOf(origin, type)).toBe(transport);
});

test.each<[string | undefined, boolean | undefined]>([
  ['http://git.example.com', true],
  ['http://127.example.com', true],
  ['http://128.0.0.1', true],
  ['http://[::2]', true],
  ['http://localhost.example.com', true],
  ['http://', true],
  ['http://localhost', false],
  ['http://LOCALHOST:8080/x', false],
  ['http://•••@localhost:8080/x', false],
  ['http://127.0.0.1', false],
  ['http://127.255.255.254:7990', false],
  ['http://[::1]:8080', false],
  ['http://[0:0:0:0:0:0:0:1]', false],
  ['https://git.example.com', false],
  ['ssh://git@git.example.com/x', false],
  ['ghe.example.com', undefined],
  [undefined, undefined],
])('%j in clear text: %s', (origin, clear) => {
  expect(isClearText(origin, 'GITLAB_SERVER')).toBe(clear);
});
