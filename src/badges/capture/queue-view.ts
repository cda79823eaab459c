import { contentOf } from './content';
import { cellsOf, headerOf, ROW } from './queue-page';

/** Name of the element that stands on the page for this app. */
export const LINE = 'gic-queue-line';

const TABLE = 'table, [role="table"], [role="grid"], [role="treegrid"]';

/** What does not belong to the text of the page: what a browser does not copy, and what is ours. */
const LEFT_OUT = `select, script, style, template, #${LINE}`;

/** A row of the table, with its details where these are in it. */
export interface QueueRow {
  readonly element: HTMLElement;
  readonly cells: readonly HTMLElement[];
}

/** The page of the queue as it is now. */
export interface QueueView {
  /** All between Jira's menus. */
  readonly content: HTMLElement;
  /** Undefined where the page shows the dashboard alone, or its rows in a way that is not known. */
  readonly table: HTMLElement | undefined;
  /** Rows of tasks, without those of details. */
  readonly rows: readonly QueueRow[];
  /** The text as a browser copies it, each task on one line. */
  readonly text: string;
  /** That of the table; of all where the table is not known. */
  readonly ofTable: string;
}

function onOneLine(cell: HTMLElement): string {
  return cell.innerText.replace(/\s+/g, ' ').trim();
}

function rowsOf(table: HTMLElement): QueueRow[] {
  return [...table.querySelectorAll<HTMLElement>(ROW)]
    .filter((element) => element.closest(TABLE) === table && element.checkVisibility())
    .map((element) => ({ element, cells: cellsOf(element) }));
}

/** A row with nearly as many cells as there are columns is one of a task; any other holds details. */
function isWhole({ cells }: QueueRow, columns: number): boolean {
  return cells.length >= columns - 1;
}

function tableText(rows: readonly QueueRow[], columns: number): string {
  return rows
    .map((row) =>
      isWhole(row, columns)
        ? row.cells.map(onOneLine).join('\t')
        : row.cells.map((cell) => cell.innerText.trim()).join('\n'),
    )
    .join('\n');
}

/** The text of an element, with that of the table put in by its rows: blocks in cells would tear them apart. */
function textWith(node: Node, table: HTMLElement | undefined, ofTable: string): string {
  if (node === table) return ofTable;
  if (node.nodeType === Node.TEXT_NODE) return node.textContent?.trim() ?? '';
  if (!(node instanceof HTMLElement) || node.matches(LEFT_OUT) || !node.checkVisibility()) return '';
  if (!node.querySelector(LEFT_OUT) && (!table || !node.contains(table))) return node.innerText.trim();
  return [...node.childNodes]
    .map((child) => textWith(child, table, ofTable))
    .filter((text) => text !== '')
    .join('\n');
}

/** Reads the page, and changes nothing of it. */
export function viewOf(page: Document): QueueView {
  const content = contentOf(page);
  const header = headerOf(content);
  const table = header?.closest<HTMLElement>(TABLE) ?? undefined;
  const rows = table ? rowsOf(table) : [];
  const columns = rows.find(({ element }) => element === header)?.cells.length ?? 0;
  const ofTable = tableText(rows, columns);
  const text = textWith(content, table, ofTable);
  return {
    content,
    table,
    rows: rows.filter((row) => row.element !== header && isWhole(row, columns)),
    text,
    ofTable: table ? ofTable : text,
  };
}

/** What tells the rows from others, whether opened or not. */
export function keyOfRows({ rows, text }: QueueView): string {
  if (rows.length === 0) return text;
  const words = (cell: HTMLElement) => (cell.textContent ?? '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  return rows.map(({ cells }) => cells.map(words).join('\t')).join('\n');
}
