import { message, type Message } from '../model/message';
import { Fault } from './fault';

/** The faults of files that people meet, by the code that Node has for them. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'command.file.missing',
  ENOTDIR: 'command.file.missing',
  EACCES: 'command.file.forbidden',
  EPERM: 'command.file.forbidden',
  EROFS: 'command.file.read-only',
  EISDIR: 'command.file.folder',
  ENOSPC: 'command.file.full',
  EDQUOT: 'command.file.full',
  EFBIG: 'command.file.full',
  EEXIST: 'command.file.busy',
};

/** @param said what could not be done, and with which file */
export function fileFault(error: unknown, said: Message): Fault {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const reason = Object.hasOwn(REASONS, code) ? REASONS[code] : undefined;
  return new Fault(said, [reason === undefined ? message('command.file.other', code) : message(reason)]);
}
