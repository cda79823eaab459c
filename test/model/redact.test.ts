import fc from 'fast-check';

import { redact } from '../../src/model/redact';

test.each([
  ['https://user:token@git.example.com/acme', 'https://•••@git.example.com/acme'],
  ['https://token@git.example.com', 'https://•••@git.example.com'],
  ['https://user:p@ss@git.example.com/x', 'https://•••@git.example.com/x'],
  ['https://user:p#ss@host.example/x', 'https://•••@host.example/x'],
  ['https://user:p?ss@host.example/x', 'https://•••@host.example/x'],
  ['https://user:a/b@host.example/x', 'https://•••@host.example/x'],
  ['https://bot:pa/SECRET@host/*', 'https://•••@host/*'],
  ['https://bot:pa/SECRET/@host/*', 'https://•••@host/*'],
  ['https://user:p@ss/SECRET@host.example', 'https://•••@host.example'],
  ['https://jane@acme.com:SECRET@git.example.com/x', 'https://•••@git.example.com/x'],
  ['https://user:SECRET@host.example/scope/@acme/x', 'https://•••@host.example/scope/@acme/x'],
  ['https://user:SECRET@[::1]:8443/x', 'https://•••@[::1]:8443/x'],
  ['https://[::1]/a:SECRET@b', 'https://[::1]/•••@b'],
  ['https://user:SECRET%40host/x', 'https://•••%40host/x'],
  ['https://user%3ASECRET%2540host/x', 'https://•••%2540host/x'],
  ['HTTPS://user:SECRET@host', 'HTTPS://•••@host'],
  ['git+ssh://user:SECRET@host:22/x', 'git+ssh://•••@host:22/x'],
  ['ssh://git@git.example.com:7999/x', 'ssh://•••@git.example.com:7999/x'],
  ['https://gitserver/SECRET@host', 'https://•••@host'],
  ['https://git.example.com/user:SECRET@host', 'https://git.example.com/•••@host'],
  ['https://git.example.com/?url=https%3A%2F%2Fbot%3ASECRET%40host', 'https://git.example.com/?•••%40host'],
  ['https://a:SECRET@c.example,https://d:SECRET@f.example', 'https://•••@f.example'],
  ['https://a.example/x,https://d:SECRET@f.example', 'https://a.example/x,https://•••@f.example'],
  ['u:SECRET@h,https://d:SECRET@f.example', '•••@f.example'],
  ['  https://user:token@host.example', '  https://•••@host.example'],
  ['see https://a:b@c.example and https://d:e@f.example', 'see https://•••@c.example and https://•••@f.example'],
])('of the address %s is left %s', (origin, redacted) => {
  expect(redact(origin)).toBe(redacted);
});

test.each([
  ['https://bot:12/SECRET@host/*', 'a port and a path, or a password'],
  ['https://jane@acme.com:12/SECRET@host/*', 'a port and a path, or a password'],
  ['https://user:p@ss.word/SECRET@host.example', 'two `@` that may end it'],
  ['https://bot:SECRETcutOf', 'a text that was cut off'],
])('of %s nothing is left: %s', (origin) => {
  expect(redact(`see ${origin} there`)).toBe('see https://••• there');
});

test.each([
  ['user:SECRET@git.example.com:acme/x.git', '•••@git.example.com:acme/x.git'],
  ['bot:SECRET@host:group', '•••@host:group'],
  ['jane@acme.com:SECRET@host:group', '•••@host:group'],
  ['x u:SECRET@h', 'x •••@h'],
  ['(u:SECRET@h)', '(•••@h)'],
  ['"u:SECRET@h"', '"•••@h"'],
  ['<u:SECRET@h>', '<•••@h>'],
  ['//u:SECRET@h', '//•••@h'],
  ['//bot://a.SECRET#@git.example.com', '//•••@git.example.com'],
  ['bot://host/SECRET@h', '•••@h'],
  ['u:SECRET%40h', '•••%40h'],
  ['u%3ASECRET@h', '•••@h'],
  ['u:SEC/RET@h', '•••@h'],
  ['u:SECRET@h and v:SECRET@i', '•••@h and •••@i'],
  ['host:7999/u:SECRET@h', '•••@h'],
  ['AKIAIOSFODNN7EXAMPLE:SECRET@codecommit', '•••@codecommit'],
  ['https%3A%2F%2Fbot%3ASECRET%40host%2Fx', '•••%40host%2Fx'],
])('of the user and password in %s is left %s', (text, redacted) => {
  expect(redact(text)).toBe(redacted);
});

