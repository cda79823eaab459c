import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { JAR, ROOT } from '../../build/plugin';
import { readJar } from '../support/jar';

const KEY = 'git-integration-checkup.key';
const CERTIFICATE = 'git-integration-checkup.crt';

let folder: string;
let dist: string;
let jar: string;

beforeAll(() => {
  readJar(JAR);
  folder = mkdtempSync(path.join(tmpdir(), 'checkup sign '));
  dist = path.join(folder, 'dist');
  jar = path.join(dist, path.basename(JAR));
  mkdirSync(dist);
  copyFileSync(JAR, jar);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (...names: string[]): string => path.join(folder, ...names);

/** What `npm run sign` says, and whether it did it. */
function sign(args: readonly string[], environment: Record<string, string> = {}): { done: boolean; says: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'build/sign.ts', ...args], {
    cwd: ROOT,
    env: { ...process.env, CHECKUP_DIST: dist, INIT_CWD: folder, ...environment },
    encoding: 'utf8',
  });
  return { done: status === 0, says: stdout + stderr };
}

function openssl(...args: string[]): { done: boolean; says: string } {
  const { error, status, stdout, stderr } = spawnSync('openssl', args, { encoding: 'utf8' });
  if (error) throw new Error('openssl is missing (Debian: apt-get install openssl)', { cause: error });
  return { done: status === 0, says: stdout + stderr };
}

/** As Atlassian says it: the signature, no longer in Base64, against the public key of the certificate. */
function verify(signed: string, certificate: string): { done: boolean; says: string } {
  const { says: publicKey } = openssl('x509', '-in', certificate, '-noout', '-pubkey');
  writeFileSync(at('public.pem'), publicKey);
  writeFileSync(at('signature'), Buffer.from(readFileSync(`${jar}.sig`, 'utf8'), 'base64'));
  return openssl(
    'pkeyutl',
    '-verify',
    '-pubin',
    '-inkey',
    at('public.pem'),
    '-rawin',
    '-in',
    signed,
    '-sigfile',
    at('signature'),
  );
}

describe('a new key', () => {
  test('comes with its certificate, and with what to do with both', () => {
    const { done, says } = sign(['--new', at('keys')]);
    expect(says).toContain(`npm run sign -- --key "${at('keys', KEY)}"`);
    expect(says).toContain(`${at('keys', CERTIFICATE)}: the certificate`);
    expect(says).toContain('upmconfig/truststore');
    expect(done).toBe(true);
    expect(readdirSync(at('keys')).sort()).toEqual([CERTIFICATE, KEY]);
    expect(openssl('pkey', '-in', at('keys', KEY), '-noout', '-text').says).toContain('ED25519 Private-Key');
    // Still valid in nine years.
    expect(openssl('x509', '-in', at('keys', CERTIFICATE), '-noout', '-checkend', String(9 * 365 * 86_400)).done).toBe(
      true,
    );
  });

  test('is readable by its owner alone, and is not shown', () => {
    expect(statSync(at('keys', KEY)).mode & 0o777).toBe(0o600);
    expect(sign(['--new', at('shown')]).says).not.toContain('PRIVATE KEY');
  });

  test('never takes the place of another, nor of a certificate', () => {
    const before = readFileSync(at('keys', KEY));
    expect(sign(['--new', at('keys')])).toEqual({
      done: false,
      says: expect.stringMatching(/ is there already and stays as it is/) as string,
    });
    rmSync(at('keys', CERTIFICATE));
    expect(sign(['--new', at('keys')])).toEqual({
      done: false,
      says: `${at('keys', KEY)} is there already and stays as it is. Choose another folder.\n`,
    });
    expect(readFileSync(at('keys', KEY)).equals(before)).toBe(true);
    mkdirSync(at('certificate'));
    writeFileSync(at('certificate', CERTIFICATE), 'mine');
    expect(sign(['--new', at('certificate')]).done).toBe(false);
    expect([readdirSync(at('certificate')), readFileSync(at('certificate', CERTIFICATE), 'utf8')]).toEqual([
      [CERTIFICATE],
      'mine',
    ]);
  });

  test('is not written into the project, not by a link either', () => {
    symlinkSync(ROOT, at('link'));
    for (const place of [path.join(ROOT, 'dist/new'), at('link', 'dist/new/keys')]) {
      expect(sign(['--new', place])).toEqual({
        done: false,
        says: `${place} is a folder of this project, where a key could be committed. Choose a folder outside.\n`,
      });
    }
    expect(existsSync(path.join(ROOT, 'dist/new'))).toBe(false);
  });

  test('comes alone where there is no openssl, with the commands for the certificate', () => {
    mkdirSync(at('empty'));
    const { done, says } = sign(['--new', at('alone')], { PATH: at('empty') });
    expect([done, readdirSync(at('alone'))]).toEqual([true, [KEY]]);
    expect(says).toContain('There is no openssl here');
    const commands = says.trimEnd().split('\n').at(-1) ?? '';
    expect(spawnSync('sh', ['-c', commands]).status).toBe(0);
    expect(openssl('verify', '-CAfile', at('alone', CERTIFICATE), at('alone', CERTIFICATE)).says).toContain(': OK');
  });

  test('a folder that cannot be written is told', () => {
    writeFileSync(at('file'), '');
    expect(sign(['--new', at('file', 'keys')])).toEqual({
      done: false,
      says: `${at('file', 'keys', KEY)} could not be written (ENOTDIR).\n`,
    });
  });
});

