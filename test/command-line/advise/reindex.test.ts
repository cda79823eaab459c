import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import Ajv from 'ajv';

import { run } from '../../../src/command-line/run';
import { NOTHING_KEPT } from '../../../src/evidence/content';
import { exportInSteps } from '../../../src/evidence/evidence-file';
import schema from '../../../src/report/advice-schema.json';
import { finish } from '../../../src/steps/steps';
import { fakeIo } from '../../support/fake-io';
import { expectGolden } from '../../support/golden-file';
import { minute, round } from '../../support/queue-task';

const FIXTURES = join(__dirname, '../../fixtures/queue');
const fixture = (name: string) => readFileSync(join(FIXTURES, name), 'utf8');
const HEADER = 'Task ID,Repository,Trigger,Status,Insertion time,Start time,Finish time';
const iso = (minutes: number) => new Date(minute(minutes)).toISOString();
/** A round of so many minutes, of ten repositories. */
const csv = (tick: number, minutes: number) =>
  [
    HEADER,
    ...round(tick, minutes).map(({ repository = '' }, place) =>
      [
        `${tick}-${place}`,
        repository,
        'Scheduled',
        'INDEXED',
        iso(tick),
        iso(tick + (place * minutes) / 10),
        iso(tick + ((place + 1) * minutes) / 10),
      ].join(','),
    ),
  ].join('\n');
const THREE_ROUNDS = { 'a.csv': csv(0, 19), 'b.csv': csv(60, 18), 'c.csv': csv(120, 17) };

async function reindexed(files: Readonly<Record<string, string>>, args: readonly string[], now = minute(140)) {
  const { io, said } = fakeIo({ files, now: () => now });
  const code = await run(['reindex', ...args], io);
  return { code, ...said() };
}

const NAMES = ['grid-of-a-database-tool.tsv', 'page-numbers-beside.txt'];

test('files of the field, as text', async () => {
  const files = Object.fromEntries(NAMES.map((name) => [name, fixture(name)]));
  const now = Date.UTC(2023, 9, 12, 12);
  const { code, stdout } = await reindexed(files, ['--queue', ...NAMES], now);
  expectGolden('command-line/reindex.txt', stdout);
  expect(code).toBe(0);
});

test('files of the field, as JSON', async () => {
  const name = 'database-codes.csv';
  const now = Date.UTC(2023, 9, 12, 12);
  const { code, stdout } = await reindexed({ [name]: fixture(name) }, ['--queue', name, '--format', 'json'], now);
  expectGolden('command-line/reindex.json', stdout);
  expect(new Ajv().validate(schema, JSON.parse(stdout))).toBe(true);
  expect(code).toBe(0);
});

test.each([
  ['5', 1, 'Set it to 22 minutes'],
  ['20', 0, 'Set it to 22 minutes'],
  ['30', 0, '30 minutes is right'],
  ['60', 0, '22 minutes would do'],
  ['1 hour', 0, '22 minutes would do'],
  ['0', 0, 'The schedule is off'],
  ['9999999', 0, 'The schedule is off'],
  ['0 0/10 * * * ?', 1, 'Leave at least 22 minutes between two runs'],
  ['0 0/30 * * * ?', 0, 'The cron expression is right'],
])('three rounds of up to 19 minutes, with an interval of %s, end with %i: %s', async (interval, code, headline) => {
  const result = await reindexed(THREE_ROUNDS, ['--queue', ...Object.keys(THREE_ROUNDS), '--interval', interval]);
  expect(result).toMatchObject({ code, stderr: '' });
  expect(result.stdout.split('\n')[0]).toBe(headline);
});

test('without an interval nothing says that it is wrong', async () => {
  expect(await reindexed(THREE_ROUNDS, ['--queue', ...Object.keys(THREE_ROUNDS)])).toMatchObject({ code: 0 });
});

test('too little history ends with 3, and says what would help', async () => {
  const files = { 'a.csv': `${HEADER}\n1,r,Webhook,QUEUED,${iso(0)},,` };
  const { code, stdout, stderr } = await reindexed(files, ['--queue', 'a.csv', '--interval', '30']);
  expect(code).toBe(3);
  expect(stdout).toMatch(/^Not enough history for a suggestion\n/);
  expect(stderr).toMatch(/^git-integration-checkup: For more, save what you copy from the Indexing queue as a text/);
});

