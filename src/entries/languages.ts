import type { Messages } from '../i18n/texts';

/** The texts in a language; none where there is no file of it. */
async function textsOf(name: string): Promise<Messages | undefined> {
  try {
    const texts = (await import(
      /* webpackChunkName: "language-[request]" */ `../../resources/languages/${name}.properties`
    )) as { readonly default: Messages };
    return { ...texts.default, 'texts.language': name.replaceAll('_', '-') };
  } catch {
    return undefined;
  }
}

/**
 * Outside of Jira, which puts them in by itself, the page has texts in English and translates those of each part.
 *
 * @param locale as Jira writes it, such as `de_DE`; texts that are in no file of its language stay English
 */
export function translator(locale: string): (english: Messages) => Promise<Messages> {
  const [language = ''] = locale.split('_');
  const all = Promise.all([language, locale].map(textsOf));
  return async (english) => Object.assign({}, english, ...(await all)) as Messages;
}

/** Tells the page whose locale is the user's, as Jira does. */
export function setLocale(page: Document, locale: string): void {
  page.querySelector('meta[name="ajs-user-locale"]')?.setAttribute('content', locale);
}
