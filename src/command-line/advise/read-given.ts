import { readFile, redact, type FileContent } from '../../core';
import { message } from '../../model/message';
import { Fault } from '../fault';
import { fileFault } from '../file-fault';
import type { Io } from '../io';

/** What a file is called where it is told of. */
export function nameOf(path: string): string {
  return path === '-' ? 'stdin' : redact(path);
}

/**
 * Reads a file of the queue or of evidence; undefined where there is none.
 *
 * @throws {Fault} where it cannot be read, or was written by a newer version of this app
 */
export async function readGiven(path: string, io: Io): Promise<FileContent | undefined> {
  let content: FileContent;
  try {
    const { writtenAt, pieces } = await io.files.open(path);
    content = await readFile(pieces, { writtenAt, now: io.now(), signal: io.signal });
  } catch (error) {
    if (io.signal.aborted) throw new Fault(message('command.fault.stopped'));
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw fileFault(error, message('command.fault.queue', nameOf(path)));
  }
  if (content.outcome === 'newer') throw new Fault(message('reindex.import.newer', nameOf(path)));
  return content;
}
