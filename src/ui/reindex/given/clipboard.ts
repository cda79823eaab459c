import { readClipboard } from '../../../queue/read-queue';
import { missingColumns, readColumnName, readColumns } from '../../../queue/rows/columns';

/** What is needed of the clipboard's `DataTransfer`. */
export interface Clipboard {
  getData(type: string): string;
}

const UNSEEN = new Set(['SCRIPT', 'STYLE', 'HEAD', 'TITLE', 'TEMPLATE', 'NOSCRIPT']);
const BLOCKS =
  /^(ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|BODY|BR|BUTTON|DD|DIV|DL|DT|FIELDSET|FIGURE|FOOTER|FORM|H[1-6]|HEADER|HR|LABEL|LI|MAIN|NAV|OL|OPTION|P|PRE|SECTION|SELECT|UL)$/;
/** No name of a column is longer, and none stands in more pieces. */
const LONGEST_NAME = 100;
const MOST_PIECES = 50;
/** Read apart from the text around them. */
const PARTS = new Set(['DL', 'TABLE']);

/** Elements in elements: a browser takes the square of the time for what is nested more deeply than this, and no page is. */
const DEEPEST = 250;
const VOID = /^(area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i;

/** As it is written: browsers close what they copy. */
function isTooDeep(html: string): boolean {
  let depth = 0;
  for (const [, end, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (VOID.test(name)) continue;
    depth = end === '' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > DEEPEST) return true;
  }
  return false;
}

function clean(text: string | null): string {
  return (text ?? '').replace(/[\s\u00a0]+/g, ' ').trim();
}

/** The text without that of some elements, which is read elsewhere: however deeply they stand in each other, once. */
function textWithout(element: Node, left: ReadonlySet<string>): string {
  let text = '';
  for (const child of element.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) text += child.textContent ?? '';
    else if (child instanceof Element && !left.has(child.tagName) && !UNSEEN.has(child.tagName)) {
      text += textWithout(child, left) + (BLOCKS.test(child.tagName) ? ' ' : '');
    }
  }
  return text;
}

/** The text of a cell on one line. A quote at its start would open a quoted cell. */
function cellText(cell: Element): string {
  const text = clean(textWithout(cell, PARTS));
  return text.startsWith('"') ? ` ${text}` : text;
}

const LISTS = new Set(['DL']);

function pair(label: Element, value: Element): string[] {
  const [name, text] = [clean(textWithout(label, LISTS)).replace(/\s*:$/, ''), clean(textWithout(value, LISTS))];
  return name === '' || text === '' ? [] : [`${name}: ${text}`];
}

function listPairs(list: Element): string[] {
  let label: Element | undefined;
  return [...list.querySelectorAll('dt, dd')].flatMap((part) => {
    if (part.tagName === 'DD') return label ? pair(label, part) : [];
    label = part;
    return [];
  });
}

/** Details in a table: a label beside its value, once or more in a row, or a row of labels above a row of values. */
function tablePairs(table: HTMLTableElement): string[] {
  const rows = [...table.rows].map((row) => [...row.cells]);
  const [labels = [], values = []] = rows;
  const isAbove =
    rows.length === 2 && labels.length > 1 && labels.length === values.length && labels.every(isColumnName);
  if (isAbove) return labels.flatMap((label, place) => pair(label, values[place] ?? label));
  return rows.flatMap((cells) => {
    if (cells.length === 1) return cells.flatMap(leaves);
    return cells.flatMap((label, place) =>
      place % 2 === 0 && cells[place + 1] ? pair(label, cells[place + 1] as Element) : [],
    );
  });
}

/** The text of an element, if it is no longer than that; else blank. */
function textIn(element: Element, longest: number, mostPieces: number): string {
  const pieces = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_ALL);
  let text = '';
  for (let seen = 0; pieces.nextNode(); seen += 1) {
    if (pieces.currentNode.nodeType === Node.TEXT_NODE) text += pieces.currentNode.textContent ?? '';
    if (text.length > longest || seen >= mostPieces) return '';
  }
  return clean(text);
}

function nameIn(cell: Element): string {
  return textIn(cell, LONGEST_NAME, MOST_PIECES);
}

function isColumnName(cell: Element): boolean {
  return readColumnName(nameIn(cell)) !== undefined;
}

