import type { JsonHandler, Scalar } from './json-reader';

interface Open {
  readonly list?: unknown[];
  readonly object?: Map<string, unknown>;
  name: string;
}

/** Some members of the object at the top of a JSON text, as they are; of the others that are lists, how long they are. */
export class JsonMembers implements JsonHandler {
  readonly values = new Map<string, unknown>();
  readonly lengths = new Map<string, number>();
  private depth = 0;
  private member = '';
  private isObject = false;
  private length = 0;
  /** What is built of the member that is read; empty where it is not wanted. */
  private readonly built: Open[] = [];

  constructor(private readonly wanted: ReadonlySet<string>) {}

  open(isList: boolean): void {
    if (this.depth === 0) this.isObject = !isList;
    if (this.depth === 1) this.length = 0;
    if (this.depth === 2) this.length += 1;
    if (this.isWanted) {
      const value: Open = isList ? { list: [], name: '' } : { object: new Map(), name: '' };
      this.built.push(value);
    }
    this.depth += 1;
  }

  name(text: string): void {
    if (this.depth === 1) this.member = text;
    const open = this.built.at(-1);
    if (open) open.name = text;
  }

  value(value: Scalar): void {
    if (this.depth === 2) this.length += 1;
    if (this.isWanted) this.put(value);
  }

  close(): void {
    this.depth -= 1;
    if (this.depth === 1 && this.isObject) this.lengths.set(this.member, this.length);
    const closed = this.built.pop();
    if (closed) this.put(closed.list ?? Object.fromEntries(closed.object ?? []));
  }

  private get isWanted(): boolean {
    return this.isObject && this.depth > 0 && this.wanted.has(this.member);
  }

  private put(value: unknown): void {
    const open = this.built.at(-1);
    if (!open) this.values.set(this.member, value);
    else if (open.list) open.list.push(value);
    else open.object?.set(open.name, value);
  }
}
