import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { buildCommandLine } from './command-line';

/** What is typed for the virtual Jira, which the command line itself knows nothing of. */
interface Demo {
  readonly scenario: string | undefined;
  /** What is left for the command line. */
  readonly args: readonly string[];
}

function demoOf(args: readonly string[]): Demo | undefined {
  if (!args.includes('--demo')) return undefined;
  const place = args.indexOf('--scenario');
  const scenario = place < 0 ? undefined : args[place + 1];
  const isOwn = (index: number) => args[index] === '--demo' || (place >= 0 && (index === place || index === place + 1));
  return { scenario, args: args.filter((_, index) => !isOwn(index)) };
}

/** Runs the command line with this terminal, and says what it ended with. */
function runFile(file: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const child = spawn(process.execPath, [file, ...args], { stdio: 'inherit', env });
  // A Ctrl+C reaches both; the command line says how it ends.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}

async function runDemo(file: string, { scenario, args }: Demo): Promise<number> {
  const { startDemoServer } = await import('../src/entries/demo-server');
  const { url, token, close } = await startDemoServer(scenario);
  // Something fails in the demo, of which npm would make an error of its own.
  const isSaid = args.includes('--fail-on') || args.includes('nagios');
  const more = args[0] !== 'check' || isSaid ? [] : ['--fail-on', 'never'];
  try {
    return await runFile(file, [...args, '--url', url, ...more], { ...process.env, JIRA_TOKEN: token });
  } finally {
    await close();
  }
}

/**
 * `npm run checkup -- ...`: the command line of this clone, as it would be built. With `--demo`, and `--scenario ID` of
 * `src/demo/scenarios.ts`, it checks a virtual Jira.
 */
async function runCommandLine(args: readonly string[]): Promise<number> {
  const folder = await mkdtemp(path.join(tmpdir(), 'git-integration-checkup-'));
  const file = path.join(folder, 'git-integration-checkup.mjs');
  try {
    await buildCommandLine(file);
    const demo = demoOf(args);
    return demo ? await runDemo(file, demo) : await runFile(file, args, process.env);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

runCommandLine(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (failure: unknown) => {
    console.error(failure instanceof Error ? failure.message : failure);
    process.exitCode = 2;
  },
);