/** Each piece of text on its own line: a label and then its value. */
function leaves(element: Element): string[] {
  if (element instanceof HTMLTableElement) return tablePairs(element);
  if (element.tagName === 'DL') return listPairs(element);
  return [...element.childNodes].flatMap((child) => {
    if (child instanceof Element) return leaves(child);
    const text = child.nodeType === Node.TEXT_NODE ? clean(child.textContent) : '';
    return text === '' ? [] : [text];
  });
}

/** Whether a row names all columns that a table of tasks needs. */
function holdsTasks(table: HTMLTableElement): boolean {
  return [...table.rows].some((row) => {
    const columns = readColumns([...row.cells].map(nameIn));
    return missingColumns(new Set(columns.keys())).length === 0;
  });
}

/** All that has a table of tasks in it, and these tables. */
function aroundTasks(page: Document): ReadonlySet<Node> {
  const around = new Set<Node>();
  for (const table of page.querySelectorAll('table')) {
    if (!holdsTasks(table)) continue;
    for (let node: Node | null = table; node && !around.has(node); node = node.parentNode) around.add(node);
  }
  return around;
}

/** Labels of the dashboard, which may stand in a table that is there for the layout. */
const DASHBOARD = /current number of|scheduled time for indexing/i;
const LONGEST_DASHBOARD = 2_000;

/** Gathers the lines of tables, and apart from them the text around, which is the dashboard. */
class Lines {
  /** What stands outside of tables. */
  readonly outside: string[] = [];
  readonly rows: string[] = [];
  private line = '';
  private readonly around: ReadonlySet<Node>;

  constructor(page: Document) {
    this.around = aroundTasks(page);
    this.walk(page);
  }

  private endLine(): void {
    const text = clean(this.line);
    if (text !== '') this.outside.push(text);
    this.line = '';
  }

  private walk(parent: Node): void {
    for (const node of parent.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) this.line += node.textContent ?? '';
      if (!(node instanceof Element) || UNSEEN.has(node.tagName)) continue;
      const isTable = node instanceof HTMLTableElement;
      const isBlock = isTable || BLOCKS.test(node.tagName);
      if (isBlock) this.endLine();
      else this.line += ' ';
      if (isTable) this.table(node);
      else this.walk(node);
      if (isBlock) this.endLine();
      else this.line += ' ';
    }
    if (parent instanceof Document) this.endLine();
  }

  private table(table: HTMLTableElement): void {
    if (table.caption) this.walk(table.caption);
    const isDashboard = DASHBOARD.test(textIn(table, LONGEST_DASHBOARD, 10 * MOST_PIECES));
    for (const row of table.rows) this.row([...row.cells], isDashboard);
  }

  private row(cells: readonly HTMLTableCellElement[], isDashboard: boolean): void {
    const isLayout = isDashboard || cells.some((cell) => this.around.has(cell));
    const only = cells.length === 1 ? cells[0] : undefined;
    if (isLayout) {
      for (const cell of cells) {
        this.walk(cell);
        this.endLine();
      }
    } else if (only) this.details(only);
    else {
      const texts = cells.flatMap((cell) => [
        cellText(cell),
        ...Array.from({ length: Math.min(cell.colSpan, 50) - 1 }, () => ''),
      ]);
      if (texts.some((text) => text !== '')) this.rows.push(texts.join('\t'));
      for (const cell of cells)
        for (const part of cell.querySelectorAll('dl, table')) if (isOutermost(part, cell)) this.details(part);
    }
  }

  /** There may be more of them than a function takes arguments. */
  private details(part: Element): void {
    for (const line of leaves(part)) this.rows.push(line);
  }
}

function isOutermost(part: Element, cell: Element): boolean {
  const outer = part.parentElement?.closest('dl, table');
  return !outer || !cell.contains(outer);
}

/** The tables of a page as lines of tab separated cells, with the text around them first. Undefined without a table. */
function textOfPage(html: string): string | undefined {
  if (!/<table[\s>]/i.test(html) || isTooDeep(html)) return undefined;
  const page = new DOMParser().parseFromString(html, 'text/html');
  const { rows, outside } = new Lines(page);
  return rows.length === 0 ? undefined : [...outside, ...rows].join('\n');
}

/**
 * Reads a paste. The clipboard's HTML is used where it carries a table, because it says which text is in which cell: rows
 * become tab separated lines, opened details `label: value` lines under their row.
 *
 * @param capturedAt milliseconds since the epoch
 */
export function readPaste(data: Clipboard, capturedAt: number): ReturnType<typeof readClipboard> {
  const [plain, html] = [data.getData('text/plain'), data.getData('text/html')];
  return readClipboard({ plain, table: textOfPage(html) }, { capturedAt });
}
