import { redact } from '../../src/sources/redact';

test.each([
  ['https://user:token@git.example.com/acme', 'https://•••@git.example.com/acme'],
  ['https://token@git.example.com', 'https://•••@git.example.com'],
  ['https://user:p@ss@git.example.com/x', 'https://•••@git.example.com/x'],
  ['https://user:p#ss@host.example/x', 'https://•••@host.example/x'],
  ['https://user:p?ss@host.example/x', 'https://•••@host.example/x'],
  ['https://user:a/b@host.example/x', 'https://•••@host.example/x'],
  ['  https://user:token@host.example', '  https://•••@host.example'],
  ['see https://a:b@c.example and https://d:e@f.example', 'see https://•••@c.example and https://•••@f.example'],
  ['https://user:token@host.example/scope/@acme/x', 'https://•••@host.example/scope/@acme/x'],
  ['ssh://git@git.example.com:7999/x', 'ssh://•••@git.example.com:7999/x'],
  ['user:token@git.example.com:acme/x.git', '•••@git.example.com:acme/x.git'],
  ['https://git.example.com/x?private_token=abc&a=1', 'https://git.example.com/x?private_token=•••&a=1'],
])('%s loses its credential', (origin, redacted) => {
  expect(redact(origin)).toBe(redacted);
});

test.each(['https://git.example.com/acme', 'https://git.example.com/scope/@acme/x', 'https://localhost/a@b', 'git@github.com:acme/x.git', '/mnt/share/git', 'https://git.example.com/a@b', ''])(
  '%s stays as it is',
  (origin) => {
    expect(redact(origin)).toBe(origin);
  },
);

test('redacting twice changes nothing more', () => {
  const once = redact('https://user:token@git.example.com/acme');
  expect(redact(once)).toBe(once);
});
