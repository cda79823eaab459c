import type { Exported } from '../../core';
import { message } from '../../model/message';
import type { FormatName } from '../commands';
import { fileFault } from '../file-fault';
import type { Io } from '../io';
import { print } from '../print';
import { writerOf, type How } from './formats';

interface Where extends Pick<How, 'failOn'> {
  readonly format: FormatName;
  /** Standard output where it is left out. */
  readonly output: string | undefined;
}

/** Writes a report where it is wanted: all of it, or nothing. */
export async function writeReport(exported: Exported, { format, failOn, output }: Where, io: Io): Promise<void> {
  const { stdout, env } = io;
  const isOnTerminal = output === undefined && stdout.isTerminal;
  const isColoured = isOnTerminal && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
  const paper = { width: (isOnTerminal ? stdout.columns : undefined) ?? 80, colours: isColoured };
  const text = writerOf(format)(exported, { failOn, paper }, io.t);
  if (output !== undefined) {
    await io.files.replace(output, text).catch((error: unknown) => {
      throw fileFault(error, message('command.fault.output', output));
    });
    return;
  }
  await print(io, text);
}
