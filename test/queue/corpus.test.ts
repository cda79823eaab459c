import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { parseQueueExport } from '../../src/queue/read-queue';

const FIXTURES = join(__dirname, '../fixtures/queue');
const GOLDEN = join(__dirname, '../golden/queue');

/** A noon after the newest row of all. */
const LOOK = [2023, 9, 12, 12] as const;

/** Of these the times say their zone, or are of none; the others are of the zone of the machine. */
const IN_ANY_ZONE: ReadonlySet<string> = new Set([
  'database-codes.csv',
  'dbeaver-grouped-numbers.csv',
  'german-numbers.csv',
  'grouped-with-blanks.tsv',
  'oracle-timestamps.csv',
  'pandas-floats.csv',
  'psql.txt',
  'seconds-with-thousandths.csv',
]);

/** The moment as the file writes it, without its zone. */
function written(at: number, inUtc: boolean): string {
  const local = new Date(at - new Date(at).getTimezoneOffset() * 60_000);
  return (inUtc ? new Date(at) : local).toISOString().replace('Z', '');
}

const files = readdirSync(FIXTURES);

test.each(files)('%s', (file) => {
  const inUtc = IN_ANY_ZONE.has(file);
  const capturedAt = inUtc ? Date.UTC(...LOOK) : new Date(...LOOK).getTime();
  const found = parseQueueExport(readFileSync(join(FIXTURES, file), 'utf8'), { capturedAt });
  const text = `${JSON.stringify(found, (key, value: unknown) => (typeof value === 'number' && /At$/.test(key) ? written(value, inUtc) : value), 2)}\n`;
  const golden = join(GOLDEN, `${file}.json`);
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(golden, text);
  if (!existsSync(golden)) throw new Error(`${golden} is missing: run with UPDATE_GOLDEN=1 and read what it writes`);
  expect(JSON.parse(text)).toEqual(JSON.parse(readFileSync(golden, 'utf8')));
});

test('each golden is of a file that is there', () => {
  expect(readdirSync(GOLDEN).sort()).toEqual(files.map((file) => `${file}.json`).sort());
});
