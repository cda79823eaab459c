/**
 * A million rows: parsing and advising against the bare CSV library on the same text in the same run, and the memory
 * it takes. `npm run bench:scale [rows]`
 */
import Papa from 'papaparse';
import { adviseReindexInterval, parseQueueExport } from '../../src/reindex';
import { median } from '../../src/reindex/statistics';
import { SeededRandom } from '../support/seeded-random';

const GOALS = { timeRatio: 2.5, memoryRatio: 3 };
const ROWS = Number(process.argv[2] ?? 1_000_000);
const ROUNDS = 3;
const REPOSITORIES = 5000;
const INTERVAL = 30 * 60_000;
const START = Date.UTC(2026, 2, 2);

/** Rows as a database would give them: passes of 5000 repositories every half an hour on 4 nodes with 4 threads. */
function makeText(rows: number): string {
  const random = new SeededRandom(7);
  const hex = (value: number, digits: number): string => Math.floor(value).toString(16).padStart(digits, '0');
  const lines = ['task_id,parent_id,integration,repository,operation,trigger,status,node,priority,insertion_time,start_time,finish_time'];
  for (let row = 0; row < rows; row += 1) {
    const pass = Math.floor(row / REPOSITORIES);
    const repository = row % REPOSITORIES;
    const queued = START + pass * INTERVAL + repository * 2;
    const wait = (repository / REPOSITORIES) * 20 * 60_000;
    const started = Math.round(queued + wait + random.between(0, 500));
    const finished = Math.round(started + random.between(1000, 6000));
    const name = repository % 50 === 0 ? `"group, ${repository % 40}/service-${repository}"` : `group-${repository % 40}/service-${repository}`;
    lines.push(
      `${hex(random.next() * 2 ** 32, 8)}-${hex(row % 65536, 4)}-4000-a000-${hex(row, 12)},${hex(pass, 8)}-0000-4000-b000-000000000000,` +
        `GitHub ${repository % 9},${name},1,PERIODIC_JOB,INDEXED,node${row % 4},21,${queued},${started},${finished}`,
    );
  }
  return lines.join('\n');
}

function collect(): number {
  if (!global.gc) throw new Error('run with --expose-gc');
  global.gc();
  return process.memoryUsage().heapUsed;
}

function list(seconds: readonly number[]): string {
  return seconds.map((value) => value.toFixed(2)).join(', ');
}

function timed<Result>(work: () => Result): { seconds: number; result: Result } {
  const started = performance.now();
  const result = work();
  return { seconds: (performance.now() - started) / 1000, result };
}

/** The library alone, its rows thrown away: the least that any reader of this text must spend. */
function bare(text: string): number {
  let rows = 0;
  const chunk = ({ data }: Papa.ParseResult<string[]>): void => void (rows += data.length);
  Papa.parse<string[]>(text, { chunkSize: 1 << 20, chunk, complete: () => undefined, delimiter: ',', newline: '\n', worker: false });
  return rows;
}

const text = Buffer.from(makeText(ROWS), 'latin1').toString('latin1');
const megabytes = text.length / 1e6;
const now = START + Math.ceil(ROWS / REPOSITORIES) * INTERVAL;
bare(text.slice(0, 5_000_000));
parseQueueExport(text.slice(0, 5_000_000), { capturedAt: now });

/** Takes turns, so that what else the machine does slows down both. */
const bareSeconds: number[] = [];
const parseSeconds: number[] = [];
const adviseSeconds: number[] = [];
let kept = 0;
let peak = 0;
let found = { tasks: 0, problems: 0, said: '' };
for (let round = 0; round < ROUNDS; round += 1) {
  const before = collect();
  bareSeconds.push(timed(() => bare(text)).seconds);
  collect();
  const { seconds, result: parsed } = timed(() => parseQueueExport(text, { capturedAt: now }));
  parseSeconds.push(seconds);
  peak = Math.max(peak, process.memoryUsage().heapUsed - before);
  const advised = timed(() => adviseReindexInterval({ tasks: parsed.tasks, now, current: { kind: 'interval', minutes: 30 } }));
  adviseSeconds.push(advised.seconds);
  const used = process.memoryUsage();
  peak = Math.max(peak, used.heapUsed + used.arrayBuffers - before);
  kept = Math.max(kept, collect() - before);
  const { result: advice } = advised;
  const said = advice.kind === 'suggestion' ? `${advice.minutes} minutes, ${advice.basis.passes} passes` : advice.have;
  found = { tasks: parsed.tasks.length, problems: parsed.problems.length, said };
}

const timeRatio = median(parseSeconds.map((seconds, round) => (seconds + (adviseSeconds[round] ?? 0)) / (bareSeconds[round] ?? 0)));
/** The text itself is part of what must be held. */
const memoryRatio = (text.length + kept) / text.length;
console.log(
  `${found.tasks} tasks of ${ROWS} rows, ${megabytes.toFixed(0)} MB, ${found.problems} problems, advice: ${found.said}\n` +
    `seconds: library alone ${list(bareSeconds)}; parse ${list(parseSeconds)}; advise ${list(adviseSeconds)}\n` +
    `time ratio   ${timeRatio.toFixed(2)} (goal at most ${GOALS.timeRatio})\n` +
    `memory ratio ${memoryRatio.toFixed(2)} (goal at most ${GOALS.memoryRatio}): text ${megabytes.toFixed(0)} MB, tasks ${(kept / 1e6).toFixed(0)} MB, ` +
    `before collection ${(peak / 1e6).toFixed(0)} MB`,
);
const reached = timeRatio <= GOALS.timeRatio && memoryRatio <= GOALS.memoryRatio && found.tasks === ROWS;
console.log(reached ? 'All goals reached.' : 'A goal was missed.');
process.exitCode = reached ? 0 : 1;
