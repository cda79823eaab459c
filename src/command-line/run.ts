import { nagiosUnknown } from '../core';
import { message, type Message } from '../model/message';
import { redact } from '../model/redact';
import { COMMANDS, type Command } from './commands';
import { Fault } from './fault';
import { helpOf, helpOfAll } from './help';
import { EXIT, tell, type ExitCode, type Io } from './io';
import { nearest } from './nearest';
import { parseOptions } from './options';
import { print } from './print';

function commandOf(word: string | undefined, commands: readonly Command[]): Command {
  const names = commands.map(({ name }) => name);
  const command = commands.find(({ name }) => name === word);
  if (command) return command;
  const near = word === undefined || word.startsWith('-') ? undefined : nearest(word, names);
  throw new Fault(
    near === undefined
      ? message('command.fault.no-command', names.join(', '))
      : message('command.fault.unknown-command', near),
  );
}

async function runCommand(argv: readonly string[], io: Io, commands: readonly Command[]): Promise<ExitCode> {
  const { stdout, t, version } = io;
  const [word, ...args] = argv;
  if (word === '--version') {
    await print(io, `${version}\n`);
    return EXIT.fine;
  }
  const isHelp = (one: string | undefined) => one === '--help' || one === '-h';
  if (isHelp(word)) {
    await print(io, helpOfAll(commands, t, stdout.columns));
    return EXIT.fine;
  }
  const command = commandOf(word, commands);
  if (args.some(isHelp)) {
    await print(io, helpOf(command, t, stdout.columns));
    return EXIT.fine;
  }
  return command.run(parseOptions(args, command.options), io);
}

/** A mistake in the program itself. It holds no token, as nothing else does that is told. */
async function tellMistake(error: unknown, io: Io): Promise<void> {
  await tell(io, message('command.fault.mistake', io.version));
  await io.stderr.write(`${redact(error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`);
}

/** Monitoring takes one line of stdout, whatever happens, and 2 for something that is at risk. */
function isForMonitoring(argv: readonly string[]): boolean {
  return argv.some((one, place) => one === '--format=nagios' || (one === '--format' && argv[place + 1] === 'nagios'));
}

async function tellMonitoring(lines: readonly Message[], io: Io): Promise<ExitCode> {
  // Where stdout takes nothing, there is nobody to tell.
  await print(io, nagiosUnknown(lines.map((line) => io.t(line)).join(' '))).catch(() => undefined);
  return EXIT.missed;
}

/**
 * Runs the command line. A fault is told on stderr; nothing is thrown. A mistake in the program itself ends as a fault does,
 * never as a finding.
 *
 * @param argv what was typed behind the name of the program
 */
export async function run(argv: readonly string[], io: Io, commands = COMMANDS): Promise<ExitCode> {
  try {
    return await runCommand(argv, io, commands);
  } catch (error) {
    const isFault = error instanceof Fault;
    if (!isFault) await tellMistake(error, io);
    const lines = isFault ? [error.said, ...error.lines] : [message('command.fault.mistake', io.version)];
    if (isForMonitoring(argv)) return tellMonitoring(lines, io);
    if (isFault) for (const line of lines) await tell(io, line);
    return EXIT.fault;
  }
}
