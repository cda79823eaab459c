import type { Steps } from '../../../steps/steps';
import type { QueueExport } from '../../collector';
import { JsonRowReader, type JsonRow } from './json-list';

/** No row is longer than this. */
const LONGEST_LINE = 1 << 20;

/** One object a line; a line that is none costs itself. */
export class JsonLines {
  private readonly rows: JsonRowReader;
  private rest = '';
  private line = 0;
  /** The line that is read is too long, and its beginning is thrown away. */
  private isTooLong = false;

  constructor(capturedAt: number) {
    this.rows = new JsonRowReader(capturedAt);
  }

  push(text: string): void {
    this.rest += text;
    let from = 0;
    for (let end = this.rest.indexOf('\n'); end >= 0; end = this.rest.indexOf('\n', from)) {
      this.take(this.rest.slice(from, end));
      from = end + 1;
    }
    this.rest = this.rest.slice(from);
    if (this.rest.length <= LONGEST_LINE) return;
    this.isTooLong = true;
    this.rest = '';
  }

  *finishInSteps(): Steps<QueueExport> {
    this.take(this.rest);
    return yield* this.rows.finishInSteps();
  }

  private take(text: string): void {
    this.line += 1;
    const isCut = this.isTooLong;
    this.isTooLong = false;
    if (isCut) this.rows.take(undefined, this.line);
    else if (text.trim() !== '') this.rows.take(rowOf(text), this.line);
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asText(value: unknown): string {
  return typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : '';
}

function rowOf(line: string): JsonRow | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (!isObject(value)) return undefined;
  return new Map(
    Object.entries(value).flatMap(([name, member]) =>
      isObject(member)
        ? Object.entries(member).map(([inner, deep]) => [`${name} ${inner}`, asText(deep)] as const)
        : [[name, asText(member)] as const],
    ),
  );
}
