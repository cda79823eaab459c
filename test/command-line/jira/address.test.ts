import { parseAddress } from '../../../src/command-line/jira/address';
import { Fault } from '../../../src/command-line/fault';

test.each([
  ['https://jira.example.com', 'https://jira.example.com', false],
  ['https://jira.example.com/', 'https://jira.example.com', false],
  ['https://jira.example.com/jira', 'https://jira.example.com/jira', false],
  ['https://jira.example.com:8443/a/jira//', 'https://jira.example.com:8443/a/jira', false],
  ['https://jira.example.com:443', 'https://jira.example.com', false],
  ['HTTPS://JIRA.example.com/Jira', 'https://jira.example.com/Jira', false],
  ['http://jira.example.com/jira', 'http://jira.example.com/jira', true],
  ['http://localhost:2990/jira', 'http://localhost:2990/jira', false],
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080', false],
  ['http://[::1]:8080', 'http://[::1]:8080', false],
  ['http://localhost.example.com', 'http://localhost.example.com', true],
  [' https://jira.example.com\n', 'https://jira.example.com', false],
])('%s is %s, in clear text: %s', (text, baseUrl, isClearText) => {
  expect(parseAddress(text)).toEqual({ origin: new URL(text).origin, baseUrl, isClearText });
});

test.each([
  ['jira.example.com', 'command.fault.url'],
  ['localhost:2990/jira', 'command.fault.url'],
  ['ftp://jira.example.com', 'command.fault.url'],
  ['https://', 'command.fault.url'],
  ['https:///jira', 'command.fault.url'],
  ['https://exa mple.com', 'command.fault.url'],
  ['', 'command.fault.url'],
  ['https://svc:s3cret@jira.example.com', 'command.fault.url-credentials'],
  ['https://s3cret@jira.example.com', 'command.fault.url-credentials'],
  ['https://:s3cret@jira.example.com', 'command.fault.url-credentials'],
  ['https://jira.example.com/?token=s3cret', 'command.fault.url-query'],
  ['https://jira.example.com/#s3cret', 'command.fault.url-query'],
])('%s is refused, and not repeated', (text, key) => {
  const refused = () => parseAddress(text);
  expect(refused).toThrow(Fault);
  expect(refused).toThrow(expect.objectContaining({ said: { key }, lines: [] }) as Error);
});