test.each([
  ['https://git.example.com/x?private_token=abc&a=1', 'https://git.example.com/x?private_token=•••&a=1'],
  ['https://host/?private_token=SECRET', 'https://host/?private_token=•••'],
  ['https://host/#access_token=SECRET', 'https://host/#access_token=•••'],
  ['https://host/x;token=SECRET', 'https://host/x;token=•••'],
  ['https://host/x;jsessionid=SECRET', 'https://host/x;jsessionid=•••'],
  ['https://host/?a=1%26key%3DSECRET', 'https://host/?a=1%26key%3D•••'],
  ['token=SECRET', 'token=•••'],
  ['apiKey=SECRET', 'apiKey=•••'],
  ['deployKey=SECRET', 'deployKey=•••'],
  ['my_pat=SECRET', 'my_pat=•••'],
  ['X-Amz-Signature=SECRET', 'X-Amz-Signature=•••'],
  ['client_secret = "SECRET" x', 'client_secret = "••• x'],
  ['{"password":"SECRET","a":1}', '{"password":"•••'],
  ['token:SECRET', 'token:•••'],
  ['password: SECRET', 'password: •••'],
  ['PRIVATE-TOKEN: SECRET', 'PRIVATE-TOKEN: •••'],
  ['Authorization: Bearer SECRET', 'Authorization: •••'],
  ['authorization: basic SECRET\nAccept: */*', 'authorization: •••\nAccept: */*'],
  ['curl with Bearer SECRET failed', 'curl with Bearer ••• failed'],
  ['ghp_0123456789abcdefSECRET@github.com/acme', '•••@github.com/acme'],
  ['uses glpat-SECRET_0123456789', 'uses •••'],
  ['https://git.example.com/glpat-SECRET0123456789/x', 'https://git.example.com/•••/x'],
  ['https://GIT.example.com/ghp_SECRET0123456789/x', 'https://GIT.example.com/•••/x'],
  ['github_pat_0123456789SECRET', '•••'],
])('of the value in %s is left %s', (text, redacted) => {
  expect(redact(text)).toBe(redacted);
});

test.each([
  '',
  'https://git.example.com/acme',
  'https://git.example.com/@scope/pkg',
  'https://git.example.com/scope/@acme/x',
  'https://git.example.com:8443/@scope/pkg',
  'https://gitserver:8080/@scope/pkg',
  'https://gitserver/@scope/pkg',
  'https://localhost/a@b',
  'https://git.example.com/a@b',
  'https://gitserver:8080/x',
  'See https://gitserver:8080, please',
  'https://git.example.com?path=/a',
  'https://•••@git.example.com/x',
  'git@github.com:acme/x.git',
  'git@github.com:@scope/x.git',
  'git@github.com:acme/@scope/x.git',
  'git.example.com:7999/@scope/x',
  'C:\\git\\@scope',
  '@scope/pkg',
  'npm:@scope/pkg',
  '/mnt/share/git',
  'Team A: mail me@x.com',
  'Team: me@x.com',
  '3:45 PM @ office',
  'Payments @ 12:30',
  'monkey=1',
  'compass=north path=/x',
  'Tokens: the team of tokens',
  'Key: platform',
  'token=',
  '100% done = good: yes',
])('%s stays as it is', (text) => {
  expect(redact(text)).toBe(text);
});

