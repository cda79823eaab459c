import { readFile, redact, type FileContent } from '../../core';
import { countedMessage, message } from '../../model/message';
import { Fault } from '../fault';
import { fileFault } from '../file-fault';
import { tell, type ExitCode, type Io } from '../io';
import type { Values } from '../options';
import { NOTHING_GIVEN, problemsOf, withFile, withTyped } from './given';
import type { REINDEX_OPTIONS } from './options';
import { writeAdvice } from './write-advice';

/** Problems of a file that are told one by one. */
const TOLD = 5;

/** @throws {Fault} where it cannot be read, or is neither an export of the queue nor evidence */
export async function readGiven(path: string, name: string, io: Io): Promise<FileContent> {
  let content: FileContent;
  try {
    const { writtenAt, pieces } = await io.files.open(path);
    content = await readFile(pieces, { writtenAt, now: io.now(), signal: io.signal });
  } catch (error) {
    if (io.signal.aborted) throw new Fault(message('command.fault.stopped'));
    throw fileFault(error, message('command.fault.queue', name));
  }
  const { outcome, problems } = content;
  if (outcome === 'newer') throw new Fault(message('reindex.import.newer', name));
  if (outcome === 'refused') throw new Fault(message('reindex.import.refused', name, problems[0]?.reason ?? ''));
  return content;
}

async function tellProblems(name: string, content: FileContent, io: Io): Promise<void> {
  const told = content.problems.slice(0, TOLD);
  for (const { line, reason } of told) await tell(io, message('command.queue.problem', name, line, reason));
  const more = problemsOf(content) - told.length;
  if (more > 0) await tell(io, countedMessage('command.queue.problems', more, name));
}

/** Advises on the reindex interval by files of the indexing queue. */
export async function reindex(values: Values<typeof REINDEX_OPTIONS>, io: Io): Promise<ExitCode> {
  const { queue: paths = [] } = values;
  if (paths.length === 0) throw new Fault(message('command.fault.no-queue'));
  if (paths.filter((path) => path === '-').length > 1) throw new Fault(message('command.fault.stdin-twice'));
  let given = NOTHING_GIVEN;
  for (const path of paths) {
    const name = path === '-' ? 'stdin' : redact(path);
    const content = await readGiven(path, name, io);
    await tellProblems(name, content, io);
    given = await withFile(given, name, content, io.now());
  }
  return writeAdvice(await withTyped(given, values, io), values, io);
}
