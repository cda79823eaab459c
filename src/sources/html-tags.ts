/** A tag of a page, and the text that stands before it. */
export interface Tag {
  /** Text since the tag before, with its entities read. */
  readonly text: string;
  /** In small letters. */
  readonly name: string;
  readonly isEnd: boolean;
  /** Value by name in small letters; of a name that is there twice the first. */
  readonly attributes: ReadonlyMap<string, string>;
}

const NAME = /<(\/?)([a-z][^\s/>]*)/iy;
const ATTRIBUTE = /[\s/]*([^\s/>=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>][^\s>]*))?/y;
const END = /[\s/]*>/y;

/** What stands in them is no markup. */
const RAW: ReadonlySet<string> = new Set(['script', 'style', 'textarea', 'title', 'template', 'noscript', 'iframe']);

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** The letter of a number, the letter that is no letter where there is none. */
function letter(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
}

/** Of names only those that Jira writes; another one stays as it is. */
function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi, (entity, decimal, hex, name: string) => {
    if (typeof decimal === 'string') return letter(Number(decimal));
    if (typeof hex === 'string') return letter(parseInt(hex, 16));
    return ENTITIES[name.toLowerCase()] ?? entity;
  });
}

function matchAt(pattern: RegExp, page: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(page) ?? undefined;
}

/** The attributes from there on, and the place after the tag; undefined where it does not end well. */
function readAttributes(
  page: string,
  from: number,
): { readonly attributes: Map<string, string>; readonly end: number } | undefined {
  const attributes = new Map<string, string>();
  let at = from;
  for (;;) {
    const end = matchAt(END, page, at);
    if (end) return { attributes, end: at + end[0].length };
    const found = matchAt(ATTRIBUTE, page, at);
    if (!found) return undefined;
    const [whole, name = '', value = ''] = found;
    const key = name.toLowerCase();
    if (!attributes.has(key)) attributes.set(key, decoded(/^["']/.test(value) ? value.slice(1, -1) : value));
    at += whole.length;
  }
}

/** Where the raw text of an element ends; the end of the page where it does not. */
function endOfRaw(page: string, name: string, from: number): number {
  const end = new RegExp(`</${name}`, 'gi');
  end.lastIndex = from;
  return end.exec(page)?.index ?? page.length;
}

/**
 * The tags of a page, in their order, and no more of it: nothing is loaded or run. Comments and scripts are passed
 * over. A page that is cut off within a tag or a comment ends before it. The time grows with the length of the page,
 * whatever it holds.
 */
export function* tagsOf(page: string): Generator<Tag> {
  let text = '';
  let textFrom = 0;
  for (let at = page.indexOf('<'); at >= 0; at = page.indexOf('<', at)) {
    if (page.startsWith('<!--', at)) {
      text += page.slice(textFrom, at);
      const end = page.indexOf('-->', at + 4);
      if (end < 0) return;
      at = textFrom = end + 3;
      continue;
    }
    const start = matchAt(NAME, page, at);
    if (!start) {
      at += 1;
      continue;
    }
    const read = readAttributes(page, at + start[0].length);
    if (!read) return;
    const name = (start[2] ?? '').toLowerCase();
    const isEnd = start[1] === '/';
    yield { text: decoded(text + page.slice(textFrom, at)), name, isEnd, attributes: read.attributes };
    text = '';
    at = textFrom = read.end;
    if (!isEnd && RAW.has(name)) at = textFrom = endOfRaw(page, name, at);
  }
}
