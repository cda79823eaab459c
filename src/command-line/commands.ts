import type { ExitCode, Io } from './io';
import type { Option, Options, Values } from './options';

/** One thing that the program does. */
export interface Command<Of extends Options = Options> {
  readonly name: string;
  /** Key of the text that says what it does. */
  readonly about: string;
  readonly options: Of;
  /** What may be typed behind the name of the program, each with the key of what it is for. */
  readonly examples: readonly (readonly [about: string, typed: string])[];
  /** Keys of what else the help tells. */
  readonly notes: readonly string[];
  run(values: Values<Of>, io: Io): Promise<ExitCode>;
}

const HELP = { about: 'command.option.help' } as const satisfies Option;

/** A command, which is then one of many: what it takes is known to itself alone. */
export function command<const Of extends Options>(one: Command<Of>): Command {
  return { ...one, options: { ...one.options, help: HELP } };
}

/** In the order of the help. */
export const COMMANDS: readonly Command[] = [];
