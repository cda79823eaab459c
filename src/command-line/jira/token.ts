import { message } from '../../model/message';
import { Fault } from '../fault';
import { fileFault } from '../file-fault';
import { tell, type Io } from '../io';

/** What may stand in a header: no blank, no line break, no letter beyond ASCII. */
const POSSIBLE = /^[\x21-\x7e]+$/;

function checked(text: string, where: string): string {
  const token = text.trim();
  if (token === '') throw new Fault(message('command.fault.token-empty', where));
  if (!POSSIBLE.test(token)) throw new Fault(message('command.fault.token-impossible', where));
  return token;
}

/** The personal access token, of the file where one is named, else of the environment. No fault repeats any of it. */
export async function readToken(file: string | undefined, io: Io): Promise<string> {
  if (file === undefined) {
    const { JIRA_TOKEN } = io.env;
    if (JIRA_TOKEN === undefined) throw new Fault(message('command.fault.no-token'), [message('command.note.token')]);
    return checked(JIRA_TOKEN, 'JIRA_TOKEN');
  }
  let text: string;
  try {
    text = await io.files.read(file);
    if (await io.files.isReadByOthers(file)) await tell(io, message('command.warning.token-file', file));
  } catch (error) {
    throw fileFault(error, message('command.fault.token-file', file));
  }
  return checked(text, file);
}
