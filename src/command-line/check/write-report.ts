import { lastSuccessOf, type Exported } from '../../core';
import type { FormatName } from '../commands';
import type { Io } from '../io';
import { printTo } from '../print';
import { writerOf, type How } from './formats';

interface Where extends Pick<How, 'failOn'> {
  readonly format: FormatName;
  /** Standard output where it is left out. */
  readonly output: string | undefined;
}

/** What the file of metrics says that stands there now; it is to be replaced, whatever it is. */
async function lastSuccessIn(
  output: string | undefined,
  { provenance }: Exported,
  { files }: Io,
): Promise<number | undefined> {
  if (output === undefined) return undefined;
  const before = await files.read(output).catch(() => '');
  return lastSuccessOf(before, provenance.baseUrl);
}

/** Writes a report where it is wanted: all of it, or nothing. */
export async function writeReport(exported: Exported, { format, failOn, output }: Where, io: Io): Promise<void> {
  const { stdout, env } = io;
  const isOnTerminal = output === undefined && stdout.isTerminal;
  const isColoured = isOnTerminal && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
  // A terminal that nobody told its size says 0.
  const { columns = 0 } = stdout;
  const paper = { width: isOnTerminal && columns > 0 ? columns : 80, colours: isColoured };
  const lastSuccess = format === 'prometheus' ? await lastSuccessIn(output, exported, io) : undefined;
  const text = writerOf(format)(exported, { failOn, paper, lastSuccess }, io.t);
  await printTo(output, io, text);
}
