/**
 * A million rows: parsing and advising against the bare CSV library on the same text in the same run, and what the tasks
 * hold of memory, with what they keep of the text. `npm run bench:scale [rows]`
 */
import Papa from 'papaparse';
import { createQueueParser, parseQueueExport } from '../../src/queue/read-queue';
import { adviseReindexInterval } from '../../src/reindex/advise';
import { median } from '../../src/reindex/statistics';
import type { QueueTask } from '../../src/model/queue';
import { largeExport, ROUND_INTERVAL, ROWS_OF_A_ROUND } from '../support/large-export';

const GOALS = { timeRatio: 2, memoryRatio: 2.2 };
const ROWS = Number(process.argv[2] ?? 1_000_000);
/** The medians of fewer rounds differ by a tenth from run to run. */
const ROUNDS = 7;
const START = Date.UTC(2026, 2, 2);

function collect(): number {
  if (!global.gc) throw new Error('run with --expose-gc');
  global.gc();
  return process.memoryUsage().heapUsed;
}

function list(seconds: readonly number[]): string {
  return seconds.map((value) => value.toFixed(2)).join(', ');
}

/** Seconds of all processors, with the collection of garbage: the clock's go by while other programs run, too. */
function timed<Result>(work: () => Result): { seconds: number; result: Result } {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (user + system) / 1e6, result };
}

/** The library alone, its rows thrown away: the least that any reader of this text must spend. */
function bare(text: string): number {
  let rows = 0;
  const chunk = ({ data }: Papa.ParseResult<string[]>): void => void (rows += data.length);
  Papa.parse<string[]>(text, {
    chunkSize: 1 << 20,
    chunk,
    complete: () => undefined,
    delimiter: ',',
    newline: '\n',
    worker: false,
  });
  return rows;
}

/** Of a file that is read, as the page does it. Bytes. */
const PIECE = 1 << 20;

/** Reads the file piece by piece: of each only that is held what the tasks hold of it. */
function readFile(file: Buffer, capturedAt: number): readonly QueueTask[] {
  const parser = createQueueParser({ capturedAt });
  for (let from = 0; from < file.length; from += PIECE) parser.push(file.toString('latin1', from, from + PIECE));
  return parser.finish().tasks;
}

const file = Buffer.from(largeExport(ROWS, START), 'latin1');
const text = file.toString('latin1');
const megabytes = text.length / 1e6;
const now = START + Math.ceil(ROWS / ROWS_OF_A_ROUND) * ROUND_INTERVAL;
bare(text.slice(0, 5_000_000));
parseQueueExport(text.slice(0, 5_000_000), { capturedAt: now });

/** Takes turns, so that what else the machine does slows down both. */
const bareSeconds: number[] = [];
const parseSeconds: number[] = [];
const adviseSeconds: number[] = [];
let found = { tasks: 0, problems: 0, said: '' };
for (let round = 0; round < ROUNDS; round += 1) {
  collect();
  bareSeconds.push(timed(() => bare(text)).seconds);
  collect();
  const { seconds, result: parsed } = timed(() => parseQueueExport(text, { capturedAt: now }));
  parseSeconds.push(seconds);
  const advised = timed(() =>
    adviseReindexInterval({ tasks: parsed.tasks, now, current: { kind: 'interval', minutes: 30 } }),
  );
  adviseSeconds.push(advised.seconds);
  const { result: advice } = advised;
  const said = advice.kind === 'suggestion' ? `${advice.minutes} minutes, ${advice.basis.rounds} rounds` : advice.kind;
  found = { tasks: parsed.tasks.length, problems: parsed.problems.length, said };
}

const timeRatio = median(
  parseSeconds.map((seconds, round) => (seconds + (adviseSeconds[round] ?? 0)) / (bareSeconds[round] ?? 0)),
);
const before = collect();
const read = readFile(file, now);
const kept = collect() - before;
const memoryRatio = kept / text.length;
console.log(
  `${found.tasks} tasks of ${ROWS} rows, ${megabytes.toFixed(0)} MB, ${found.problems} problems, advice: ${found.said}\n` +
    `seconds: library alone ${list(bareSeconds)}; parse ${list(parseSeconds)}; advise ${list(adviseSeconds)}\n` +
    `time ratio   ${timeRatio.toFixed(2)} (goal at most ${GOALS.timeRatio})\n` +
    `memory ratio ${memoryRatio.toFixed(2)} (goal at most ${GOALS.memoryRatio}): text ${megabytes.toFixed(0)} MB, ` +
    `${read.length} tasks and what they keep of it ${(kept / 1e6).toFixed(0)} MB`,
);
const reached = timeRatio <= GOALS.timeRatio && memoryRatio <= GOALS.memoryRatio && found.tasks === ROWS;
console.log(reached ? 'All goals reached.' : 'A goal was missed.');
process.exitCode = reached ? 0 : 1;
