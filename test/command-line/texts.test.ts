import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'dot-properties';

import { filesBelow, ROOT } from '../support/source-files';
import { commandLineMessages, messages } from '../support/texts';
import { TEXT_PATTERNS } from '../support/text-patterns';

const FOLDER = 'resources/command-line';

const keys = Object.keys(commandLineMessages);
const sources = filesBelow('src', /\.tsx?$/);
const source = sources.map(({ text }) => text).join('\n');
const made = Object.entries(TEXT_PATTERNS).flatMap(([pattern, values]) =>
  values.map((value) => pattern.replace(/\$\{[^}]+\}/, value)),
);
const literals = [...source.matchAll(/'([a-z][\w-]*(?:\.[\w-]+)+)'/g)].map(([, literal = '']) => literal);
const used = new Set([...literals, ...made]);
const stem = (key: string) => key.replace(/\.(one|other)$/, '');

test('all files of the folder are read, and no key stands twice in them or is one of the page', () => {
  const texts = readdirSync(join(ROOT, FOLDER)).map((name) => readFileSync(join(ROOT, FOLDER, name), 'utf8'));
  const lines = texts.join('\n').match(/^[^#\s][^=]*/gm) ?? [];
  expect(parse(texts.join('\n'))).toEqual(commandLineMessages);
  expect([...lines].sort()).toEqual([...keys].sort());
  expect(keys.filter((key) => key in messages)).toEqual([]);
});

test('each text is used', () => {
  expect(keys.length).toBeGreaterThan(20);
  expect(keys.filter((key) => !used.has(key) && !used.has(stem(key)))).toEqual([]);
});

test('each key of these families that the code names has its text', () => {
  const families = new Set(keys.map((key) => key.slice(0, key.indexOf('.'))));
  const there = new Set([...keys, ...keys.map(stem), ...Object.keys(messages), ...Object.keys(messages).map(stem)]);
  const named = literals.filter((literal) => families.has(literal.slice(0, literal.indexOf('.'))));
  expect(named.filter((literal) => !there.has(literal))).toEqual([]);
});

test('the page asks for none of them', () => {
  const own = new Set([...keys, ...keys.map(stem)]);
  const ofThePage = sources.filter(({ path }) => /^src\/(ui|badges)\//.test(path)).map(({ text }) => text);
  const asked = [...ofThePage.join('\n').matchAll(/'([a-z][\w-]*(?:\.[\w-]+)+)'/g)].map(([, key = '']) => key);
  expect(asked.filter((key) => own.has(key))).toEqual([]);
});

test('none is blank, has a straight apostrophe or a hole without a number', () => {
  const wrong = Object.entries(commandLineMessages).filter(
    ([, text]) => text.trim() === '' || text.includes("'") || /[{}]/.test(text.replace(/\{\d\}/g, '')),
  );
  expect(wrong).toEqual([]);
});
