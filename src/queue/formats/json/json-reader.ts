import Tokenizer from '@streamparser/json/tokenizer.js';
import Token from '@streamparser/json/utils/types/tokenType.js';

export type Scalar = string | number | boolean | null;

/** Hears of a JSON text in its order. */
export interface JsonHandler {
  open(isList: boolean): void;
  /** Of a member of the object that was opened last; its value follows. */
  name(text: string): void;
  value(value: Scalar): void;
  close(): void;
}

/** The text is no JSON, or lists stand in lists more deeply than any file has them. */
export class JsonError extends Error {
  /** @param line from 1 */
  constructor(readonly line: number) {
    super('no valid JSON');
  }
}

/** Characters of strings that are decoded at once; without, each is added by itself, which takes twice the time. */
const STRING_BUFFER = 1 << 16;
/** Deeper than this is no data; a megabyte of brackets must not become a million open lists. */
const DEEPEST = 500;

/** What may follow: `first` is a member, an element or the end of what was just opened; `next` a comma or the end. */
type Wanted = 'value' | 'first' | 'name' | 'colon' | 'next' | 'nothing';

/** Reads JSON piece by piece. The library takes it apart; that the parts are in a right order is seen here. */
export class JsonReader {
  private readonly tokenizer = new Tokenizer({ stringBufferSize: STRING_BUFFER });
  private readonly encoder = new TextEncoder();
  private readonly lists: boolean[] = [];
  private wanted: Wanted = 'value';
  private bytesBefore = 0;
  private linesBefore = 0;
  private piece = new Uint8Array();
  /** The first half of a character that was cut in two. */
  private half = '';

  constructor(private readonly handlers: readonly JsonHandler[]) {
    this.tokenizer.onToken = ({ token, value, offset }) => {
      if (!this.take(token, value)) throw new JsonError(this.lineAt(offset));
    };
  }

  push(text: string): void {
    const whole = this.half + text;
    this.half = isFirstHalf(whole.charCodeAt(whole.length - 1)) ? whole.slice(-1) : '';
    this.piece = this.encoder.encode(whole.slice(0, whole.length - this.half.length));
    try {
      this.tokenizer.write(this.piece);
    } catch (error) {
      throw this.errorOf(error);
    }
    this.linesBefore += linesIn(this.piece, this.piece.length);
    this.bytesBefore += this.piece.length;
    this.piece = new Uint8Array();
  }

  finish(): void {
    try {
      this.tokenizer.end();
    } catch (error) {
      throw this.errorOf(error);
    }
    if (this.wanted !== 'nothing') throw new JsonError(this.linesBefore + 1);
  }

  /** The library names the place in words only. */
  private errorOf(error: unknown): unknown {
    if (error instanceof JsonError || !(error instanceof Error)) return error;
    const place = /absolute position "(\d+)"/.exec(error.message)?.[1];
    return new JsonError(this.lineAt(place === undefined ? Infinity : Number(place)));
  }

  private lineAt(offset: number): number {
    return this.linesBefore + linesIn(this.piece, offset - this.bytesBefore) + 1;
  }

  private get isInList(): boolean {
    return this.lists.at(-1) === true;
  }

  /** False where this may not stand here. */
  private take(token: Token, value: Scalar): boolean {
    const { wanted } = this;
    if (token === Token.COLON) return wanted === 'colon' && this.want('value');
    if (token === Token.COMMA) return wanted === 'next' && this.want(this.isInList ? 'value' : 'name');
    if (token === Token.RIGHT_BRACE || token === Token.RIGHT_BRACKET) {
      const isRight = (wanted === 'first' || wanted === 'next') && this.isInList === (token === Token.RIGHT_BRACKET);
      return isRight && this.close();
    }
    if (wanted === 'name' || (wanted === 'first' && !this.isInList)) {
      if (token !== Token.STRING) return false;
      for (const handler of this.handlers) handler.name(value as string);
      return this.want('colon');
    }
    if (wanted !== 'value' && wanted !== 'first') return false;
    if (token === Token.LEFT_BRACE || token === Token.LEFT_BRACKET) return this.open(token === Token.LEFT_BRACKET);
    for (const handler of this.handlers) handler.value(value);
    return this.wantNext();
  }

  private want(wanted: Wanted): boolean {
    this.wanted = wanted;
    return true;
  }

  private wantNext(): boolean {
    return this.want(this.lists.length === 0 ? 'nothing' : 'next');
  }

  private open(isList: boolean): boolean {
    if (this.lists.length >= DEEPEST) return false;
    for (const handler of this.handlers) handler.open(isList);
    this.lists.push(isList);
    return this.want('first');
  }

  private close(): boolean {
    this.lists.pop();
    for (const handler of this.handlers) handler.close();
    return this.wantNext();
  }
}

function isFirstHalf(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}

const NEWLINE = 10;

function linesIn(bytes: Uint8Array, end: number): number {
  let lines = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0 && at < end; at = bytes.indexOf(NEWLINE, at + 1)) lines += 1;
  return lines;
}
