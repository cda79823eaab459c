import { spawn } from 'node:child_process';

import { COMMAND_LINE } from '../../build/plugin';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface How {
  readonly env?: Readonly<Record<string, string>>;
  /** Through a shell, in which `$NODE $FILE` is the command line: for pipes and redirections. */
  readonly shell?: string;
  /** As which user; only root may choose. */
  readonly uid?: number;
  /** Called with the process id. */
  readonly onStart?: (pid: number) => void;
}

/** Runs the command line that was built, as a process of its own, in an environment without anything of this one's. */
export function runCommandLine(args: readonly string[], { env = {}, shell, uid, onStart }: How = {}): Promise<Ended> {
  const around = { PATH: process.env['PATH'] ?? '', NODE: process.execPath, FILE: COMMAND_LINE, TZ: 'UTC', ...env };
  const [program, its] =
    shell === undefined ? [process.execPath, [COMMAND_LINE, ...args]] : ['bash', ['-c', shell, 'bash', ...args]];
  const child = spawn(program, its, {
    env: around,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid !== undefined && { uid, gid: uid }),
  });
  if (child.pid !== undefined) onStart?.(child.pid);
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => {
      said[name] += text;
    });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...said }));
  });
}
