import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { parse } from 'dot-properties';
import { strFromU8, unzipSync } from 'fflate';

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

/** The texts of a jar by the key that Jira knows them under. */
export function textsOf(jar: Jar): Readonly<Record<string, string>> {
  return parse(jar.text('i18n/checkup.properties')) as Record<string, string>;
}
