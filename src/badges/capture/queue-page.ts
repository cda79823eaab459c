import { localeOf } from '../../host-page/host-page';
import { contentOf } from './content';

/** Names of columns, and labels of the dashboard, as the vendor's page "Indexing queue viewer" has them. */
const COLUMN = /^(?:finish time|integration name|repository name|type of operation|delay|trigger|status)$/i;
const LABEL = /current number of (?:processing tasks|tasks in the queue|indexing)|scheduled time for indexing/i;

/** With fewer of these columns it is another table: the list of integrations has a status, too. */
const LEAST_COLUMNS = 4;

/** What GIJ's other pages do not say of a repository; statuses are not translated (inference). */
const STATUS_OF_TASK = /^(?:INDEXED|INDEXING|CANCELED)$/;

/** The table of tasks has seven columns, GIJ's others have fewer. */
const CELLS_OF_TASK = 7;

export const ROW = 'tr, [role="row"]';
const CELL = 'th, td, [role="columnheader"], [role="cell"], [role="gridcell"]';

function textOf(element: Element): string {
  return element.textContent?.trim() ?? '';
}

/** The cells of a row, without those of a table in it. */
export function cellsOf(row: Element): HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>(CELL)].filter((cell) => cell.closest(ROW) === row);
}

/** The row with the English names of the columns; undefined where there is none. */
export function headerOf(content: Element): HTMLElement | undefined {
  return [...content.querySelectorAll<HTMLElement>(ROW)].find(
    (row) => cellsOf(row).filter((cell) => COLUMN.test(textOf(cell))).length >= LEAST_COLUMNS,
  );
}

/** Whether a page of GIJ is the one with the indexing queue, and can be read: in English only. */
export function queuePageOf(page: Document): 'english' | 'other-language' | undefined {
  const content = contentOf(page);
  if (headerOf(content) || LABEL.test(textOf(content))) return 'english';
  if (/^en/i.test(localeOf(page) ?? 'en')) return undefined;
  const isTask = (row: Element) => {
    const cells = cellsOf(row);
    return cells.length >= CELLS_OF_TASK && cells.some((cell) => STATUS_OF_TASK.test(textOf(cell)));
  };
  return [...content.querySelectorAll(ROW)].some(isTask) ? 'other-language' : undefined;
}
