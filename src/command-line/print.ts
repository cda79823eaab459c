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
