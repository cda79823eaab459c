import { redact } from '../../src/sources/redact';
import { SeededRandom } from '../support/seeded-random';

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

/** What the rules say, as plain expressions; they take too long on long texts. */
function plainly(text: string): string {
  const hide = (url: string) => redact(url);
  return text
    .replace(/[a-z][a-z0-9+.-]*:\/\/\S+/gi, hide)
    .replace(/^(\s*)([^\s/@:]+:(?!\/\/)[^\s@]+)@/, '$1•••@')
    .replace(/([?&](?:[a-z_-]*(?:token|password|secret|key|pat)[a-z_-]*)=)[^&#\s]*/gi, '$1•••');
}

test('in any text the same addresses and parameters are found as by plain expressions', () => {
  const random = new SeededRandom(3);
  const parts = ['a', 'Z', '1', '.', '-', '+', '://', ':', '/', '@', ' ', '\n', '?', '&', '=', 'token', 'key', 'x_pat', '#', 'localhost', 'host.example', 'https://', 'user:pw@', 'é', ':7999'] as const;
  const texts = Array.from({ length: 20_000 }, () => Array.from({ length: random.whole(1, 12) }, () => random.pick(parts)).join(''));
  expect(texts.filter((text) => redact(text) !== plainly(text))).toEqual([]);
});

test('redacting twice changes nothing more', () => {
  const once = redact('https://user:token@git.example.com/acme');
  expect(redact(once)).toBe(once);
});
