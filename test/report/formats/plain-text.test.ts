import { plainText, widthOf, wrapped } from '../../../src/report/formats/plain-text';
import { HOSTILE_TEXTS } from '../../support/hostile-texts';

test.each([
  ['GitLab: payments', 'GitLab: payments'],
  ['red \u001b[31mname\u001b[0m', 'red  [31mname [0m'],
  ['C1 \u009b31m', 'C1  31m'],
  ['bell\u0007, back\b, delete\u007f', 'bell , back , delete '],
  ['a\r\nb\tc\u2028d\u2029e', 'a b c d e'],
  ['left \u202eright\u202c', 'left right'],
  ['\u2068a\u2069\u200f\ufeff', 'a'],
  ['half \ud83d', 'half \ufffd'],
  ['क्\u200dष', 'क्\u200dष'],
])('%j is written as %j', (text, plain) => {
  expect(plainText(text)).toBe(plain);
});

test.each(Object.entries(HOSTILE_TEXTS))('%s: no control character is left', (_, make) => {
  expect(plainText(make(2_000))).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e]/u);
});

test.each([
  ['', 0],
  ['name', 4],
  ['naïve', 5],
  ['e\u0301', 1],
  ['団体', 4],
  ['한국', 4],
  ['Ａ！', 4],
  ['⚡', 2],
  ['😀', 2],
  ['क्\u200dष', 2],
])('%j is %d letters wide', (text, width) => {
  expect(widthOf(text)).toBe(width);
});

test.each([
  ['a line', 10, ['a line']],
  ['exactly ten', 11, ['exactly ten']],
  ['exactly ten', 10, ['exactly', 'ten']],
  ['  blanks   count once ', 30, ['blanks count once ']],
  ['see https://git.acme.example/a/b now', 12, ['see', 'https://git.acme.example/a/b', 'now']],
  ['団体団体団体 end', 8, ['団体団体', '団体 end']],
  ['(1)\u00a0Open (2)\u00a0Save', 12, ['(1) Open', '(2) Save']],
  ['', 10, ['']],
])('%j in lines of %d', (text, width, lines) => {
  expect(wrapped(text, width)).toEqual(lines);
});

test('much text is wrapped in no time that grows faster than the text', () => {
  expect(wrapped('団'.repeat(20_000), 80)).toHaveLength(500);
  expect(wrapped('word '.repeat(20_000), 80).length).toBeGreaterThan(1_000);
});
