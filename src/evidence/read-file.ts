import { inSlices } from '../steps/in-slices';
import { isMoment } from '../model/limits';
import { message, type Message } from '../model/message';
import { isRefused, type ParseProblem, type QueueExport } from '../queue/collector';
import { createQueueParser, type QueueParser } from '../queue/read-queue';
import type { EvidenceChanges } from './content';
import { EVIDENCE_MEMBERS, readEvidenceFile } from './evidence-file';
import { givenBy } from './given';

/** What a file that was given to the advisor holds. */
export interface FileContent {
  /** `refused`: no export of the queue, the problems say why; `newer`: evidence of a newer version of this app. */
  readonly outcome: 'read' | 'refused' | 'newer';
  readonly found: QueueExport;
  /** What exported evidence holds beside its tasks. */
  readonly others: EvidenceChanges;
  /** When the queue was looked at, milliseconds since the epoch. */
  readonly at: number;
  /** What it brings, in words. */
  readonly given: readonly Message[];
  readonly problems: readonly ParseProblem[];
  /** It is exported evidence; other files are exports of the queue, or none. */
  readonly isEvidence: boolean;
  /** Address of the Jira that exported evidence is of, where it says so. */
  readonly baseUrl?: string | undefined;
}

export interface ReadOptions {
  /** When the file was written: relative times in it count from then at the latest. Milliseconds since the epoch. */
  readonly writtenAt: number;
  readonly now: number;
  /** Rejects with its reason. */
  readonly signal: AbortSignal;
}

const EMPTY: ParseProblem = { line: 1, reason: message('reindex.import.empty') };

/** UTF-16 as some database tools write it begins with a mark; else it is UTF-8. */
function decoderFor([first, second]: Uint8Array): TextDecoder {
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le');
  return new TextDecoder(first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8');
}

/** What a file holds as exported evidence, beside the tasks that were read of it. */
function contentOf(queue: QueueExport, { members }: QueueParser, writtenAt: number): FileContent {
  const file = readEvidenceFile(members);
  const isEvidence = file.kind === 'read';
  const told = { found: queue, others: {}, at: queue.tasks[0]?.seenAt ?? writtenAt, isEvidence };
  if (file.kind === 'newer') return { ...told, outcome: 'newer', given: [], problems: [] };
  const others = isEvidence ? file.parts : {};
  const spoilt = isEvidence ? file.spoilt : [];
  // Without tasks it is no export of the queue, and need not be one.
  const problems = [
    ...(isEvidence && !file.hasTasks ? [] : queue.problems),
    ...spoilt.map((name) => ({ line: 1, reason: message('reindex.import.spoilt', name) })),
  ];
  const given = givenBy(queue, others);
  const isNothing = isRefused(queue) && given.length === 0;
  return {
    ...told,
    outcome: isNothing ? 'refused' : 'read',
    found: { ...queue, problems },
    others,
    given,
    problems: isNothing && problems.length === 0 ? [EMPTY] : problems,
    ...(isEvidence && { baseUrl: file.baseUrl }),
  };
}

/** Reads a file piece by piece: an export of the queue, a saved text of its page, or exported evidence. */
export async function readFile(
  pieces: AsyncIterable<Uint8Array>,
  { writtenAt, now, signal }: ReadOptions,
): Promise<FileContent> {
  const capturedAt = isMoment(writtenAt) ? writtenAt : now;
  const parser = createQueueParser({ capturedAt, isAtMost: true, members: EVIDENCE_MEMBERS });
  let decoder: TextDecoder | undefined;
  for await (const piece of pieces) {
    signal.throwIfAborted();
    decoder ??= decoderFor(piece);
    parser.push(decoder.decode(piece, { stream: true }));
  }
  parser.push((decoder ?? new TextDecoder()).decode());
  const queue = await inSlices(parser.finishInSteps(), signal);
  if (!queue || signal.aborted) throw signal.reason;
  return contentOf(queue, parser, capturedAt);
}
