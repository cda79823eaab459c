import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { parse } from 'dot-properties';
import { strFromU8, unzipSync } from 'fflate';

import { zip } from '../../build/jar/zip';
import { ROOT } from '../../build/plugin';

/** A jar, read: its entries in their order. */
export interface Jar {
  readonly names: readonly string[];
  bytes(name: string): Uint8Array;
  text(name: string): string;
}

/** Reads a jar that `npm run build` wrote. */
export function readJar(file: string): Jar {
  if (!existsSync(file)) throw new Error(`${path.relative(ROOT, file)} is missing: run "npm run build" first`);
  const entries = unzipSync(readFileSync(file));
  const bytes = (name: string): Uint8Array => {
    const content = entries[name];
    if (!content) throw new Error(`the jar has no ${name}`);
    return content;
  };
  return { names: Object.keys(entries), bytes, text: (name) => strFromU8(bytes(name)) };
}

/**
 * The texts of a jar by the key that Jira knows them under.
 *
 * @param language those of its own file; English where it is left out
 */
export function textsOf(jar: Jar, language?: string): Readonly<Record<string, string>> {
  return parse(jar.text(textFileOf(language))) as Record<string, string>;
}

/** Where the texts of a language are in a jar. */
export function textFileOf(language?: string): string {
  return `i18n/checkup${language === undefined ? '' : `_${language}`}.properties`;
}

/** Writes a jar whose entries were changed, with some more; those that the change makes undefined are left out. */
export async function alteredJar(
  from: string,
  to: string,
  change: (name: string, content: Buffer) => Buffer | string | undefined,
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  const jar = readJar(from);
  const changed = jar.names.map((name) => [name, change(name, Buffer.from(jar.bytes(name)))] as const);
  const entries = [...changed, ...Object.entries(more)].flatMap(([name, content]) =>
    content === undefined ? [] : [[name, Buffer.from(content)] as const],
  );
  writeFileSync(to, await zip(new Map(entries)));
}
