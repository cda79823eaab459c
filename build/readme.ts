import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { ROOT } from './plugin';

const README = path.join(ROOT, 'README.md');

/** The text with the part between two marks made anew. Throws where it has no place for it. */
export function withPart(text: string, name: string, command: string, content: string): string {
  const begin = `<!-- ${name}: made by ${command} -->`;
  const end = `<!-- end of ${name} -->`;
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`README.md lacks ${begin} or ${end}`);
  return `${text.slice(0, from + begin.length)}\n${content}\n${text.slice(to)}`;
}

/** Markdown; the first row is the head. */
export function markdownTable(rows: readonly (readonly (string | number)[])[]): string {
  const [head = [], ...others] = rows;
  return [head, head.map(() => '---'), ...others].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Puts a part into the README. */
export function writePart(name: string, command: string, content: string): void {
  writeFileSync(README, withPart(readFileSync(README, 'utf8'), name, command, content));
}
