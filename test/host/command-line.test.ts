import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { COMMAND_LINE, ROOT, VERSION } from '../../build/plugin';
import { startDemoServer, type DemoServer } from '../../src/entries/demo-server';
import { gather } from '../../src/sources/gather';
import { createJiraClient } from '../../src/sources/jira-client';
import { recordingText } from '../../src/sources/write-recording';
import { NOW } from '../support/facts';
import { closed, listening, startHostileServer, type HostileServer } from '../support/hostile-server';
import { runCommandLine, type Ended } from '../support/command-line';
import { virtualSend, VIRTUAL_URL } from '../support/virtual-send';

jest.setTimeout(60_000);

let folder: string;
let demo: DemoServer;
let hostile: HostileServer;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'checkup-command-line-'));
  [demo, hostile] = await Promise.all([startDemoServer('typical', () => NOW), startHostileServer()]);
  const { send } = virtualSend('typical', NOW);
  const client = createJiraClient({ contextPath: VIRTUAL_URL, send, now: () => NOW });
  const gathered = await gather(client, { signal: new AbortController().signal });
  const from = { baseUrl: 'https://jira.acme.example/jira', appVersion: VERSION, now: NOW };
  writeFileSync(at('typical.json'), recordingText(gathered, from));
});

afterAll(async () => {
  await Promise.all([demo.close(), hostile.close()]);
  rmSync(folder, { recursive: true, force: true });
});

const at = (...names: string[]) => path.join(folder, ...names);

/** Runs it with the token, which is never said. */
async function run(args: readonly string[], how: Parameters<typeof runCommandLine>[1] = {}): Promise<Ended> {
  const ended = await runCommandLine(args, { ...how, env: { JIRA_TOKEN: demo.token, ...how.env } });
  expect(ended.stdout + ended.stderr).not.toContain(demo.token);
  return ended;
}

const check = (...args: string[]) => run(['check', '--url', demo.url, ...args]);

/** As English is written here, and there. */
const DATES = /\w{3} \d+, \d{4}, [\d:]+ [AP]M|\d+ \w{3} \d{4}, \d\d:\d\d/g;

