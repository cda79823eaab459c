import { message } from '../model/message';
import { redact } from '../model/redact';
import { COMMANDS, type Command } from './commands';
import { Fault } from './fault';
import { helpOf, helpOfAll } from './help';
import { EXIT, tell, type ExitCode, type Io } from './io';
import { nearest } from './nearest';
import { parseOptions } from './options';

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
    await stdout.write(`${version}\n`);
    return EXIT.fine;
  }
  const isHelp = (one: string | undefined) => one === '--help' || one === '-h';
  if (isHelp(word)) {
    await stdout.write(helpOfAll(commands, t, stdout.columns));
    return EXIT.fine;
  }
  const command = commandOf(word, commands);
  if (args.some(isHelp)) {
    await stdout.write(helpOf(command, t, stdout.columns));
    return EXIT.fine;
  }
  return command.run(parseOptions(args, command.options), io);
}

/** A mistake in the program itself: it ends as a fault does, never as a finding. */
async function tellMistake(error: unknown, io: Io): Promise<void> {
  await tell(io, message('command.fault.mistake', io.version));
  await io.stderr.write(`${redact(error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`);
}

/**
 * Runs the command line. A fault is told on stderr; nothing is thrown.
 *
 * @param argv what was typed behind the name of the program
 */
export async function run(argv: readonly string[], io: Io, commands = COMMANDS): Promise<ExitCode> {
  try {
    return await runCommand(argv, io, commands);
  } catch (error) {
    if (error instanceof Fault) for (const line of [error.said, ...error.lines]) await tell(io, line);
    else await tellMistake(error, io);
    return EXIT.fault;
  }
}
