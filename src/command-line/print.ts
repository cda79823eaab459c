import { message } from '../model/message';
import { fileFault } from './file-fault';
import type { Io } from './io';

/** Says on stdout what was asked for. */
export async function print({ stdout }: Pick<Io, 'stdout'>, text: string): Promise<void> {
  try {
    await stdout.write(text);
  } catch (error) {
    throw fileFault(error, message('command.fault.stdout'));
  }
}

/** The same in a file where one is named: all of it, or nothing. */
export async function printTo(
  output: string | undefined,
  io: Pick<Io, 'stdout' | 'files'>,
  text: string,
): Promise<void> {
  if (output === undefined || output === '-') return print(io, text);
  try {
    await io.files.replace(output, text);
  } catch (error) {
    throw fileFault(error, message('command.fault.output', output));
  }
}
