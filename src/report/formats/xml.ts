import { plainText } from './plain-text';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** One line of a text inside XML 1.0, which forbids control characters, halves of surrogate pairs, U+FFFE and U+FFFF. */
export function xmlText(text: string): string {
  return plainText(text)
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}

/** What stands inside of an element: elements, or lines of text. */
export interface Xml {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string | number>>;
  readonly children?: readonly Xml[];
  /** Lines; only where there are no children. */
  readonly text?: readonly string[];
}

/** An element in lines. Elements are set in by two blanks; text is not, as blanks belong to it. */
export function xmlLines({ name, attributes = {}, children = [], text = [] }: Xml, indent = ''): readonly string[] {
  const set = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlText(String(value))}"`);
  const open = `${indent}<${name}${set.join('')}`;
  if (text.length > 0) return [`${open}>${text.map(xmlText).join('\n')}</${name}>`];
  if (children.length === 0) return [`${open}/>`];
  return [`${open}>`, ...children.flatMap((child) => xmlLines(child, `${indent}  `)), `${indent}</${name}>`];
}
