import type { Steps } from '../../../steps/steps';
import { refuse, type QueueExport } from '../../collector';
import { readColumns } from '../../rows/columns';
import { BestList, JsonList, JsonRowReader, scoreOf, type JsonRow } from './json-list';
import type { JsonHandler, Scalar } from './json-reader';
import { JsonTable } from './json-table';

/** Tools put the rows into an object or two: `{"results":[{"items":[...]}]}`. */
const DEEPEST = 4;
/** Elements of a list that may hold the list of rows: the others are rows. */
const FIRST_ELEMENTS = 10;
/** No row has more members, and no cell and no name is longer; what is beyond is left out. */
const MOST_MEMBERS = 1_000;
const LONGEST_CELL = 10_000;

/** Where the names of columns and the rows of a table stand. */
const NAMES: ReadonlySet<string> = new Set(['columns', 'fields']);
const ROWS: ReadonlySet<string> = new Set(['rows', 'data', 'values']);

/** An object or a list that is not over yet. */
interface Open {
  readonly isList: boolean;
  /** Lists in it may be the one of the tasks. */
  readonly isSearched: boolean;
  /** Of an object: the member that is read. */
  name: string;
  /** Of a list: elements so far. */
  count: number;
  /** Of an object: what its members are put to, and what is put before their names. */
  readonly row?: JsonRow | undefined;
  readonly prefix?: string | undefined;
  /** Of an object: the names of columns in it, and tables that may be named by them. */
  names?: ReadonlyMap<string, readonly string[]>;
  tables?: readonly JsonTable[];
  /** Of a list: where it may be that of the tasks. */
  readonly table?: JsonTable | undefined;
  /** Of a list: its elements as texts, where it is a row of a table or has the names of its columns. */
  readonly cells?: string[] | undefined;
}

/** Finds the list of tasks in JSON, at the top or a few levels down, and reads it while the text goes by. */
export class JsonRows implements JsonHandler {
  private readonly stack: Open[] = [];
  private readonly all: BestList;
  private lists = 0;
  private root: Open | undefined;
  private readonly work: Generator<undefined, void>[] = [];

  constructor(private readonly capturedAt: number) {
    this.all = new BestList(capturedAt);
  }

  open(isList: boolean): void {
    const parent = this.stack.at(-1);
    if (parent?.isList) parent.count += 1;
    // Of an object within a row the members are the row's; anything deeper has no text.
    else if (parent && (isList || parent.prefix !== undefined)) put(parent, '');
    const opened = isList ? this.openList(parent) : this.openObject(parent);
    this.root ??= opened;
    this.stack.push(opened);
  }

  name(text: string): void {
    const object = this.stack.at(-1);
    if (object) object.name = text.slice(0, LONGEST_CELL);
  }

  value(value: Scalar): void {
    const parent = this.stack.at(-1);
    if (!parent) return;
    if (!parent.isList) put(parent, asText(value));
    else {
      parent.count += 1;
      putCell(parent, asText(value));
      parent.table?.add(undefined);
    }
  }

  close(): void {
    const closed = this.stack.pop();
    const parent = this.stack.at(-1);
    for (const table of closed?.tables ?? []) this.work.push(table.read(namesIn(closed)));
    if (!closed || !parent) return;
    if (parent.isList) closeElement(parent, closed);
    else if (closed.cells && NAMES.has(parent.name))
      parent.names = new Map([...(parent.names ?? []), [parent.name, closed.cells]]);
  }

  /** Reads what had to wait for the names of its columns. */
  private *readWaiting(): Generator<undefined, void> {
    for (let one = this.work.shift(); one; one = this.work.shift()) yield* one;
  }

  *finishInSteps(): Steps<QueueExport> {
    yield* this.readWaiting();
    const { root, all } = this;
    const row = root?.row;
    const reader = new JsonRowReader(this.capturedAt);
    // One task alone.
    const isAlone = row !== undefined && readColumns([...row.keys()]).size > 2 && scoreOf(row) > all.score;
    const best = isAlone ? undefined : all.best?.finishInSteps();
    if (best) return yield* best;
    if (!isAlone && root?.isList !== true) return refuse(1, ['a list of tasks']);
    if (isAlone) reader.take(row, 1);
    else for (let place = 1; place <= (root?.count ?? 0); place += 1) reader.take(undefined, place);
    return yield* reader.finishInSteps();
  }

  private isSearched(parent: Open | undefined, isList: boolean): boolean {
    if (!parent) return true;
    const isFirst = !parent.isList || (!isList && parent.count <= FIRST_ELEMENTS);
    return parent.isSearched && this.stack.length <= DEEPEST && isFirst;
  }

  private openList(parent: Open | undefined): Open {
    const isSearched = this.isSearched(parent, true);
    const object = parent?.isSearched === true && !parent.isList ? parent : undefined;
    const mayBeNamed = object !== undefined && ROWS.has(object.name);
    const table =
      isSearched || mayBeNamed
        ? new JsonTable(new JsonList(this.all, (this.lists += 1)), mayBeNamed ? namesIn(object) : undefined, mayBeNamed)
        : undefined;
    if (table && mayBeNamed) object.tables = [...(object.tables ?? []), table];
    const hasCells = parent?.table !== undefined || (object !== undefined && NAMES.has(object.name));
    return { isList: true, isSearched, name: '', count: 0, table, cells: hasCells ? [] : undefined };
  }

  private openObject(parent: Open | undefined): Open {
    const isRow = !parent || parent.table !== undefined || parent.cells !== undefined;
    const outer = parent && !parent.isList && parent.prefix === undefined ? parent.row : undefined;
    return {
      isList: false,
      isSearched: this.isSearched(parent, false),
      name: '',
      count: 0,
      row: isRow ? new Map() : outer,
      prefix: outer ? `${parent?.name ?? ''} ` : undefined,
    };
  }
}

function asText(value: Scalar): string {
  return value === null ? '' : typeof value === 'string' ? value.slice(0, LONGEST_CELL) : String(value);
}

function put({ row, prefix = '', name }: Open, text: string): void {
  if (row && (row.size < MOST_MEMBERS || row.has(prefix + name))) row.set(prefix + name, text);
}

function putCell({ cells }: Open, text: string): void {
  if (cells && cells.length < MOST_MEMBERS) cells.push(text);
}

/** The names of columns that an object has so far. */
function namesIn(object: Open | undefined): readonly string[] | undefined {
  return object?.names?.get('columns') ?? object?.names?.get('fields');
}

/** An element of a list is over: a row of members or of cells, or the name of a column with what else is said of it. */
function closeElement(parent: Open, { isList, row, cells }: Open): void {
  putCell(parent, row?.get('name') ?? row?.get('columnName') ?? '');
  if (!isList) parent.table?.add(row);
  else if (cells) parent.table?.addCells(cells, parent.count === 1);
}
