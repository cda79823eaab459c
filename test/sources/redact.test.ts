import { redactOrigin } from '../../src/sources/redact';

test.each([
  ['https://user:token@git.example.com/acme', 'https://•••@git.example.com/acme'],
  ['https://token@git.example.com', 'https://•••@git.example.com'],
  ['https://user:p@ss@git.example.com/x', 'https://•••@git.example.com/x'],
  ['ssh://git@git.example.com:7999/x', 'ssh://•••@git.example.com:7999/x'],
  ['user:token@git.example.com:acme/x.git', '•••@git.example.com:acme/x.git'],
  ['https://git.example.com/x?private_token=abc&a=1', 'https://git.example.com/x?private_token=•••&a=1'],
])('%s loses its credential', (origin, redacted) => {
  expect(redactOrigin(origin)).toBe(redacted);
});

test.each(['https://git.example.com/acme', 'git@github.com:acme/x.git', '/mnt/share/git', 'https://git.example.com/a@b', ''])(
  '%s stays as it is',
  (origin) => {
    expect(redactOrigin(origin)).toBe(origin);
  },
);

test('redacting twice changes nothing more', () => {
  const once = redactOrigin('https://user:token@git.example.com/acme');
  expect(redactOrigin(once)).toBe(once);
});
