import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { parse } from 'dot-properties';

import { ROOT } from './plugin';

/** Texts by their key. */
export type PropertyTexts = Readonly<Record<string, string>>;

const FOLDER = path.join(ROOT, 'resources/i18n');
const TRANSLATIONS = path.join(ROOT, 'resources/languages');

function propertiesIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.properties'))
    .sort();
}

/** The languages that there are texts in beside English, as Java writes them: `de`, `pt_BR`. */
export const LANGUAGES: readonly string[] = propertiesIn(TRANSLATIONS).map((name) => path.parse(name).name);

/** All texts in English, as one properties file. The jar has one file for each language. */
export function sourceProperties(): string {
  return propertiesIn(FOLDER)
    .map((name) => readFileSync(path.join(FOLDER, name), 'utf8'))
    .join('\n');
}

export function sourceTexts(): PropertyTexts {
  return parse(sourceProperties()) as Record<string, string>;
}

/** A language as browsers write it: `pt-BR`. */
export function languageTag(language: string): string {
  return language.replaceAll('_', '-');
}

/** The texts of a language, which say themselves which one that is. */
export function translation(language: string): PropertyTexts {
  const texts = parse(readFileSync(path.join(TRANSLATIONS, `${language}.properties`), 'utf8')) as Record<
    string,
    string
  >;
  return { ...texts, 'texts.language': languageTag(language) };
}

/** The forms that a language has for counts. */
export function formsOf(language: string): readonly string[] {
  return new Intl.PluralRules(languageTag(language)).resolvedOptions().pluralCategories;
}

const FORMS: readonly string[] = [...new Set(['en', ...LANGUAGES].flatMap(formsOf))];

/**
 * English texts with a text for each form that any of the languages has: Jira puts in the texts of the keys that it finds
 * in a script, so that a form which English does not know has to be asked for there, and answered in English too.
 */
export function withForms(texts: PropertyTexts, forms = FORMS): PropertyTexts {
  const others = Object.entries(texts).filter(([key]) => key.endsWith('.other'));
  const more = others.flatMap(([key, text]) => forms.map((form) => [key.replace(/other$/, form), text] as const));
  return { ...Object.fromEntries(more), ...texts };
}
