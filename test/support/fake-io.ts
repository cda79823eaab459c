import { resolve } from 'node:path';
import { Readable } from 'node:stream';

import type { Files, Io } from '../../src/command-line/io';
import { createTexts } from '../../src/i18n/texts';
import { commandLineMessages, messages } from './texts';

/** What a run of the command line said and wrote. */
export interface Said {
  readonly stdout: string;
  readonly stderr: string;
  /** Files as they stand then. */
  readonly files: ReadonlyMap<string, string>;
}

interface Around extends Partial<Omit<Io, 'stdout' | 'stderr' | 'files'>> {
  /** Texts of the files that are there, by their path. */
  readonly files?: Readonly<Record<string, string>>;
  /** Paths of files that other users may read. */
  readonly readByOthers?: readonly string[];
  readonly isTerminal?: boolean;
  readonly columns?: number;
}

function missing(path: string): Error {
  return Object.assign(new Error(`ENOENT: ${path}`), { code: 'ENOENT' });
}

/** What is around a run, in memory: a clock that stands, files that are texts, nobody to talk to. */
export function fakeIo(around: Around = {}): { readonly io: Io; readonly said: () => Said } {
  const { isTerminal = false, columns, readByOthers = [], files: given = {}, ...rest } = around;
  const said = { stdout: '', stderr: '' };
  const there = new Map(Object.entries(given));
  const output = (name: 'stdout' | 'stderr') => ({
    isTerminal,
    columns,
    write(text: string) {
      said[name] += text;
      return Promise.resolve();
    },
  });
  const files: Files = {
    read(path) {
      const text = there.get(path);
      return text === undefined ? Promise.reject(missing(path)) : Promise.resolve(text);
    },
    async open(path) {
      const bytes = new TextEncoder().encode(await files.read(path));
      return { writtenAt: io.now(), pieces: Readable.from([bytes]) };
    },
    isReadByOthers: (path) => Promise.resolve(readByOthers.includes(path)),
    replace: (path, text) => Promise.resolve(void there.set(path, text)),
    isSame: (one, other) => Promise.resolve(resolve(one) === resolve(other)),
  };
  const t = createTexts('en', { ...messages, ...commandLineMessages }, () => 0);
  t.inZone('UTC');
  const io: Io = {
    stdout: output('stdout'),
    stderr: output('stderr'),
    files,
    env: {},
    send: () => Promise.reject(new TypeError('fetch failed')),
    now: () => 0,
    sleep: () => Promise.resolve(),
    signal: new AbortController().signal,
    t,
    version: '1.2.3',
    ...rest,
  };
  return { io, said: () => ({ ...said, files: there }) };
}
