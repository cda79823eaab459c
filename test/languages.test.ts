import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'dot-properties';

import { formsOf, LANGUAGES, languageTag, sourceTexts, translation, withForms } from '../build/source-texts';
import { supportedLocale } from '../src/i18n/texts';
import { ROOT } from './support/source-files';

const ENGLISH = sourceTexts();

/** What the name of the file says is not in it. */
const TOLD_BY_NAME = 'texts.language';

const FORM = /\.(zero|one|two|few|many|other)$/;

/** The keys that a language needs: those of English, and of a text that depends on a count one for each of its forms. */
function keysFor(language: string): string[] {
  const stems = new Set(Object.keys(ENGLISH).flatMap((key) => (key.endsWith('.other') ? [key.replace(FORM, '')] : [])));
  const plain = Object.keys(ENGLISH).filter((key) => !stems.has(key.replace(FORM, '')) && key !== TOLD_BY_NAME);
  return [...plain, ...[...stems].flatMap((stem) => formsOf(language).map((form) => `${stem}.${form}`))].sort();
}

const places = (text: string) => [...new Set(text.match(/\{\d\}/g))].sort().join(' ');
const steps = (text: string) => text.split('|').length;

describe.each(LANGUAGES)('the texts in %s', (language) => {
  const file = readFileSync(join(ROOT, `resources/languages/${language}.properties`), 'utf8');
  const texts = parse(file) as Readonly<Record<string, string>>;
  const english = withForms(ENGLISH, formsOf(language));
  const entries = Object.entries(texts).filter(([key]) => key in english);
  const isUnlike = (measure: (text: string) => unknown) => (entry: readonly [key: string, text: string]) =>
    measure(entry[1]) !== measure(english[entry[0]] ?? '');

  test('are of a language that browsers know, by its name in Java', () => {
    expect(language).toMatch(/^[a-z]{2,3}(_[A-Z]{2})?$/);
    expect(Intl.DateTimeFormat.supportedLocalesOf(languageTag(language))).toEqual([supportedLocale(language)]);
    expect(translation(language)[TOLD_BY_NAME]).toBe(languageTag(language));
  });

  test('are those of all keys of English, with the forms that the language has for counts, and no other', () => {
    expect(Object.keys(texts).sort()).toEqual(keysFor(language));
  });

  test('stand there once each', () => {
    const lines = file.split('\n').filter((line) => /^[^#\s]/.test(line));
    expect(lines.map((line) => line.slice(0, line.indexOf('='))).sort()).toEqual(Object.keys(texts).sort());
  });

  test('have the places of the English ones for what is put in, and as many steps', () => {
    expect(entries.filter(isUnlike(places))).toEqual([]);
    expect(entries.filter(isUnlike(steps))).toEqual([]);
  });

  test('can be formatted by Java: no straight apostrophe, braces only as {0}, and none is blank', () => {
    const wrong = entries.filter(
      ([, text]) => text.trim() === '' || text.includes("'") || /[{}]/.test(text.replace(/\{\d\}/g, '')),
    );
    expect(wrong).toEqual([]);
  });
});

test('a form that English lacks is asked for where a language has it, and English there until it is translated', () => {
  const texts = { 'a.one': '{0} row', 'a.other': '{0} rows', b: 'B' };
  expect(withForms(texts, ['one', 'few', 'many', 'other'])).toEqual({
    ...texts,
    'a.few': '{0} rows',
    'a.many': '{0} rows',
  });
  expect(withForms(texts, ['one', 'other'])).toEqual(texts);
  expect(formsOf('pl')).toEqual(expect.arrayContaining(['few', 'many']));
});
