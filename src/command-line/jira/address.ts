import { message } from '../../model/message';
import { Fault } from '../fault';

/** Where a Jira is. */
export interface JiraAddress {
  readonly origin: string;
  /** With the context path and without a slash at its end, such as `https://jira.example.com/jira`. */
  readonly baseUrl: string;
  /** What is sent there can be read on its way. */
  readonly isClearText: boolean;
}

const THIS_MACHINE = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

function parsed(text: string): URL {
  // A host with a port is read as a scheme, too.
  const isHttp = /^https?:\/\/[^/]/i.test(text);
  if (!isHttp || !URL.canParse(text)) throw new Fault(message('command.fault.url'));
  return new URL(text);
}

/** Reads `--url`. What it holds may be a secret in the wrong place, so that no fault repeats it. */
export function parseAddress(text: string): JiraAddress {
  const { protocol, origin, hostname, pathname, username, password, search, hash } = parsed(text.trim());
  if (username !== '' || password !== '') throw new Fault(message('command.fault.url-credentials'));
  // Behind a semicolon a session may stand.
  if (search !== '' || hash !== '' || pathname.includes(';')) throw new Fault(message('command.fault.url-query'));
  return {
    origin,
    baseUrl: origin + pathname.replace(/\/+$/, ''),
    isClearText: protocol === 'http:' && !THIS_MACHINE.test(hostname),
  };
}
