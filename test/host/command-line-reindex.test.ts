import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';

import { startDemoServer, type DemoServer } from '../../src/entries/demo-server';
import { runCommandLine } from '../support/command-line';

jest.setTimeout(60_000);

const FIXTURES = path.join(__dirname, '../fixtures/queue');
const GRID = path.join(FIXTURES, 'grid-of-a-database-tool.tsv');

let folder: string;
let demo: DemoServer;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'checkup-reindex-'));
  demo = await startDemoServer('typical');
});

afterAll(async () => {
  await demo.close();
  rmSync(folder, { recursive: true, force: true });
});

const at = (name: string) => path.join(folder, name);

describe('reindex', () => {
  test('advises by what comes in on stdin, in a pipe', async () => {
    const shell = 'cat "$1" | $NODE $FILE reindex --queue - --interval 5 | head -1';
    expect(await runCommandLine([GRID], { shell })).toEqual({ code: 0, stdout: 'Set it to 13 minutes\n', stderr: '' });
  });

  test('ends with 1 where the interval is too short, and takes UTF-16 as database tools write it', async () => {
    writeFileSync(at('queue.csv'), `\ufeff${readFileSync(GRID, 'utf8')}`, 'utf16le');
    const args = [
      'reindex',
      '--queue',
      at('queue.csv'),
      '--interval',
      '5',
      '--format',
      'json',
      '--output',
      at('a.json'),
    ];
    expect(await runCommandLine(args)).toEqual({ code: 1, stdout: '', stderr: '' });
    expect(JSON.parse(readFileSync(at('a.json'), 'utf8'))).toMatchObject({ answer: { verdict: 'too-short' } });
  });

  test.each([
    ['a folder', FIXTURES, 'It is a folder.'],
    ['what is not there', '/nowhere/queue.csv', 'There is no such file or folder.'],
    ['no text', 'queue.xlsx', 'could not be used: no text: save it as CSV, TSV or JSON'],
  ])('%s ends with 2', async (_, name, said) => {
    const file = path.resolve(folder, name);
    writeFileSync(at('queue.xlsx'), 'PK\0\0');
    const { code, stdout, stderr } = await runCommandLine(['reindex', '--queue', file]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(said);
  });
});

/** How many looks a file of evidence holds; 0 where there is none. */
function looksIn(file: string): number {
  if (!existsSync(file)) return 0;
  return (JSON.parse(readFileSync(file, 'utf8')) as { observations: unknown[] }).observations.length;
}

/** Starts a watch, and ends it by a signal once its file holds so many looks. */
async function watchUntil(looks: number, file: string, signal: NodeJS.Signals) {
  let pid = 0;
  const args = ['watch', '--url', demo.url, '--evidence', file, '--interval', '30'];
  const ending = runCommandLine(args, { env: { JIRA_TOKEN: demo.token }, onStart: (its) => (pid = its) });
  let hasEnded = false;
  void ending.finally(() => (hasEnded = true));
  while (!hasEnded && looksIn(file) < looks) await after(20);
  if (!hasEnded) process.kill(pid, signal);
  return ending;
}

describe('watch', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('%s ends it with the advice', async (signal) => {
    const file = at(`${signal}.json`);
    const { code, stdout, stderr } = await watchUntil(1, file, signal);
    expect(stdout).toMatch(/Data used\n {2}- .*: every 30 minutes and 1 measurement\.\n$/);
    expect(code).not.toBe(2);
    expect(stderr).toMatch(/^git-integration-checkup: Measuring at http:\/\/.* for 1 day, until /);
    expect(stderr).not.toContain(demo.token);
  });

  test('what is killed is continued, and reindex takes what it kept', async () => {
    const file = at('killed.json');
    expect((await watchUntil(1, file, 'SIGKILL')).code).toBeNull();
    const args = ['watch', '--url', demo.url, '--evidence', file, '--for', '0'];
    const continued = await runCommandLine(args, { env: { JIRA_TOKEN: demo.token } });
    expect(looksIn(file)).toBe(2);
    const advised = await runCommandLine(['reindex', '--queue', file]);
    expect({ code: advised.code, stdout: advised.stdout }).toEqual({ code: continued.code, stdout: continued.stdout });
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('a wrong token ends it, and leaves an empty file that can be continued', async () => {
    const file = at('refused.json');
    const args = ['watch', '--url', demo.url, '--evidence', file];
    const { code, stdout, stderr } = await runCommandLine(args, { env: { JIRA_TOKEN: 'wrong' } });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('the token was not accepted');
    await runCommandLine([...args, '--for', '0'], { env: { JIRA_TOKEN: demo.token } });
    expect(looksIn(file)).toBe(1);
  });
});
