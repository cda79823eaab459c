import type { Steps } from '../../../steps/steps';
import { message, type Message } from '../../../model/message';
import { Collector, refuse, type QueueExport } from '../../collector';
import { missingColumns, readColumns } from '../../rows/columns';
import { createRowReader, type RowReader } from '../../rows/row-reader';

/** The texts of a row under the names of its members; of an object in it under both names. */
export type JsonRow = Map<string, string>;

interface Shape {
  readonly names: readonly string[];
  readonly read: RowReader;
}

/** Of rows that are none of tasks. */
type MissingColumns = readonly Message[];

const isMissing = (shape: Shape | MissingColumns): shape is MissingColumns => Array.isArray(shape);

/** Rows of more shapes are no export: forgetting costs time only. */
const MOST_SHAPES = 1_000;

/** How much of what a task needs a row has. */
export function scoreOf(row: JsonRow): number {
  const columns = readColumns([...row.keys()]);
  return columns.size - 100 * missingColumns(new Set(columns.keys())).length;
}

/** Turns rows with names into tasks; rows with the same names share a reader. */
export class JsonRowReader {
  private readonly collector = new Collector();
  private readonly shapes = new Map<string, Shape | MissingColumns>();

  constructor(private readonly capturedAt: number) {}

  /** @param line where a row stands that cannot be used, from 1: of a list its number */
  take(row: JsonRow | undefined, line: number): void {
    if (!row) return this.collector.reject(line, message('queue.problem.no-object'));
    const shape = this.shapeOf(row);
    if (isMissing(shape)) return this.collector.reject(line, message('queue.problem.missing', { list: shape }));
    const cells = shape.names.map((name) => row.get(name) ?? '');
    const refusal = this.collector.take(cells, shape.read);
    if (refusal !== undefined) this.collector.refuse(refusal, cells, shape.read, line);
  }

  *finishInSteps(): Steps<QueueExport> {
    const only = this.shapes.size === 1 ? [...this.shapes.values()][0] : undefined;
    const found = yield* this.collector.finishTable(this.capturedAt);
    return only && isMissing(only) && found.tasks.length === 0 ? refuse(1, only) : found;
  }

  private shapeOf(row: JsonRow): Shape | MissingColumns {
    const names = [...row.keys()];
    const key = names.join('\n');
    const known = this.shapes.get(key);
    if (known !== undefined) return known;
    const columns = readColumns(names);
    const missing = missingColumns(new Set(columns.keys()));
    const shape =
      missing.length > 0 ? missing : { names, read: createRowReader(columns, this.capturedAt, this.collector.habits) };
    if (this.shapes.size >= MOST_SHAPES) this.shapes.clear();
    this.shapes.set(key, shape);
    return shape;
  }
}

/** A list that may be the one of the tasks: by its first row it is seen whether it is, and only then its rows are kept. */
export class JsonList {
  private reader: JsonRowReader | undefined;
  private count = 0;
  private isSeen = false;

  /** @param offer answers whether the list is the best so far, by the score of its first row */
  constructor(
    private readonly capturedAt: number,
    private readonly offer: (list: JsonList, score: number) => boolean,
  ) {}

  /** Another list has more of what a task needs. */
  leave(): void {
    this.reader = undefined;
  }

  /** An element: the row that it is, or undefined where it is none. */
  add(row: JsonRow | undefined): void {
    this.count += 1;
    if (row && !this.isSeen) this.begin(row);
    this.reader?.take(row, this.count);
  }

  /** Undefined where the list is not the one of the tasks. */
  finishInSteps(): Steps<QueueExport> | undefined {
    return this.reader?.finishInSteps();
  }

  private begin(row: JsonRow): void {
    this.isSeen = true;
    if (!this.offer(this, scoreOf(row))) return;
    this.reader = new JsonRowReader(this.capturedAt);
    for (let before = 1; before < this.count; before += 1) this.reader.take(undefined, before);
  }
}
