import { Fault } from '../../src/command-line/fault';
import { parseOptions, type Options } from '../../src/command-line/options';
import { fakeIo } from '../support/fake-io';

const OPTIONS = {
  url: { value: 'URL', about: '' },
  format: { value: 'FORMAT', oneOf: ['text', 'json'], about: '' },
  timeout: { value: 'SECONDS', number: { least: 1, most: 60 }, about: '' },
  only: { value: 'ID', list: 'repeated', about: '' },
  queue: { value: 'FILE', list: 'rest', about: '' },
  quiet: { about: '' },
} as const satisfies Options;

const { t } = fakeIo().io;

function faultOf(args: readonly string[]): string {
  try {
    parseOptions(args, OPTIONS);
  } catch (error) {
    if (error instanceof Fault) return t(error.said);
    throw error;
  }
  return 'no fault';
}

test.each<[readonly string[], object]>([
  [[], {}],
  [['--url', 'https://x', '--quiet'], { url: 'https://x', quiet: true }],
  [['--url=https://x?a=b'], { url: 'https://x?a=b' }],
  [['--url=-x'], { url: '-x' }],
  [['--url', '-'], { url: '-' }],
  [['--format', 'json', '--timeout', '60'], { format: 'json', timeout: 60 }],
  [['--only', '1,2', '--url', 'u', '--only', '3'], { only: ['1,2', '3'], url: 'u' }],
  [['--queue', 'a.csv', 'b.csv', '--quiet'], { queue: ['a.csv', 'b.csv'], quiet: true }],
  [['--queue', 'a.csv', '--queue', 'b.csv', 'c.csv'], { queue: ['a.csv', 'b.csv', 'c.csv'] }],
  [['--queue', 'a.csv', '--', '-b.csv'], { queue: ['a.csv', '-b.csv'] }],
])('%j gives %j', (args, values) => {
  expect(parseOptions(args, OPTIONS)).toEqual(values);
});

test.each([
  [['--fromat', 'json'], 'There is no option --fromat. Did you mean --format?'],
  [['--colour'], 'There is no option --colour. See --help.'],
  [['-q'], 'There is no option -q. See --help.'],
  [['--constructor'], 'There is no option --constructor. See --help.'],
  [['--__proto__=1'], 'There is an option that is not known. See --help.'],
  [['--NDc4NDkyNDg3ODE3OstHYSeYC1'], 'There is an option that is not known. See --help.'],
  [['--url'], '--url needs a value: --url URL.'],
  [['--url='], '--url needs a value: --url URL.'],
  [['--url', '--quiet'], '--url needs a value: --url URL.'],
  [['--url', 'a', '--url', 'b'], '--url may be given only once.'],
  [['--quiet=yes'], '--quiet takes no value.'],
  [['--format', 'jsn'], '--format has to be one of: text, json. Did you mean json?'],
  [['--format', 'yaml'], '--format has to be one of: text, json.'],
  [['--timeout', '0'], '--timeout has to be a whole number from 1 to 60.'],
  [['--timeout', '61'], '--timeout has to be a whole number from 1 to 60.'],
  [['--timeout', '1e1'], '--timeout has to be a whole number from 1 to 60.'],
  [['--timeout=-1'], '--timeout has to be a whole number from 1 to 60.'],
  [['secret'], 'There is an argument that belongs to no option. See --help.'],
  [['--only', '1', 'secret'], 'There is an argument that belongs to no option. See --help.'],
  [['--queue', 'a', '--quiet', 'secret'], 'There is an argument that belongs to no option. See --help.'],
])('%j is refused: %s', (args, said) => {
  expect(faultOf(args)).toBe(said);
});

test.each([['--token=s3cret'], ['--token', 's3cret'], ['--insecure'], ['--k', 's3cret']])(
  '%s: what may be a secret is not repeated',
  (...args) => {
    expect(faultOf(args)).not.toMatch(/s3cret|no fault/);
  },
);

test('what --token is refused for, and what to do', () => {
  expect(faultOf(['--token', 'x'])).toMatch(/other users .* see the arguments .* JIRA_TOKEN/);
  expect(faultOf(['--insecure'])).toMatch(/NODE_EXTRA_CA_CERTS/);
});
