import { run } from '../../../src/command-line/run';
import type { Io } from '../../../src/command-line/io';
import { NOW } from '../../support/facts';
import { fakeIo } from '../../support/fake-io';
import { VIRTUAL_URL, virtualSend } from '../../support/virtual-send';

interface Around extends Partial<Pick<Io, 'send' | 'env'>> {
  readonly scenario?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly isTerminal?: boolean;
  readonly columns?: number;
  /** Milliseconds since the epoch. */
  readonly now?: number;
}

async function check(args: readonly string[], { scenario = 'typical', now = NOW, ...around }: Around = {}) {
  const virtual = virtualSend(scenario, now);
  const { io, said } = fakeIo({ now: () => now, env: { JIRA_TOKEN: 'T0KEN' }, send: virtual.send, ...around });
  const code = await run(['check', ...args], io);
  return { code, asked: virtual.asked, ...said() };
}

const live = (args: readonly string[] = [], around?: Around) => check(['--url', VIRTUAL_URL, ...args], around);

test('the report stands on stdout, and nothing else', async () => {
  const { code, stdout, stderr } = await live();
  expect(stdout).toMatch(/^Git Integration Checkup\nJira: Virtual Jira \(http:\/\/localhost\/jira\)\n/);
  expect(stdout).toContain('5 of 8 integrations need something; 2 are at risk');
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
});

test.each([
  [undefined, 80],
  [0, 80],
  [100, 100],
])('on a terminal of %s columns lines are at most %d wide', async (columns, width) => {
  const around = { isTerminal: true, env: { JIRA_TOKEN: 'T0KEN', NO_COLOR: '1' } };
  const { stdout } = await live([], columns === undefined ? around : { ...around, columns });
  const longest = Math.max(...stdout.split('\n').map((line) => line.length));
  expect(longest).toBeLessThanOrEqual(width);
  expect(longest).toBeGreaterThan(width - 6);
});

test.each([
  ['typical', [], 1],
  ['typical', ['--fail-on', 'never'], 0],
  ['all-healthy', [], 0],
  ['all-healthy', ['--fail-on', 'low'], 0],
  ['empty', ['--fail-on', 'low'], 0],
  // What the repositories would tell is not known.
  ['partly-failing', ['--only', '2'], 0],
  ['partly-failing', ['--only', '2', '--fail-on', 'medium'], 3],
  ['partly-failing', ['--only', '2', '--fail-on', 'never'], 0],
  // Something fails, whatever else is not known.
  ['partly-failing', [], 1],
])('%s %j ends with %d', async (scenario, args, code) => {
  expect((await live(args, { scenario })).code).toBe(code);
});

test('from which severity on a Fail counts', async () => {
  const only = ['--only', 'display-name'];
  expect((await live(only)).code).toBe(0);
  expect((await live([...only, '--fail-on', 'medium'])).code).toBe(0);
  expect((await live([...only, '--fail-on', 'low'])).code).toBe(1);
});

test('sources that could not be read are told beside the report', async () => {
  const { stdout, stderr } = await live([], { scenario: 'partly-failing' });
  expect(stdout).toContain('Repositories could not be read');
  expect(stderr).toBe(
    'git-integration-checkup: Repositories could not be read: an error was answered. What depends on it is not judged.\n',
  );
});

test('on a terminal a line says how much was read, and goes', async () => {
  const { stderr } = await live([], { isTerminal: true });
  expect(stderr).toContain('\r\u001b[K3 of 6 sources read');
  expect(stderr.endsWith('\r\u001b[K')).toBe(true);
});

test.each([
  [{}, true],
  [{ NO_COLOR: '1' }, false],
  [{ TERM: 'dumb' }, false],
])('with %j a terminal gets colours: %s', async (env, hasColours) => {
  const { stdout } = await live([], { isTerminal: true, env: { JIRA_TOKEN: 'T0KEN', ...env } });
  expect(stdout.includes('\u001b[')).toBe(hasColours);
});

test('a file gets the report in the place of stdout, without colours', async () => {
  const { stdout, files } = await live(['--output', 'a/report.txt'], { isTerminal: true });
  expect(stdout).toBe('');
  expect(files.get('a/report.txt')).toMatch(/^Git Integration Checkup\n/);
});

