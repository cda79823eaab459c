import { command } from '../../src/command-line/commands';
import { Fault } from '../../src/command-line/fault';
import { run } from '../../src/command-line/run';
import { message } from '../../src/model/message';
import { fakeIo } from '../support/fake-io';

const LOOK = command({
  name: 'look',
  about: 'source.integrations',
  options: {
    url: { value: 'URL', about: 'failure.network.do' },
    format: { value: 'FORMAT', oneOf: ['text', 'json', 'nagios'], about: 'command.fault.choice' },
  },
  examples: [['source.repositories', 'look --url https://jira.example.com']],
  notes: ['failure.timeout.do'],
  run({ url, format = 'text' }, { stdout }) {
    if (url === 'bad') throw new Fault(message('failure.detail', 'a|b\u001b[31m\nc'), [message('failure.network.do')]);
    return stdout.write(`${url} ${format}`).then(() => 3 as const);
  },
});

async function runs(...argv: string[]) {
  const { io, said } = fakeIo();
  const code = await run(argv, io, [LOOK]);
  return { code, stdout: said().stdout, stderr: said().stderr };
}

test('a command gets what was given, and says what the program ends with', async () => {
  expect(await runs('look', '--url', 'x', '--format=json')).toEqual({ code: 3, stdout: 'x json', stderr: '' });
});

test('a fault is told on stderr, in lines that no text in it can break', async () => {
  expect(await runs('look', '--url', 'bad')).toEqual({
    code: 2,
    stdout: '',
    stderr:
      'git-integration-checkup: The answer says: a|b [31m c\n' +
      'git-integration-checkup: Check your connection and whether Jira runs, then try again.\n',
  });
});

test.each([
  [['look', '--url', 'bad', '--format=nagios'], 'The answer says: a¦b [31m c Check your connection'],
  [['look', '--format', 'nagios', '--ur', 'x'], 'There is no option --ur'],
  [['lok', '--format', 'nagios'], 'There is no such command'],
])('%j: monitoring hears of a fault on stdout, in one line, and as UNKNOWN', async (argv, said) => {
  const { code, stdout, stderr } = await runs(...argv);
  expect({ code, stderr }).toEqual({ code: 3, stderr: '' });
  expect(stdout).toMatch(/^UNKNOWN: [^|\n]*\n$/);
  expect(stdout).toContain(said);
});

test.each([
  [[], 'Say what to do: look. See git-integration-checkup --help.'],
  [['--url', 'x'], 'Say what to do: look. See git-integration-checkup --help.'],
  [['lok'], 'There is no such command. Did you mean look?'],
  [['s3cret-token'], 'Say what to do: look. See git-integration-checkup --help.'],
  [['look', '--ur', 'x'], 'There is no option --ur. Did you mean --url?'],
])('%j ends with 2: %s', async (argv, said) => {
  expect(await runs(...argv)).toEqual({ code: 2, stdout: '', stderr: `git-integration-checkup: ${said}\n` });
});

test('--version', async () => {
  expect(await runs('--version')).toEqual({ code: 0, stdout: '1.2.3\n', stderr: '' });
});

test.each(['--help', '-h'])('%s tells of all commands', async (option) => {
  const { code, stdout, stderr } = await runs(option);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^Usage: git-integration-checkup COMMAND/);
  expect(stdout).toMatch(/^ {2}look {2,}Integrations$/m);
});

test.each(['--help', '-h'])('look %s tells of its options, whatever else was typed', async (option) => {
  const { code, stdout, stderr } = await runs('look', '--nonsense', option);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toBe(
    [
      'Usage: git-integration-checkup look [OPTIONS]',
      '',
      'Integrations',
      '',
      'Options:',
      '  --url URL             Check your connection and whether Jira runs, then try',
      '                        again.',
      '  --format FORMAT       text, json, nagios has to be one of: {1}.',
      '  --help                Show this help',
      '',
      'Examples:',
      '  Repositories',
      '    git-integration-checkup look --url https://jira.example.com',
      '',
      'Try again. If it stays so, Jira may be overloaded: look at its load and its log.',
      '',
    ].join('\n'),
  );
});

test('a mistake in the program ends as a fault does, and never as a finding', async () => {
  const broken = command({
    name: 'break',
    about: '',
    options: {},
    examples: [],
    notes: [],
    run: () => Promise.reject(new TypeError('of https://svc:s3cret@git.example.com')),
  });
  const { io, said } = fakeIo();
  expect(await run(['break'], io, [broken])).toBe(2);
  expect(said().stderr).toMatch(/^git-integration-checkup: This is a fault of .* 1\.2\.3/);
  expect(said().stderr).toMatch(/TypeError: .*git\.example\.com\n +at /);
  expect(said().stderr).not.toContain('s3cret');
});

test('stdout that takes nothing is a fault, of help and of monitoring too', async () => {
  const { io, said } = fakeIo();
  const write = () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }));
  const full = { ...io, stdout: { ...io.stdout, write } };
  expect(await run(['--help'], full, [LOOK])).toBe(2);
  expect(await run(['look', '--help'], full, [LOOK])).toBe(2);
  expect(await run(['--version'], full, [LOOK])).toBe(2);
  expect(await run(['lok', '--format', 'nagios'], full, [LOOK])).toBe(3);
  expect(said().stderr).toMatch(
    /^(git-integration-checkup: (The report could not be written|There is no room)[^\n]*\n){6}$/,
  );
});