test('nodes and threads that are typed count', async () => {
  const args = ['--queue', 'a.csv', '--nodes', '2', '--threads', '3'];
  expect((await reindexed(THREE_ROUNDS, args)).stdout).toContain('6 threads work at a time (as the dashboard says).');
});

test('what is typed counts more than what a file says of now', async () => {
  const current = { value: { kind: 'interval', minutes: 5 } as const, at: minute(140) };
  const exported = finish(exportInSteps({ ...NOTHING_KEPT, tasks: round(0, 19), current }, minute(140)));
  const files = { 'h.json': exported };
  expect(await reindexed(files, ['--queue', 'h.json'])).toMatchObject({ code: 1 });
  expect(await reindexed(files, ['--queue', 'h.json', '--interval', '40'])).toMatchObject({ code: 0 });
});

test('the advice goes into a file, and stdout stays empty', async () => {
  const { stdout, files } = await reindexed(THREE_ROUNDS, ['--queue', 'a.csv', '--output', 'advice.txt']);
  expect(stdout).toBe('');
  expect(files.get('advice.txt')).toContain('Data used\n  - a.csv: 10 tasks.\n');
});

test('lines that could not be used are told, the first of very many', async () => {
  const files = { 'a.csv': `${csv(0, 19)}\n${'bad,,,,,,\n'.repeat(2000)}` };
  const { code, stdout, stderr } = await reindexed(files, ['--queue', 'a.csv', '--interval', '30']);
  expect(code).toBe(0);
  const lines = stderr.split('\n').map((line) => line.replace('git-integration-checkup: ', ''));
  expect(lines).toHaveLength(7);
  expect(lines[0]).toBe('a.csv, line 12: no repository and no integration.');
  expect(lines[5]).toBe('a.csv: 1,995 more lines could not be used.');
  expect(stdout).toContain('  - a.csv: 10 tasks and 2,000 problems.');
});

test.each([
  ['no file', [], 'Name at least one file with --queue. See git-integration-checkup reindex --help.'],
  ['a file that is missing', ['--queue', 'x.csv'], 'x.csv could not be read.'],
  ['a file that is no queue', ['--queue', 'a.csv', 'notes.txt'], 'notes.txt could not be used: no export of the'],
  ['evidence of a newer version', ['--queue', 'newer.json'], 'newer.json was exported by a newer version of'],
  ['stdin twice', ['--queue', '-', '-'], 'Standard input can be read only once, so - may stand there only once.'],
  ['no interval', ['--queue', 'a.csv', '--interval', 'often'], '--interval is no reindex interval.'],
  ['a cron expression of five parts', ['--queue', 'a.csv', '--interval', '*/5 * * * *'], '--interval is no reindex'],
  ['half a minute', ['--queue', 'a.csv', '--interval', '0.5'], '--interval is no reindex interval.'],
  ['no node', ['--queue', 'a.csv', '--nodes', '0'], '--nodes has to be a whole number from 1 to 1,000.'],
])('%s ends with 2', async (_, args, said) => {
  const files = {
    ...THREE_ROUNDS,
    'notes.txt': 'buy milk',
    'newer.json': '{"format":"git-integration-checkup-history","version":2,"tasks":[]}',
  };
  const { code, stdout, stderr } = await reindexed(files, args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(`git-integration-checkup: ${said}`);
});

test('names of files tell a terminal nothing, and no credential', async () => {
  const name = 'https://svc:s3cret@git.example.com/\u001b[31m.csv';
  const { stdout } = await reindexed({ [name]: csv(0, 19) }, ['--queue', name]);
  expect(stdout).not.toMatch(/s3cret|\u001b/);
});

test('somebody who stops it is told that it was stopped', async () => {
  const { io, said } = fakeIo({ files: THREE_ROUNDS, signal: AbortSignal.abort() });
  expect(await run(['reindex', '--queue', 'a.csv'], io)).toBe(2);
  expect(said().stderr).toMatch(/stopped/i);
});