test('what was read is recorded, and judged later as it was then', async () => {
  const first = await live(['--record', 'then.json']);
  const recording = first.files.get('then.json') ?? '';
  expect(JSON.parse(recording)).toMatchObject({
    format: 'git-integration-checkup-recording',
    recordedAt: NOW,
    baseUrl: VIRTUAL_URL,
    appVersion: '1.2.3',
  });
  const again = await check(['--gathered', 'then.json'], { files: { 'then.json': recording } });
  const withoutNames = (text: string) => text.replace(/ by Ada Admin/, '');
  expect(again).toMatchObject({ code: first.code, stderr: '', asked: [] });
  expect(again.stdout).toBe(withoutNames(first.stdout));
});

test('what could not be read is recorded too, for whoever looks into it', async () => {
  const { code, stdout, files } = await live(['--record', 'then.json'], { scenario: 'gij-missing' });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  const again = await check(['--gathered', 'then.json'], { files: Object.fromEntries(files) });
  expect(again).toMatchObject({ code: 2, stdout: '' });
  expect(again.stderr).toMatch(/^git-integration-checkup: In the recording then\.json there are no integrations/);
});

test('of a recording that was made before the integrations were read nothing is told', async () => {
  const { files } = await live(['--record', 'then.json']);
  const { gathered, ...head } = JSON.parse(files.get('then.json') ?? '') as { gathered: Record<string, unknown> };
  const early = { ...head, gathered: { ...gathered, integrations: { state: 'pending', source: 'integrations' } } };
  const judged = await check(['--gathered', 'early.json'], { files: { 'early.json': JSON.stringify(early) } });
  expect(judged).toMatchObject({ code: 2, stdout: '' });
});

test('what admins share in Jira counts, as in the panel, but where it is not wanted', async () => {
  const question = 'Do the git hosts send webhooks to Jira?';
  expect((await live([], { scenario: 'shared' })).stdout).not.toContain(question);
  expect((await live(['--decisions', 'none'], { scenario: 'shared' })).stdout).toContain(question);
});

test('integrations and checks that are not asked for are left out, and so are their Fails', async () => {
  const part = await live(['--only', '3,7', '--skip', 'display-name']);
  expect(part.stdout).toContain('2 of 8 integrations, as filtered');
  const whole = await live(['--skip', 'require-user-pat,ssl-verification']);
  expect(whole.code).toBe(0);
  expect(whole.stdout).not.toMatch(/At risk|shared account/);
  expect((await live(['--skip', 'require-user-pat,ssl-verification', '--fail-on', 'low'])).code).toBe(1);
});

test.each([
  ['typical', 2, /^CRITICAL: [^|\n]*\|[^\n]*at_risk=2[^\n]*\n$/],
  ['all-healthy', 0, /^OK: /],
  ['gij-missing', 3, /^UNKNOWN: Jira at http:\/\/localhost\/jira: [^|\n]*\n$/],
])('for monitoring %s is %d, in one line of stdout', async (scenario, code, said) => {
  const ended = await live(['--format', 'nagios'], { scenario });
  expect(ended).toMatchObject({ code, stderr: '' });
  expect(ended.stdout).toMatch(said);
});

const UP = /^git_integration_checkup_source_up\{.*source="integrations"\} (\d)$/m;
const SUCCESS = /^git_integration_checkup_last_success_timestamp_seconds\{.*\} (\d+)$/m;

test('a file of metrics says that nothing could be read, and when it could be last', async () => {
  const args = ['--format', 'prometheus', '--output', 'm.prom'];
  const { code, files } = await live(args);
  const first = files.get('m.prom') ?? '';
  expect([code, UP.exec(first)?.[1], SUCCESS.exec(first)?.[1]]).toEqual([1, '1', String(NOW / 1000)]);

  const around = { scenario: 'gij-missing', now: NOW + 3_600_000, files: { 'm.prom': first } };
  const failed = await live([...args, '--only', '3'], around);
  const second = failed.files.get('m.prom') ?? '';
  expect([failed.code, UP.exec(second)?.[1], SUCCESS.exec(second)?.[1]]).toEqual([2, '0', String(NOW / 1000)]);
  expect(failed.stderr).toMatch(/not installed/);

  const fresh = (await live(args, { scenario: 'gij-missing' })).files.get('m.prom') ?? '';
  expect([UP.exec(fresh)?.[1], SUCCESS.exec(fresh)]).toEqual(['0', null]);
});

