import { SeededRandom } from './seeded-random';

export const ROWS_OF_A_ROUND = 5000;
/** Milliseconds. */
export const ROUND_INTERVAL = 30 * 60_000;

/**
 * Rows as a database would give them, as CSV: rounds of 5000 repositories every half an hour on 4 nodes.
 *
 * @param start of the first round, milliseconds since the epoch
 */
export function largeExport(rows: number, start: number): string {
  const random = new SeededRandom(7);
  const hex = (value: number, digits: number): string => Math.floor(value).toString(16).padStart(digits, '0');
  const lines = [
    'task_id,parent_id,integration,repository,operation,trigger,status,node,priority,insertion_time,start_time,finish_time',
  ];
  for (let row = 0; row < rows; row += 1) {
    const round = Math.floor(row / ROWS_OF_A_ROUND);
    const repository = row % ROWS_OF_A_ROUND;
    const queued = start + round * ROUND_INTERVAL + repository * 2;
    const wait = (repository / ROWS_OF_A_ROUND) * 20 * 60_000;
    const started = Math.round(queued + wait + random.between(0, 500));
    const finished = Math.round(started + random.between(1000, 6000));
    const name =
      repository % 50 === 0
        ? `"group, ${repository % 40}/service-${repository}"`
        : `group-${repository % 40}/service-${repository}`;
    lines.push(
      `${hex(random.next() * 2 ** 32, 8)}-${hex(row % 65536, 4)}-4000-a000-${hex(row, 12)},${hex(round, 8)}-0000-4000-b000-000000000000,` +
        `GitHub ${repository % 9},${name},1,PERIODIC_JOB,INDEXED,node${row % 4},21,${queued},${started},${finished}`,
    );
  }
  return lines.join('\n');
}
