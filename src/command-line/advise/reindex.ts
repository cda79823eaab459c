import type { FileContent } from '../../core';
import { countedMessage, message } from '../../model/message';
import { Fault } from '../fault';
import { tell, type ExitCode, type Io } from '../io';
import type { Values } from '../options';
import { NOTHING_GIVEN, problemsOf, withFile, withTyped } from './given';
import type { REINDEX_OPTIONS } from './options';
import { nameOf, readGiven } from './read-given';
import { writeAdvice } from './write-advice';

/** Problems of a file that are told one by one. */
const TOLD = 5;

/** @throws {Fault} where there is nothing in it to advise by */
async function readUsable(path: string, io: Io): Promise<FileContent> {
  const content = await readGiven(path, io);
  const name = nameOf(path);
  if (!content) throw new Fault(message('command.fault.queue', name), [message('command.file.missing')]);
  const { outcome, problems } = content;
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
    const name = nameOf(path);
    const content = await readUsable(path, io);
    await tellProblems(name, content, io);
    given = await withFile(given, name, content, io.now());
  }
  return writeAdvice(await withTyped(given, values, io), values, io);
}