test.each(['text', 'junit', 'csv', 'markdown', 'prometheus'])(
  'where nothing could be read there is no report: %s on stdout',
  async (format) => {
    expect(await live(['--format', format], { scenario: 'gij-missing' })).toMatchObject({ code: 2, stdout: '' });
  },
);

test('a file with another report stays as it was where nothing could be read', async () => {
  const { files } = await live(['--output', 'r'], { scenario: 'session-expired', files: { r: 'old' } });
  expect(files.get('r')).toBe('old');
});

const FAULTS: readonly (readonly [readonly string[], RegExp])[] = [
  [[], /Say where Jira is: --url/],
  [['--url', VIRTUAL_URL, '--gathered', 'x'], /--url has no meaning/],
  [['--gathered', 'x', '--record', 'y'], /--record has no meaning/],
  [['--gathered', 'x', '--token-file', 'y'], /--token-file has no meaning/],
  [['--gathered', 'x', '--timeout', '3'], /--timeout has no meaning/],
  [['--gathered', 'x', '--decisions', 'jira'], /holds nothing of what is shared/],
  [['--url', VIRTUAL_URL, '--format=text', '--fail-on', 'x'], /--fail-on has to be one of/],
  [['--gathered', 'x', '--output', './x'], /--output and --gathered name the same file/],
  [['--url', VIRTUAL_URL, '--record', 'x', '--output', 'x'], /--output and --record name the same file/],
  [['--gathered', 'x'], /could not be read from the file x\.\n.*There is no such file/],
  [['--url', VIRTUAL_URL, '--only', 'ssl-verifikation'], /Did you mean ssl-verification\?/],
  [['--url', VIRTUAL_URL, '--only', '1,'], /--only takes ids with commas/],
  [['--url', VIRTUAL_URL, '--only', '1', '--skip', '2,1'], /1 is named by --only and by --skip/],
  [['--url', VIRTUAL_URL, '--only', '99'], /--only names the integration 99, which is not there/],
  [['--url', VIRTUAL_URL, '--decisions', 'jira:ops'], /takes the key of a project/],
  [['--url', VIRTUAL_URL, '--format', 'txt'], /Did you mean text\?/],
  [['--url', 'http://u:s3cret@localhost'], /must not hold a user/],
];

test.each(FAULTS)('%j is refused in a line, and nothing is written', async (args, said) => {
  const { code, stdout, stderr } = await check(args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(said);
  expect(stderr).not.toContain('s3cret');
});

test('for monitoring --fail-on has no meaning', async () => {
  const { code, stdout } = await live(['--format', 'nagios', '--fail-on', 'low']);
  expect(code).toBe(3);
  expect(stdout).toMatch(/^UNKNOWN: .*--fail-on has no meaning/);
});

test.each([
  ['{}', /It is not what --record or the panel writes/],
  ['{"format":"git-integration-checkup-recording","version":2}', /A later version of this app wrote it/],
])('a recording %s is refused', async (text, said) => {
  const { code, stderr } = await check(['--gathered', 'x'], { files: { x: text } });
  expect(code).toBe(2);
  expect(stderr).toMatch(said);
});

test('a file that cannot be written is told, and stdout does not get the report instead', async () => {
  const virtual = virtualSend('typical', NOW);
  const { io, said } = fakeIo({ now: () => NOW, env: { JIRA_TOKEN: 'T0KEN' }, send: virtual.send });
  const replace = () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }));
  const full = { ...io, files: { ...io.files, replace } };
  expect(await run(['check', '--url', VIRTUAL_URL, '--output', 'r'], full)).toBe(2);
  expect(said()).toMatchObject({
    stdout: '',
    stderr:
      'git-integration-checkup: The report could not be written into the file r, which stays as it was.\n' +
      'git-integration-checkup: There is no room left for it.\n',
  });
});
