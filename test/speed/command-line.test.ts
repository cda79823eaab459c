import { createServer, type Server } from 'node:http';
import { spawn } from 'node:child_process';

import { COMMAND_LINE } from '../../build/plugin';
import { closed, listening } from '../support/hostile-server';
import { largeAnswers } from '../support/large-answers';

jest.setTimeout(120_000);

/** The machine does other things too, which makes a run longer, and never shorter: the best of these count. */
const FEWEST_TRIES = 3;
const MOST_TRIES = 12;
const MOST = 1.5;

/** What a program does that only asks and parses. */
const BARE = `
const [, base, ...paths] = process.argv;
const ask = async (path) => JSON.parse(await (await fetch(base + path)).text());
await Promise.all(paths.map(ask));
`;

let server: Server;
let base: string;
let paths: readonly string[];

beforeAll(async () => {
  const answers = largeAnswers(60, 20_000, Date.now());
  paths = [...answers.keys()];
  server = createServer((request, response) => {
    const text = answers.get((request.url ?? '').replace('/jira', ''));
    response.writeHead(text === undefined ? 404 : 200, { 'Content-Type': 'application/json' }).end(text ?? '{}');
  });
  base = `http://127.0.0.1:${await listening(server)}/jira`;
});

afterAll(() => closed(server));

/** Milliseconds of the processor that a run of Node takes, and what it says. */
function runTime(...args: readonly string[]): Promise<{ readonly time: number; readonly stdout: string }> {
  const child = spawn('bash', ['-c', '"$@"; times >&2', 'bash', process.execPath, ...args], {
    env: { PATH: process.env['PATH'] ?? '', JIRA_TOKEN: 'MDEyMzQ1Njc4OTAxOnZpcnR1YWwtamlyYS10b2tlbg' },
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (data: Buffer) => (stdout += String(data)));
  child.stderr.on('data', (data: Buffer) => (stderr += String(data)));
  return new Promise((resolve) =>
    child.on('close', () => {
      // Of the shell itself, then of what it ran: each user and system.
      const [user = NaN, system = NaN] = [...(stderr.trim().split('\n').at(-1) ?? '').matchAll(/(\d+)m([\d.]+)s/g)].map(
        ([, minutes, seconds]) => (Number(minutes) * 60 + Number(seconds)) * 1000,
      );
      resolve({ time: user + system, stdout });
    }),
  );
}

test('20,000 repositories take the command line less than 1.5 times what it takes to fetch and to parse them', async () => {
  const args = ['check', '--url', base, '--decisions', 'none', '--fail-on', 'never'];
  const times = { own: Infinity, bare: Infinity };
  for (let turn = 0; turn < MOST_TRIES && (turn < FEWEST_TRIES || times.own >= MOST * times.bare); turn += 1) {
    const bare = await runTime('--input-type=module', '-e', BARE, base, ...paths);
    const own = await runTime(COMMAND_LINE, ...args);
    expect(own.stdout).toMatch(/\d+ of 60 integrations need something/);
    times.bare = Math.min(times.bare, bare.time);
    times.own = Math.min(times.own, own.time);
  }
  console.log(`fetch and parse: ${Math.round(times.bare)} ms; the command line: ${Math.round(times.own)} ms`);
  expect(times.own).toBeLessThan(MOST * times.bare);
});
