import { nearest } from '../../src/command-line/nearest';

const NAMES = ['url', 'format', 'fail-on', 'token-file', 'timeout', 'only'];

test.each([
  ['fromat', 'format'],
  ['FORMAT', 'format'],
  ['frmt', 'format'],
  ['fmt', undefined],
  ['ulr', undefined],
  ['uri', 'url'],
  ['olny', 'only'],
  ['tok', 'token-file'],
  ['t', undefined],
  ['nothing-like-it', undefined],
  ['', undefined],
  ['x'.repeat(100_000), undefined],
])('of %.20s: %s', (word, name) => {
  expect(nearest(word, NAMES)).toBe(name);
});