describe('the signature', () => {
  beforeAll(() => sign(['--new', at('signing')]));

  test('is 64 bytes in Base64 on one line beside the jar, and is shown', () => {
    const { done, says } = sign(['--key', `signing/${KEY}`]);
    expect(done).toBe(true);
    const signature = readFileSync(`${jar}.sig`, 'utf8');
    expect(signature).toMatch(/^[A-Za-z0-9+/]{86}==\n$/);
    expect(says.endsWith(signature)).toBe(true);
    expect(readFileSync(jar).equals(readFileSync(JAR))).toBe(true);
  });

  test('holds for the jar with the certificate, and for no other', () => {
    expect(verify(jar, at('signing', CERTIFICATE))).toEqual({
      done: true,
      says: expect.stringContaining('Signature Verified Successfully') as string,
    });
    const bytes = readFileSync(jar);
    bytes[bytes.length >> 1]! ^= 1;
    writeFileSync(at('tampered.jar'), bytes);
    expect(verify(at('tampered.jar'), at('signing', CERTIFICATE)).done).toBe(false);
    sign(['--new', at('stranger')]);
    expect(verify(jar, at('stranger', CERTIFICATE)).done).toBe(false);
  });
});

describe('without a jar or a key', () => {
  const write = (name: string, content: string): string => {
    writeFileSync(at(name), content);
    return at(name);
  };
  const pem = { type: 'pkcs8', format: 'pem' } as const;
  const rsa = () => generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export(pem).toString();
  const locked = () =>
    generateKeyPairSync('ed25519')
      .privateKey.export({ ...pem, cipher: 'aes-256-cbc', passphrase: 'x' })
      .toString();
  const open = () => generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }).toString();

  test.each([
    ['no such file', () => at('none.pem'), 'is missing: give the path of a private key'],
    ['a folder', () => folder, 'could not be read (EISDIR)'],
    ['no key', () => write('text.pem', 'hello'), 'holds no private key that can be read'],
    ['a public key', () => write('public-only.pem', open()), 'holds no private key that can be read'],
    [
      'a key with a passphrase',
      () => write('locked.pem', locked()),
      'holds no private key that can be read. It must be in PEM form and without a passphrase.',
    ],
    ['a key of another kind', () => write('rsa.pem', rsa()), 'holds a key of the kind rsa. Jira takes Ed25519 alone'],
  ])('%s is told', (_, key, told) => {
    rmSync(`${jar}.sig`, { force: true });
    const file = key();
    const { done, says } = sign(['--key', file]);
    expect(says).toContain(`${file} ${told}`);
    expect([done, existsSync(`${jar}.sig`)]).toEqual([false, false]);
  });

  test('a missing jar is told', () => {
    const { done, says } = sign(
      ['--key', write('good.pem', generateKeyPairSync('ed25519').privateKey.export(pem).toString())],
      { CHECKUP_DIST: at('nothing') },
    );
    expect([done, says]).toEqual([
      false,
      `${at('nothing', path.basename(JAR))} is missing: run "npm run build" first.\n`,
    ]);
  });

  test.each([[[]], [['--key']], [['--key', 'a', '--new', 'b']], [['--sing', 'a']], [['a']]])(
    '%j is answered with how to use it',
    (args) => {
      const { done, says } = sign(args);
      expect(done).toBe(false);
      expect(says).toContain('npm run sign -- --new <folder>');
      expect(says).not.toContain('    at ');
    },
  );
});
