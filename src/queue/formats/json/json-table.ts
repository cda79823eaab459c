import { missingColumns, readColumns } from '../../rows/columns';
import type { JsonList, JsonRow } from './json-list';

/**
 * The elements of a list that may be that of the tasks: rows with names, or rows that are lists, under the names of
 * their columns: `{"columns":["id", ...],"rows":[["7", ...], ...]}`, where the names may come after the rows, or
 * `[["id", ...], ["7", ...], ...]`.
 */
export class JsonTable {
  /** Elements since the first row whose columns are not named yet. */
  private waiting: (string[] | JsonRow | undefined)[] = [];
  private isTable = false;

  /**
   * @param names of the columns, where they came before the rows
   * @param mayBeNamed by a later member of the object that holds the rows
   */
  constructor(
    private readonly list: JsonList,
    private names: readonly string[] | undefined,
    private readonly mayBeNamed: boolean,
  ) {}

  /** An element: a row with names; undefined where it is none. */
  add(row: JsonRow | undefined): void {
    if (this.waiting.length > 0) this.waiting.push(row);
    else this.list.add(row);
  }

  /** An element that is a list. Without names the first element has to be one. */
  addCells(cells: string[], isFirst: boolean): void {
    this.isTable ||= isFirst;
    const isHere = isFirst && (!this.mayBeNamed || isHeader(cells));
    if (isHere && !this.names) this.names = cells;
    else if (this.names) this.list.add(rowOf(this.names, cells));
    else if (this.mayBeNamed) this.waiting.push(cells);
    else this.list.add(undefined);
  }

  /** The object that holds it is over; without names the first row has them. What waited is read one by one. */
  *read(names: readonly string[] | undefined): Generator<undefined, void> {
    const { waiting } = this;
    this.waiting = [];
    const [first] = waiting;
    const own = this.isTable && Array.isArray(first) ? first : undefined;
    const found = names ?? own;
    for (let place = found === own ? 1 : 0; place < waiting.length; place += 1) {
      const element = waiting[place];
      this.list.add(!Array.isArray(element) ? element : found && rowOf(found, element));
      yield;
    }
  }
}

function isHeader(cells: readonly string[]): boolean {
  return missingColumns(new Set(readColumns(cells).keys())).length === 0;
}

function rowOf(names: readonly string[], cells: readonly string[]): JsonRow {
  return new Map(names.map((name, place) => [name, cells[place] ?? '']));
}
