import type { Steps } from '../../../steps/steps';
import { message } from '../../../model/message';
import { refuse, type QueueExport } from '../../collector';
import { readColumns } from '../../rows/columns';
import { JsonList, JsonRowReader, scoreOf, type JsonRow } from './json-list';
import type { JsonHandler, Scalar } from './json-reader';

/** Tools put the rows into an object or two: `{"results":[{"items":[...]}]}`. */
const DEEPEST = 4;
/** Elements of a list that may hold the list of rows: the others are rows. */
const FIRST_ELEMENTS = 10;
/** No row has more members, and no cell and no name is longer; what is beyond is left out. */
const MOST_MEMBERS = 1_000;
const LONGEST_CELL = 10_000;

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
  /** Of a list: where it may be that of the tasks. */
  readonly list?: JsonList | undefined;
}

/** Finds the list of tasks in JSON, at the top or a few levels down, and reads it while the text goes by. */
export class JsonRows implements JsonHandler {
  private readonly stack: Open[] = [];
  private root: Open | undefined;
  private lists = 0;
  /** Of all lists the one whose rows have most of what a task needs; of two that have as much, the first. */
  private best: JsonList | undefined;
  private bestScore = -Infinity;
  private bestPlace = -1;

  constructor(private readonly capturedAt: number) {}

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
      parent.list?.add(undefined);
    }
  }

  close(): void {
    const closed = this.stack.pop();
    this.stack.at(-1)?.list?.add(closed?.isList === false ? closed.row : undefined);
  }

  *finishInSteps(): Steps<QueueExport> {
    const { root } = this;
    const row = root?.row;
    const reader = new JsonRowReader(this.capturedAt);
    // One task alone.
    const isAlone = row !== undefined && readColumns([...row.keys()]).size > 2 && scoreOf(row) > this.bestScore;
    const best = isAlone ? undefined : this.best?.finishInSteps();
    if (best) return yield* best;
    if (!isAlone && root?.isList !== true) return refuse(1, [message('queue.missing.list')]);
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
    const place = (this.lists += 1);
    const list = isSearched ? new JsonList(this.capturedAt, (one, score) => this.offer(one, score, place)) : undefined;
    return { isList: true, isSearched, name: '', count: 0, list };
  }

  /** True where the list is the best so far. */
  private offer(list: JsonList, score: number, place: number): boolean {
    if (score < this.bestScore || (score === this.bestScore && place > this.bestPlace)) return false;
    this.best?.leave();
    [this.best, this.bestScore, this.bestPlace] = [list, score, place];
    return true;
  }

  private openObject(parent: Open | undefined): Open {
    const isRow = !parent || parent.list !== undefined;
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
