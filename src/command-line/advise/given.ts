import {
  addFile,
  addGiven,
  NOTHING_KEPT,
  parseSchedule,
  scheduleMessage,
  inSlices,
  type EvidenceContent,
  type FileContent,
  type GivenSource,
} from '../../core';
import { countedMessage, message } from '../../model/message';
import { Fault } from '../fault';
import type { Io } from '../io';
import type { Values } from '../options';
import type { ADVICE_OPTIONS } from './options';

/** What an advice is made from, and where each part of it is from. */
export interface Given {
  readonly content: EvidenceContent;
  readonly sources: readonly GivenSource[];
}

export const NOTHING_GIVEN: Given = { content: NOTHING_KEPT, sources: [] };

/** How many lines and entries could not be used; of very many the last one says how many more there are. */
export function problemsOf({ problems }: FileContent): number {
  return problems.reduce((sum, { reason }) => sum + (reason.count ?? 1), 0);
}

export async function withFile(
  { content, sources }: Given,
  name: string,
  file: FileContent,
  now: number,
): Promise<Given> {
  const source = { name, brought: file.given, problems: problemsOf(file) };
  return { content: await inSlices(addFile(content, file, now)), sources: [...sources, source] };
}

/** What is typed counts more than what a file says: it is of now. */
export async function withTyped(
  given: Given,
  { interval, nodes, threads }: Values<typeof ADVICE_OPTIONS>,
  { now }: Pick<Io, 'now'>,
): Promise<Given> {
  const at = now();
  const current = interval === undefined ? undefined : scheduleOf(interval, at);
  const brought = [
    ...(current ? [scheduleMessage(current)] : []),
    ...(nodes === undefined ? [] : [countedMessage('reindex.evidence.nodes', nodes)]),
    ...(threads === undefined ? [] : [countedMessage('reindex.evidence.threads', threads)]),
  ];
  if (brought.length === 0) return given;
  const changes = {
    ...(current && { current: { value: current, at } }),
    ...(nodes !== undefined && { nodes: { value: nodes, at } }),
    ...(threads !== undefined && { threads: { value: threads, at } }),
  };
  return {
    content: await inSlices(addGiven(given.content, changes, at)),
    sources: [...given.sources, { name: 'options', brought, problems: 0 }],
  };
}

/** @throws {Fault} where it is none */
function scheduleOf(text: string, now: number) {
  const schedule = parseSchedule(text, now);
  if (!('problem' in schedule)) return schedule;
  throw new Fault(message('command.fault.interval'), [message(`reindex.typed.problem.${schedule.problem}`)]);
}
