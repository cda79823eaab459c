import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { ROOT } from './plugin';

/** A part of a document that is made from the code. */
export interface Part {
  /** Its file, from the root of the repository. */
  readonly file: string;
  readonly name: string;
  /** What makes it. */
  readonly command: string;
}

/** The text of a document with the part between two marks made anew. Throws where it has no place for it. */
export function withPart(text: string, { file, name, command }: Part, content: string): string {
  const begin = `<!-- ${name}: made by ${command} -->`;
  const end = `<!-- end of ${name} -->`;
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${file} lacks ${begin} or ${end}`);
  return `${text.slice(0, from + begin.length)}\n${content}\n${text.slice(to)}`;
}

/** Markdown; the first row is the head. */
export function markdownTable(rows: readonly (readonly (string | number)[])[]): string {
  const [head = [], ...others] = rows;
  const lines = [head, head.map(() => '---'), ...others];
  return lines.map((cells) => `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`).join('\n');
}

/** Puts a part into its document. */
export function writePart(part: Part, content: string): void {
  const file = path.join(ROOT, part.file);
  writeFileSync(file, withPart(readFileSync(file, 'utf8'), part, content));
}