const SECRET = 'SECRET';

/** A password of any signs but blanks; one that ends in a slash looks like the path before a `/@scope`. */
const passwords = fc
  .tuple(
    ...[0, 1].map(() => fc.string({ unit: fc.constantFrom(...'aZ09._-+:/?#@=%&;,!~"\'()[]{}|\\é'), maxLength: 8 })),
  )
  .map(([before = '', after = '']) => `${before}${SECRET}${after.replace(/[/\\]+$/, '')}`);
const users = fc.constantFrom(
  'bot',
  'first.last',
  'jane@acme.com',
  'ACME\\bot',
  'a%40b.example',
  'AKIAIOSFODNN7EXAMPLE',
  '0',
);
const hosts = fc.constantFrom('git.example.com', 'localhost', 'gitserver', 'gitserver:8080', '[::1]:8443', '10.0.0.1');
const paths = fc.constantFrom('', '/', '/acme/*', '/@scope/x', '/a?b=c#d', ':acme/x.git');
const around = fc.constantFrom(
  ['', ''],
  ['see ', ' there'],
  ['(', ')'],
  ['"', '"'],
  ['x\t', '\ny'],
  ['https://a.example/b ', ' me@x.com'],
);

const SPELLINGS: readonly ((user: string, password: string, host: string) => string)[] = [
  (user, password, host) => `https://${user}:${password}@${host}`,
  (user, password, host) => `GIT+SSH://${user}:${password}@${host}`,
  (user, password, host) => `//${user}:${password}@${host}`,
  (user, password, host) => `${user}:${password}@${host}`,
  (user, password, host) => encodeURIComponent(`https://${user}:${password}@${host}`),
  (user, password, host) => `https://${encodeURIComponent(`${user}:${password}`)}@${host}`,
];

test('no password survives, whatever it is made of and wherever it stands', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...SPELLINGS),
      users,
      passwords,
      hosts,
      paths,
      around,
      (spell, user, password, host, path, [before = '', after = '']) => {
        expect(redact(before + spell(user, password, host) + path + after)).not.toContain(SECRET);
      },
    ),
    { numRuns: 5_000 },
  );
});

const NAMES = [
  'token',
  'private_token',
  'access-token',
  'client_secret',
  'apikey',
  'X-Api-Key',
  'password',
  'passwd',
  'pat',
  'jsessionid',
];

test('no value of a parameter survives that is called like a secret', () => {
  const values = passwords.map((value) => value.replace(/[&"']/g, ''));
  const before = fc.constantFrom('https://host.example/x?', 'https://host.example/#', '/x;', 'a&', '', 'x ', '("');
  fc.assert(
    fc.property(before, fc.constantFrom(...NAMES), values, (start, name, value) => {
      expect(redact(`${start}${name}=${value}&b=1`)).not.toContain(SECRET);
    }),
    { numRuns: 2_000 },
  );
});

test('redacting twice changes nothing more, whatever the text', () => {
  const parts = fc.constantFrom(
    'a',
    'Z',
    '1',
    '.',
    '-',
    '+',
    '://',
    ':',
    '/',
    '@',
    ' ',
    '\n',
    '?',
    '&',
    '=',
    ';',
    '#',
    '%40',
    '%3A',
    '%3D',
    '%',
    '"',
    '[',
    '(',
    '\\',
    '•••',
    'token',
    'key',
    'x_pat',
    'localhost',
    'host.example',
    'https://',
    'user:pw@',
    'git@',
    'é',
    ':7999',
    'Bearer ',
    'Authorization: ',
    'ghp_0123456789',
    'C:\\',
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 14 }), (text) => {
      const once = redact(text.join(''));
      expect(redact(once)).toBe(once);
    }),
    { numRuns: 10_000 },
  );
});
