import { once } from 'node:events';

import type { Exchange, Good, Spoil } from './proxy';

/** Ways to spoil an answer, for the tables of cases. */

const JSON_TYPE = 'application/json;charset=UTF-8';
const HTML_TYPE = 'text/html;charset=UTF-8';

/** A header that comes twice has two values. */
type Headers = Readonly<Record<string, string | string[]>>;

function typeOf(body: Buffer): string {
  return /^\s*</.test(body.subarray(0, 100).toString()) ? HTML_TYPE : JSON_TYPE;
}

interface Parts {
  readonly status?: number;
  readonly headers?: Headers;
  /** The good answer's where it is left out. */
  readonly body?: string | Buffer | ((good: Good) => string | Buffer);
}

/** An answer of another status, other headers or another body. */
export function answer({ status = 200, headers = {}, body = (good) => good.body }: Parts): Spoil {
  return async ({ response, good }) => {
    const content = typeof body === 'function' ? body(await good()) : body;
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    response.writeHead(status, {
      'Content-Type': typeOf(bytes),
      'X-AUSERNAME': 'admin',
      'Content-Length': String(bytes.length),
      ...headers,
    });
    response.end(status === 204 || status === 304 ? undefined : bytes);
  };
}

export function status(code: number, body: string | Buffer = ''): Spoil {
  return answer({ status: code, body });
}

export function body(content: NonNullable<Parts['body']>, headers: Headers = {}): Spoil {
  return answer({ body: content, headers });
}

/** @param place a path below the context path, or the address of another host's page */
export function redirect(code: number, place: (exchange: Exchange) => string): Spoil {
  return (exchange) => answer({ status: code, body: '', headers: { Location: place(exchange) } })(exchange);
}

/** The first answers are spoilt, the next ones good. */
export function atFirst(times: number, spoil: Spoil): Spoil {
  return (exchange) => (exchange.before < times ? spoil(exchange) : answer({})(exchange));
}

// The connection

export const reset: Spoil = ({ socket }) => void socket.resetAndDestroy();

export const closed: Spoil = ({ socket }) => void socket.destroy();

/** Writes so much of an answer as if it were whole, then does something to the connection. */
function part(headers: (body: Buffer) => Headers, share: number, then: Spoil): Spoil {
  return async (exchange) => {
    const { body } = await exchange.good();
    const { response, socket } = exchange;
    response.writeHead(200, { 'Content-Type': typeOf(body), ...headers(body) });
    response.write(body.subarray(0, Math.floor(body.length * share)));
    if (socket.writableNeedDrain) await once(socket, 'drain');
    // So that the browser has the part before the end comes.
    await new Promise((resolve) => setTimeout(resolve, 30));
    await then(exchange);
  };
}

const wholeLength = (body: Buffer): Headers => ({ 'Content-Length': String(body.length) });

export const resetInBody = part(wholeLength, 0.5, reset);

export const tooShort = part(wholeLength, 0.5, ({ socket }) => void socket.end());

/** In chunks, without the last one. */
export const chunkMissing = part(() => ({}), 0.5, closed);

/** All of it, but for the end of the chunks. */
export const endMissing = part(() => ({}), 1, closed);

/** Bytes in the place of an answer. */
export function raw(bytes: (good: Good) => string | Buffer): Spoil {
  return async ({ socket, good }) => void socket.end(bytes(await good()));
}

export const never: Spoil = () => undefined;

export const headersOnly = part(wholeLength, 0, never);

export const halfThenNothing = part(wholeLength, 0.5, never);

/** A byte now and then, for ever. */
export const dribble: Spoil = async (exchange) => {
  const { response, socket } = exchange;
  await part(() => ({}), 0, never)(exchange);
  const timer = setInterval(() => response.write(' '), 50);
  socket.on('close', () => clearInterval(timer));
};

// What the answer says

export type Row = Record<string, unknown>;

function parsed(good: Good): Row {
  return JSON.parse(good.body.toString()) as Row;
}

/** Another value in the place of the good one. */
export function json(change: (good: Row) => unknown): Spoil {
  return body((good) => JSON.stringify(change(parsed(good))) ?? '');
}

/** Other rows in the envelope of that name. */
export function rows(name: string, change: (rows: Row[]) => unknown): Spoil {
  return json((good) => ({ ...good, [name]: change(good[name] as Row[]) }));
}

/** One row is replaced by others, or by none. */
export function insteadOf(
  isIt: (row: Row) => boolean,
  others: (row: Row) => readonly unknown[],
): (rows: Row[]) => unknown[] {
  return (all) => {
    const place = all.findIndex(isIt);
    if (place < 0) throw new Error('no such row');
    return [...all.slice(0, place), ...others(all[place] as Row), ...all.slice(place + 1)];
  };
}
