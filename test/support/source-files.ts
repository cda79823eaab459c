import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

export const ROOT = join(__dirname, '../..');

export interface SourceFile {
  /** Below the project's folder, such as `src/model/host.ts`. */
  readonly path: string;
  readonly text: string;
}

/** The text files below a folder of the project. */
export function filesBelow(folder: string, ending: RegExp): readonly SourceFile[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}

/** What a file imports, in whatever form: static, for its effect, exported again, or on demand. */
export function importsOf(text: string): readonly string[] {
  const forms = /(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s+|\brequire\s*\(\s*)(['"])([^'"\n]+)\1/g;
  return [...text.matchAll(forms)].map((match) => match[2] ?? '');
}

/** The folder of `src` that a relative import of a file leads to; undefined where it leads elsewhere. */
export function folderOfImport(path: string, imported: string): string | undefined {
  if (!imported.startsWith('.')) return undefined;
  return folderOf(posix.join(posix.dirname(path), imported));
}

/** `ui` of `src/ui/head/head.tsx`; undefined of what lies in no folder of `src`. */
export function folderOf(path: string): string | undefined {
  return /^src\/([^/]+)\//.exec(path)?.[1];
}

/** The source files that a script has at first: the entry, and what is imported from there other than on demand. */
export function loadedAtFirst(entry: string): readonly SourceFile[] {
  const files = new Map(filesBelow('src', /\.tsx?$/).map((file) => [file.path, file]));
  const found = new Set<SourceFile>();
  const visit = (path: string): void => {
    const file = files.get(`${path}.ts`) ?? files.get(`${path}.tsx`);
    if (!file || found.has(file)) return;
    found.add(file);
    const { text } = file;
    for (const imported of importsOf(text.replace(/\bimport\s*\(|^(import|export) type [^;]*;/gm, '')))
      if (imported.startsWith('.')) visit(posix.join(posix.dirname(path), imported));
  };
  visit(entry);
  return [...found];
}
