import { constants } from 'node:fs';
import { access, chmod, lstat, open, readFile, realpath, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import type { WriteStream } from 'node:tty';

import type { Texts } from '../i18n/texts';
import type { Files, Io, OpenFile, Output } from './io';

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code;

/**
 * Where a reader left, as `head` does, the rest is written to nobody, and that is no fault.
 *
 * @param isVital whether it is a fault where the stream takes no more
 */
function outputTo(stream: WriteStream, isVital: boolean): Output {
  let isClosed = false;
  // Each write hears of its own failure; unheard, the event would end the process.
  stream.on('error', () => undefined);
  return {
    isTerminal: stream.isTTY,
    columns: stream.isTTY ? stream.columns : undefined,
    write(text) {
      if (isClosed) return Promise.resolve();
      return new Promise((resolve, reject) => {
        stream.write(text, (error) => {
          if (!error) return resolve();
          if (isVital && codeOf(error) !== 'EPIPE') return reject(error);
          isClosed = true;
          resolve();
        });
      });
    },
  };
}

/** Of a new file, which the umask of the process narrows. */
const MODE = 0o644;
/** Other users and other members of the group. */
const OTHERS = 0o044;

/** The mode of a file that is there; undefined where there is none. */
async function modeOf(file: string): Promise<number | undefined> {
  try {
    return (await stat(file)).mode & 0o7777;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** @param isKept it is a file on a disk, which is not to hold less after a power cut */
async function writeAll(handle: FileHandle, text: string, isKept: boolean): Promise<void> {
  try {
    await handle.writeFile(text);
    if (isKept) await handle.sync();
  } finally {
    await handle.close();
  }
}

/** What this process has open already: a file may stand behind it, which others write to as well. */
const OPENED = /^\/(dev\/(stdout|stderr|fd\/\d+)|proc\/self\/fd\/\d+)$/;

/** A device or a pipe is written to and cannot be replaced. */
async function isSpecial(file: string): Promise<boolean> {
  if (OPENED.test(file)) return true;
  try {
    const found = await stat(file);
    return !found.isFile() && !found.isDirectory();
  } catch {
    return false;
  }
}

/** The file that links lead to; the name itself where there is nothing yet. A link to nothing is refused. */
async function behindLinks(name: string): Promise<string> {
  const isThere = await lstat(name).then(
    () => true,
    () => false,
  );
  return isThere ? realpath(name) : path.resolve(name);
}

async function replace(name: string, text: string): Promise<void> {
  if (await isSpecial(name)) return writeAll(await open(name, 'a'), text, false);
  const file = await behindLinks(name);
  const mode = await modeOf(file);
  // A file that nobody may write to is not to be replaced either.
  if (mode !== undefined) await access(file, constants.W_OK);
  const beside = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.part`);
  try {
    await writeAll(await open(beside, 'wx', mode ?? MODE), text, true);
    // The umask does not count for a file that was there.
    if (mode !== undefined) await chmod(beside, mode);
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/** Bytes that are read at a time. */
const PIECE = 1 << 18;

async function openInPieces(file: string): Promise<OpenFile> {
  if (file === '-') return { writtenAt: Date.now(), pieces: process.stdin };
  const handle = await open(file);
  const { mtimeMs } = await handle.stat();
  return { writtenAt: mtimeMs, pieces: handle.createReadStream({ highWaterMark: PIECE }) };
}

const files: Files = {
  read: (file) => readFile(file, 'utf8'),
  open: openInPieces,
  isReadByOthers: async (file) => process.platform !== 'win32' && ((await stat(file)).mode & OTHERS) !== 0,
  replace,
  isSame: async (one, other) => {
    const [first, second] = await Promise.all([one, other].map((name) => behindLinks(name).catch(() => name)));
    return first === second;
  },
};

/** What is around this process. */
export function nodeIo(given: { readonly t: Texts; readonly version: string; readonly signal: AbortSignal }): Io {
  return {
    ...given,
    stdout: outputTo(process.stdout, true),
    stderr: outputTo(process.stderr, false),
    files,
    env: process.env,
    send: globalThis.fetch,
    now: Date.now,
    sleep: (milliseconds, signal) => after(milliseconds, undefined, { signal }),
  };
}
