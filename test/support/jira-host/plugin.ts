import { parse } from 'dot-properties';
import { JSDOM } from 'jsdom';

import type { Jar } from '../jar';
import type { WebResource } from './web-resources';

export interface Action {
  readonly className: string;
  readonly alias: string;
  readonly roles: string;
  /** Path in the jar, by the name of the result. */
  readonly views: ReadonlyMap<string, string>;
}

/** A plugin as Jira reads it from its jar: what the descriptor says, and nothing else. */
export interface Plugin {
  readonly key: string;
  readonly action: Action;
  /** In the language of a locale. */
  menu(locale: string): { readonly section: string; readonly item: string; readonly id: string; readonly link: string };
  readonly webResources: readonly WebResource[];
  /** The bytes of the texts, those of the locale after the others, as Java's `Properties` reads them. */
  textFile(locale: string): Buffer;
  texts(locale: string): Readonly<Record<string, string>>;
}

function attribute(element: Element | null | undefined, name: string): string {
  const value = element?.getAttribute(name);
  if (value === null || value === undefined)
    throw new Error(`the descriptor lacks ${name} at <${element?.tagName ?? '?'}>`);
  return value;
}

function textsOf(element: Element, selector: string): string[] {
  return [...element.querySelectorAll(selector)].map((one) => one.textContent?.trim() ?? '');
}

function webResource(plugin: string, jar: Jar, element: Element): WebResource {
  const transformed = [...element.querySelectorAll('transformation')].filter(
    (one) => one.querySelector('transformer[key="jsI18n"]') !== null,
  );
  const extensions = new Set(transformed.map((one) => attribute(one, 'extension')));
  return {
    key: `${plugin}:${attribute(element, 'key')}`,
    contexts: textsOf(element, 'context'),
    dependencies: textsOf(element, 'dependency'),
    files: [...element.querySelectorAll('resource[type="download"]')].map((one) => {
      const name = attribute(one, 'name');
      const translated = extensions.has(name.slice(name.lastIndexOf('.') + 1));
      return { name, translated, content: jar.text(attribute(one, 'location')) };
    }),
  };
}

function actionOf(descriptor: Element): Action {
  const element = descriptor.querySelector('webwork1 action');
  const views = [...(element?.querySelectorAll('view') ?? [])].map(
    (view) => [attribute(view, 'name'), (view.textContent ?? '').trim().replace(/^\//, '')] as const,
  );
  return {
    className: attribute(element, 'name'),
    alias: attribute(element, 'alias'),
    roles: attribute(element, 'roles-required'),
    views: new Map(views),
  };
}

/** Reads the descriptor as XML; one that is not well-formed throws, as Jira refuses it. */
export function readPlugin(jar: Jar): Plugin {
  const { document } = new JSDOM(jar.text('atlassian-plugin.xml'), { contentType: 'text/xml' }).window;
  const descriptor = document.documentElement;
  const key = attribute(descriptor, 'key');
  const location = attribute(descriptor.querySelector('resource[type="i18n"]'), 'location').replaceAll('.', '/');

  const textFile = (locale: string): Buffer => {
    const [language = ''] = locale.split('_');
    const names = [location, `${location}_${language}`, `${location}_${locale}`].map((name) => `${name}.properties`);
    const parts = [...new Set(names)]
      .filter((name) => jar.names.includes(name))
      .map((name) => Buffer.from(jar.bytes(name)));
    return Buffer.concat(parts.flatMap((part) => [part, Buffer.from('\n')]));
  };
  const texts = (locale: string) => parse(textFile(locale).toString('latin1')) as Record<string, string>;
  const label = (selector: string, locale: string) => {
    const asked = attribute(descriptor.querySelector(`${selector} > label`), 'key');
    return texts(locale)[asked] ?? asked;
  };
  return {
    key,
    action: actionOf(descriptor),
    menu: (locale) => ({
      section: label('web-section', locale),
      item: label('web-item', locale),
      id: attribute(descriptor.querySelector('web-item > link'), 'linkId'),
      link: descriptor.querySelector('web-item > link')?.textContent?.trim() ?? '',
    }),
    webResources: [...descriptor.querySelectorAll('web-resource')].map((element) => webResource(key, jar, element)),
    textFile,
    texts,
  };
}
