import type { QueueDashboard, QueueTask } from '../../model/queue';
import { parseDashboard } from '../../queue/formats/dashboard';
import { mergeTasks } from '../../queue/merge/merge';
import { firstPageOf, nextPageOf, openerOf } from './controls';
import type { Reading } from './look';
import type { QueueRow, QueueView } from './queue-view';

/** `changed`: the page did not do what was expected of it. */
export type WalkEnd = 'done' | 'stopped' | 'changed';

/** What was read until now. */
export interface Walked {
  readonly pages: number;
  /** How many there are; undefined where the page does not say. */
  readonly of: number | undefined;
  /** Distinct ones. */
  readonly tasks: number;
}

export interface WalkOptions {
  readonly view: () => QueueView;
  /** Reads the page as it is now and records it. */
  readonly read: () => Promise<Reading>;
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly signal: AbortSignal;
  readonly onWalked: (walked: Walked) => void;
}

/** Between two clicks, so that one can see them and the server has time. Milliseconds. */
const STEP = 150;
/** How often is looked whether a click did something, and how many times. */
const LOOK = 100;
const LOOKS_FOR_PAGE = 150;
const LOOKS_FOR_ROW = 20;
/** As many rows that do not open in a row, and no other is tried. */
const MOST_CLOSED = 3;

class Walk {
  constructor(private readonly options: WalkOptions) {}

  private get isStopped(): boolean {
    return this.options.signal.aborted;
  }

  private async until(isSo: () => boolean, looks: number): Promise<boolean> {
    for (let look = 0; look < looks && !this.isStopped; look += 1) {
      if (isSo()) return true;
      await this.options.pause(LOOK);
    }
    return isSo();
  }

  private async open(row: QueueRow): Promise<boolean> {
    const { view } = this.options;
    const before = view().ofTable;
    openerOf(row)?.click();
    await this.options.pause(STEP);
    return this.until(() => view().ofTable.length > before.length, LOOKS_FOR_ROW);
  }

  /** Opens the rows that are closed; the page may draw them anew meanwhile. */
  async openRows(): Promise<void> {
    const { length } = this.options.view().rows;
    for (let place = 0, closed = 0; place < length && closed < MOST_CLOSED && !this.isStopped; place += 1) {
      const row = this.options.view().rows[place];
      if (row && openerOf(row)) closed = (await this.open(row)) ? 0 : closed + 1;
    }
    // Details may come later than the row opens.
    let before = '';
    const isSettled = () => before === (before = this.options.view().ofTable);
    await this.until(isSettled, LOOKS_FOR_ROW);
  }

  /** Clicks what leads to another page. True once rows stand there that `isExpected`. */
  async turn(control: HTMLElement | undefined, isExpected: (from: number | undefined) => boolean): Promise<boolean> {
    if (!control) return false;
    const { view, pause } = this.options;
    const before = view().ofTable;
    control.click();
    await pause(STEP);
    const isThere = () => view().ofTable !== before && view().rows.length > 0;
    return (await this.until(isThere, LOOKS_FOR_PAGE)) && isExpected(shownBy(view()).from);
  }
}

/** Which rows the page says it shows. */
function shownBy({ text }: QueueView): Partial<NonNullable<QueueDashboard['shown']>> {
  return parseDashboard(text.split('\n'), 0)?.shown ?? {};
}

/** Which page is shown, from 1, and of how many, as far as the page says. */
export function placeOf(view: QueueView): { readonly page: number; readonly of: number | undefined } {
  const { from = 1, to = 0, total } = shownBy(view);
  if (total === undefined) return { page: 1, of: undefined };
  const size = to - from + 1;
  // The last page may have fewer rows than the others.
  if (from > 1 && to === total) return { page: Math.max(2, Math.ceil(from / size)), of: undefined };
  return { page: Math.ceil(from / size), of: Math.ceil(total / size) };
}

/** Whether there are other pages to turn to. */
export function hasPages(view: QueueView): boolean {
  const { page } = placeOf(view);
  return page > 1 || nextPageOf(view, page) !== undefined;
}

/** Whether there is anything to walk through: rows that can be opened, or other pages. */
export function canWalk(view: QueueView): boolean {
  return hasPages(view) || view.rows.some((row) => openerOf(row));
}

const isFirst = (from: number | undefined) => from === undefined || from === 1;

/**
 * Opens the rows of each page and records it, from the first to the last, and goes back to the first. It clicks what
 * opens rows and the pager, and nothing else.
 */
export async function walkPages(options: WalkOptions): Promise<WalkEnd> {
  const { view, read, signal, onWalked } = options;
  const walk = new Walk(options);
  if (!isFirst(shownBy(view()).from)) await walk.turn(firstPageOf(view()), isFirst);
  const { page, of } = placeOf(view());
  let seen: readonly QueueTask[] = [];
  for (let pages = 1; ; pages += 1) {
    await walk.openRows();
    if (view().rows.length === 0) return 'changed';
    seen = mergeTasks(seen, (await read()).tasks);
    onWalked({ pages, of, tasks: seen.length });
    if (signal.aborted) return 'stopped';
    const { to = 0 } = shownBy(view());
    const next = nextPageOf(view(), page + pages - 1);
    if (!next) {
      if (pages > 1) await walk.turn(firstPageOf(view()), isFirst);
      return 'done';
    }
    const isTurned = await walk.turn(next, (from) => from === undefined || from === to + 1);
    if (signal.aborted) return 'stopped';
    if (!isTurned) return 'changed';
  }
}
