import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { ROOT } from './plugin';

/** No ending that Jira would read as a certificate. */
const KEY = 'git-integration-checkup.key';
/** Jira reads certificates from files that end so. */
const CERTIFICATE = 'git-integration-checkup.crt';

/** Jira refuses apps whose certificate is out of date. */
const DAYS = '3650';
const SUBJECT = '/CN=Git Integration Checkup';

/** Also where the folder is not there yet, and where a link leads there. */
function insideProject(folder: string): boolean {
  let existing = folder;
  while (!existsSync(existing)) existing = path.dirname(existing);
  const way = path.relative(realpathSync(ROOT), realpathSync(existing));
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}

/** Writes a file that is not there yet. */
function write(file: string, content: string, mode: number): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, content, { mode, flag: 'wx' });
  } catch (failure) {
    const { code } = failure as NodeJS.ErrnoException;
    const reason =
      code === 'EEXIST' && existsSync(file)
        ? 'is there already and stays as it is. Choose another folder'
        : `could not be written (${code})`;
    throw new Error(`${file} ${reason}.`, { cause: failure });
  }
}

/** Runs openssl; undefined where there is none. */
function openssl(args: readonly string[], input: string): string | undefined {
  const { error, status, stdout, stderr } = spawnSync('openssl', args, { input, encoding: 'utf8' });
  if ((error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT') return undefined;
  if (status !== 0)
    throw new Error(`The key was made, but openssl made no certificate for it: ${error?.message ?? stderr.trim()}`);
  return stdout;
}

/**
 * Makes an Ed25519 key, readable by its owner alone, and its self-signed certificate. Nothing is overwritten,
 * and a folder of this project is refused, so that no key can be committed.
 *
 * @param folder absolute path; made where it is missing
 * @returns what was made, and what to do with it
 */
export function newKey(folder: string): string {
  if (insideProject(folder))
    throw new Error(`${folder} is a folder of this project, where a key could be committed. Choose a folder outside.`);
  const [key, certificate] = [path.join(folder, KEY), path.join(folder, CERTIFICATE)];
  if (existsSync(certificate))
    throw new Error(`${certificate} is there already and stays as it is. Choose another folder.`);
  write(key, generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), 0o600);
  const made = `${key}: the private key. Keep it to yourself; who has it can sign apps that your Jira trusts.\n  npm run sign -- --key "${key}"`;

  const request = openssl(['req', '-new', '-key', key, '-subj', SUBJECT], '');
  const content =
    request === undefined ? undefined : openssl(['x509', '-req', '-signkey', key, '-days', DAYS], request);
  if (content === undefined) {
    const commands = `openssl req -new -key "${key}" -subj "${SUBJECT}" | openssl x509 -req -signkey "${key}" -days ${DAYS} -out "${certificate}"`;
    return `${made}\nThere is no openssl here, so the certificate is still to make, where there is one:\n  ${commands}`;
  }
  write(certificate, content, 0o644);
  return `${made}\n${certificate}: the certificate, valid for ten years. Copy it to upmconfig/truststore in Jira’s home, as the README says.`;
}