/** A report without the time at which it was made, and by whom: a recording names nobody. */
function masked(text: string): string {
  return text
    .replace(/(Exported: ).*/, '$1')
    .replace(/,[^,]*,(Ada Admin|Unknown),("8 integrations, and .*)$/gm, ',,,$2')
    .replace(/.*name="exported-(at|by)".*\n|^\w+_checked_timestamp_seconds.*$|^ *"exported(At|By)": .*\n/gm, '')
    .replace(DATES, '(a date)');
}

/** The first line in which a text differs from another, and that one; undefined where they are the same. */
function difference(text: string, expected: string): readonly [string | undefined, string | undefined] | undefined {
  const [lines, others] = [text.split('\n'), expected.split('\n')];
  const place = others.findIndex((line, index) => line !== lines[index]);
  if (place >= 0) return [lines[place], others[place]];
  return lines.length === others.length ? undefined : [lines[others.length], undefined];
}

describe('a report', () => {
  test.each([
    ['text', 'text/typical.txt'],
    ['json', 'json/typical.json'],
    ['csv', 'csv/typical.csv'],
    ['junit', 'junit/typical.xml'],
    ['markdown', 'markdown/typical.md'],
    ['prometheus', 'prometheus/typical.prom'],
    ['nagios', 'nagios/typical.txt'],
  ])('as %s is that of the format', async (format, golden) => {
    const { stdout, stderr } = await run(['check', '--gathered', at('typical.json'), '--format', format]);
    const expected = readFileSync(path.join(ROOT, 'test/golden', golden), 'utf8');
    expect(difference(masked(stdout), masked(expected))).toBeUndefined();
    expect(stderr).toBe('');
  });

  test('over HTTP is the one of what was read', async () => {
    const { code, stdout, stderr } = await check();
    const expected = readFileSync(path.join(ROOT, 'test/golden/text/typical.txt'), 'utf8');
    const here = (text: string) => text.replace(/^(Jira|Checked|Exported): .*$|\d+ \w+ ago/gm, '$1');
    expect(difference(here(stdout), here(expected))).toBeUndefined();
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  });

  test('in a file is whole, and keeps what others may do with it', async () => {
    const file = at('report.txt');
    expect(await check('--output', file)).toMatchObject({ code: 1, stdout: '', stderr: '' });
    expect(statSync(file).mode & 0o777).toBe(0o644);
    const first = readFileSync(file, 'utf8');
    expect(first).toMatch(/^Git Integration Checkup\n[^]*\n$/);
    chmodSync(file, 0o660);
    await check('--output', file, '--format', 'junit');
    expect(statSync(file).mode & 0o777).toBe(0o660);
    expect(readFileSync(file, 'utf8')).toMatch(/^<\?xml[^]*<\/testsuites>\n$/);
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([]);
  });

  test('goes into a device or a pipe, which nothing can stand in the place of', async () => {
    const gathered = ['check', '--gathered', at('typical.json'), '--output'];
    const piped = await run([...gathered, '/dev/stdout'], { shell: '"$NODE" "$FILE" "$@" | head -1' });
    expect(piped).toMatchObject({ stdout: 'Git Integration Checkup\n', stderr: '' });
    expect(await run([...gathered, '/dev/null'])).toMatchObject({ code: 1, stdout: '', stderr: '' });
    expect(statSync('/dev/null').isFile()).toBe(false);
    const shell = '{ echo before; "$NODE" "$FILE" "$@"; echo after; } >> "$LOG"; cat "$LOG"';
    const logged = await run([...gathered, '/dev/stdout'], { shell, env: { LOG: at('log.txt') } });
    expect(logged.stdout).toMatch(/^before\nGit Integration Checkup\n[^]*\nafter\n$/);
    expect((await run([...gathered, '-'])).stdout).toMatch(/^Git Integration Checkup\n/);
    expect((await run([...gathered, '/dev/full'])).stderr).toMatch(/could not be written .*\n.*no room/);
  });

  test('in a file that a link leads to is written there', async () => {
    mkdirSync(at('real'));
    writeFileSync(at('real', 'report.txt'), 'old');
    symlinkSync(at('real', 'report.txt'), at('link.txt'));
    await check('--output', at('link.txt'));
    expect(readFileSync(at('real', 'report.txt'), 'utf8')).toMatch(/^Git Integration Checkup/);
    const both = await run(['check', '--gathered', at('real', 'report.txt'), '--output', at('link.txt')]);
    expect(both.stderr).toMatch(/--output .*--gathered/);
    symlinkSync(at('gone', 'report.txt'), at('dead.txt'));
    expect(await check('--output', at('dead.txt'))).toMatchObject({ code: 2, stdout: '' });
  });

  test('into a pipe that nobody reads ends when it is told to', async () => {
    spawnSync('mkfifo', [at('pipe')]);
    const waiting = runCommandLine(['check', '--gathered', at('typical.json'), '--output', at('pipe')], {
      onStart: (pid) => setTimeout(() => process.kill(pid, 'SIGTERM'), 1_500),
    });
    expect(await waiting).toEqual({ code: null, stdout: '', stderr: '' });
  });
});

test('the virtual Jira refuses a wrong token and everything but reads', async () => {
  const answers = await Promise.all([
    fetch(`${demo.url}/rest/api/2/myself`),
    fetch(`${demo.url}/rest/api/2/myself`, { headers: { Authorization: 'Bearer other' } }),
    fetch(`${demo.url}/rest/gitplugin/1.0/integration/1`, {
      method: 'PUT',
      body: '{}',
      headers: { Authorization: `Bearer ${demo.token}` },
    }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([401, 401, 405]);
});

describe('a failure is told with what to do, ends with 2, and leaves stdout empty', () => {
  const CASES: readonly (readonly [string, RegExp])[] = [
    ['login', /a page to log in came in place of the answer\.\n.*single sign-on/],
    ['proxy', /what answered is no Jira, or stands before it.*\n.*browser/],
    ['proxy-error', /\(HTTP 502\)/],
    ['nothing', /there is no Jira at this address\.\n.*context path/],
    ['token', /the token was not accepted\.\n.*\n.*Personal Access Tokens/],
    ['echo', /may not read the integrations/],
    ['redirect', /it leads on to http:\/\/127\.0\.0\.1:\d+\/other\/login, where the token is not sent/],
    ['busy', /refuses more requests for now/],
    ['starting', /is still starting/],
    ['reset', /could not be reached/],
    ['half-an-answer', /could not be reached/],
  ];

  test.each(CASES)('%s', async (name, said) => {
    const { code, stdout, stderr } = await run(['check', '--url', `${hostile.origin}/${name}`]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(said);
    expect(stderr).not.toMatch(/^ +at /m);
  });

  test('whatever is there, nothing but reads is sent, and no redirect is followed', () => {
    expect(hostile.followed).toEqual([]);
    expect([...hostile.methods]).toEqual(['GET']);
  });

  test.each(['silent', 'dripping'])('%s, within --timeout', async (name) => {
    const { code, stdout, stderr } = await run(['check', '--url', `${hostile.origin}/${name}`, '--timeout', '1']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/Not done within 1 second, .*\n.*--timeout/);
  });

  test('wrong context path, wrong token, no host, nobody there', async () => {
    const gone = createServer();
    const free = await listening(gone);
    await closed(gone);
    const [path404, token, host, refused] = await Promise.all([
      run(['check', '--url', demo.url.replace('/jira', '/jria')]),
      run(['check', '--url', demo.url], { env: { JIRA_TOKEN: 'b3RoZXI' } }),
      run(['check', '--url', 'https://jira.invalid']),
      run(['check', '--url', `http://127.0.0.1:${free}`]),
    ]);
    expect(path404.stderr).toMatch(/there is no Jira at this address/);
    expect(token.stderr).toMatch(/the token was not accepted/);
    expect(token.stderr).not.toContain('b3RoZXI');
    expect(host.stderr).toMatch(/this host is not known|could not be reached/);
    expect(refused.stderr).toMatch(/nothing accepts connections/);
    expect([path404, token, host, refused].map(({ code, stdout }) => [code, stdout])).toEqual(Array(4).fill([2, '']));
  });

  test('stopped by somebody', async () => {
    const stopped = run(['check', '--url', `${hostile.origin}/silent`], {
      onStart: (pid) => setTimeout(() => process.kill(pid, 'SIGINT'), 500),
    });
    expect(await stopped).toEqual({ code: 2, stdout: '', stderr: 'git-integration-checkup: Stopped.\n' });
  });
});

describe('a certificate', () => {
  let url: string;
  let secure: ReturnType<typeof createServer>;

  beforeAll(async () => {
    const made = spawnSync('openssl', [
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'],
      ...['-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1', '-keyout', at('key.pem'), '-out', at('cert.pem')],
    ]);
    if (made.status !== 0) throw new Error(`openssl: ${made.error?.message ?? String(made.stderr)}`);
    // It stands before the virtual Jira, as a reverse proxy does.
    secure = createServer(
      { key: readFileSync(at('key.pem')), cert: readFileSync(at('cert.pem')) },
      (request, response) => {
        const headers = { Authorization: request.headers.authorization ?? '' };
        void fetch(new URL(request.url ?? '/', demo.url), { headers }).then(async (answer) => {
          response.writeHead(answer.status, { 'Content-Type': answer.headers.get('Content-Type') ?? '' });
          response.end(await answer.text());
        });
      },
    );
    url = `https://localhost:${await listening(secure)}/jira`;
  });

  afterAll(() => closed(secure));

  test('that nobody vouches for is refused, and there is no way round', async () => {
    const refused = await run(['check', '--url', url]);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toMatch(/not one that this machine trusts\.\n.*NODE_EXTRA_CA_CERTS/);
    const forced = await run(['check', '--url', url], { env: { NODE_TLS_REJECT_UNAUTHORIZED: '0' } });
    expect(forced).toMatchObject({ code: 2, stdout: '' });
    expect(forced.stderr).toMatch(/NODE_TLS_REJECT_UNAUTHORIZED switches off/);
    expect((await run(['check', '--url', url, '--insecure'])).stderr).toMatch(/There is no option/);
  });

  test('of a private authority is trusted where the variable names it', async () => {
    const { code, stdout, stderr } = await run(['check', '--url', url], {
      env: { NODE_EXTRA_CA_CERTS: at('cert.pem') },
    });
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toContain('5 of 8 integrations need something');
  });

  test('is of no use for a name that it was not issued for, nor where no https is spoken', async () => {
    const env = { NODE_EXTRA_CA_CERTS: at('cert.pem') };
    const other = await run(['check', '--url', url.replace('localhost', '127.0.0.2')], { env });
    expect(other.stderr).toMatch(/certificate is one of another host|nothing accepts/);
    const plain = await run(['check', '--url', demo.url.replace('http:', 'https:')], { env });
    expect(plain.stderr).toMatch(/does not speak https/);
  });
});

describe('a pipe', () => {
  const GATHERED = '"$NODE" "$FILE" check --gathered "$1"';

  test('that is closed after a line ends it silently, with the code of the report', async () => {
    const { stdout, stderr } = await run([at('typical.json')], {
      shell: `${GATHERED} | head -1; echo "\${PIPESTATUS[0]}"`,
    });
    expect({ stdout, stderr }).toEqual({ stdout: 'Git Integration Checkup\n1\n', stderr: '' });
  });

  test('that was closed before is no fault either', async () => {
    const { stdout, stderr } = await run([at('typical.json')], {
      shell: `(sleep 0; ${GATHERED}; echo "$?" >&2) | exec true`,
    });
    expect({ stdout, stderr }).toEqual({ stdout: '', stderr: '1\n' });
  });

  test('gets all of it, however slowly it is read', async () => {
    const { stdout } = await run([at('typical.json')], { shell: `${GATHERED} --format csv | (sleep 0.3; wc -l)` });
    const rows = readFileSync(path.join(ROOT, 'test/golden/csv/typical.csv'), 'utf8').split('\n').length - 1;
    expect(Number(stdout)).toBe(rows);
  });
});

describe('where there is no room', () => {
  test('on stdout it ends with 2', async () => {
    const { code, stderr } = await run([at('typical.json')], {
      shell: '"$NODE" "$FILE" check --gathered "$1" >/dev/full',
    });
    expect(code).toBe(2);
    expect(stderr).toBe(
      'git-integration-checkup: The report could not be written.\ngit-integration-checkup: There is no room left for it.\n',
    );
  });

  test('for --output, the old file stays, and nothing lies beside it', async () => {
    mkdirSync(at('small'));
    writeFileSync(at('small', 'report.txt'), 'old');
    const { code, stderr } = await run([at('typical.json'), at('small', 'report.txt')], {
      shell: 'ulimit -f 1; exec "$NODE" "$FILE" check --gathered "$1" --output "$2"',
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(/could not be written into the file .*, which stays as it was\.\n.*no room/);
    expect(readFileSync(at('small', 'report.txt'), 'utf8')).toBe('old');
    expect(readdirSync(at('small'))).toEqual(['report.txt']);
  });

  test('nor a folder, nor a permission, it says so', async () => {
    const gathered = ['check', '--gathered', at('typical.json'), '--output'];
    expect((await run([...gathered, at('none', 'r')])).stderr).toMatch(/There is no such file or folder/);
    expect((await run([...gathered, folder])).stderr).toMatch(/It is a folder/);
    mkdirSync(at('locked'));
    writeFileSync(at('locked', 'r'), 'old');
    chmodSync(folder, 0o755);
    chmodSync(at('locked', 'r'), 0o444);
    chmodSync(at('locked'), 0o555);
    const locked = await run([...gathered, at('locked', 'r')], process.getuid?.() === 0 ? { uid: 65_534 } : {});
    expect(locked).toMatchObject({ code: 2, stdout: '' });
    expect(locked.stderr).toMatch(/The permission is missing/);
    expect(readFileSync(at('locked', 'r'), 'utf8')).toBe('old');
  });
});

test('a token in a file that others may read is used, with a warning', async () => {
  writeFileSync(at('token'), `${demo.token}\n`);
  chmodSync(at('token'), 0o644);
  const open = await run(['check', '--url', demo.url, '--token-file', at('token')], { env: { JIRA_TOKEN: '' } });
  expect(open.code).toBe(1);
  expect(open.stderr).toMatch(/^git-integration-checkup: Other users .* chmod 600\.\n$/);
  chmodSync(at('token'), 0o600);
  expect((await run(['check', '--url', demo.url, '--token-file', at('token')])).stderr).toBe('');
});

test('--version and --help', async () => {
  expect(await run(['--version'])).toEqual({ code: 0, stdout: `${VERSION}\n`, stderr: '' });
  expect((await run(['--help'])).stdout).toMatch(/^Usage: git-integration-checkup COMMAND/);
});

test('npm run checkup -- check --demo shows a report in a clone', async () => {
  const child = spawn('npm', ['run', '--silent', 'checkup', '--', 'check', '--demo'], { cwd: ROOT });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (data: Buffer) => (stdout += String(data)));
  child.stderr.on('data', (data: Buffer) => (stderr += String(data)));
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('5 of 8 integrations need something; 2 are at risk');
});

test('an older Node is told what is needed', () => {
  const older = "data:text/javascript,Object.defineProperty(process.versions,'node',{value:'18.20.8'})";
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', older, COMMAND_LINE, 'check'], {
    encoding: 'utf8',
  });
  expect({ status, stdout, stderr }).toEqual({
    status: 2,
    stdout: '',
    stderr: 'git-integration-checkup needs Node.js 20 or later; this is 18.20.8.\n',
  });
});

test('the file runs by itself', () => {
  expect(spawnSync(COMMAND_LINE, ['--version'], { encoding: 'utf8' }).stdout).toBe(`${VERSION}\n`);
});
