import type { BrowserFault, FaultTable } from '../case';
import {
  chunkMissing,
  closed,
  dribble,
  endMissing,
  halfThenNothing,
  headersOnly,
  never,
  raw,
  reset,
  resetInBody,
  tooShort,
} from '../spoils';

const inBrowser = (error: BrowserFault['inBrowser']): BrowserFault => ({ inBrowser: error });

export const NETWORK: FaultTable = {
  'connection refused': { spoil: inBrowser('connectionrefused'), says: ['network'], short: true },
  'no network': { spoil: inBrowser('internetdisconnected'), says: ['network'] },
  'name not resolved': { spoil: inBrowser('namenotresolved'), says: ['network'] },
  'reset before the headers': { spoil: reset, says: ['network'], short: true },
  'closed without an answer': { spoil: closed, says: ['network'] },
  'reset in the body': { spoil: resetInBody, says: ['network'] },
  'cut off, with the length of the whole': { spoil: tooShort, says: ['network'] },
  'a chunk is missing': { spoil: chunkMissing, says: ['network'] },
  'all but the end of the chunks': { spoil: endMissing, says: ['network'] },
  'the length of a part, with the whole': {
    spoil: raw(({ body }) =>
      Buffer.concat([
        Buffer.from(
          `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${Math.floor(body.length / 2)}\r\nConnection: close\r\n\r\n`,
        ),
        body,
      ]),
    ),
    says: ['malformed'],
  },
  'two lengths': {
    spoil: raw(
      ({ body }) => `HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: ${body.length}\r\n\r\n${body.toString()}`,
    ),
    says: ['network'],
  },
  'another protocol': { spoil: raw(() => 'SSH-2.0-OpenSSH_9.6\r\n'), says: ['network'] },
};

export const TIME: FaultTable = {
  'never answers': { spoil: never, says: ['timeout'], slow: true, short: true },
  'headers, then nothing': { spoil: headersOnly, says: ['timeout'], slow: true },
  'half of it, then nothing': { spoil: halfThenNothing, says: ['timeout'], slow: true },
  'a byte now and then': { spoil: dribble, says: ['timeout'], slow: true },
};
