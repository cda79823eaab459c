import { createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { JAR, ROOT, SIGNATURE } from './plugin';
import { newKey } from './signing-key';

const USAGE = `Use it so:
  npm run sign -- --new <folder>   makes a key and, with openssl, its certificate
  npm run sign -- --key <file>     signs ${path.relative(ROOT, JAR)} with a key`;

/** Reads a file. Throws with what to do where it is missing. */
function read(file: string, missing: string): Buffer {
  try {
    return readFileSync(file);
  } catch (failure) {
    const { code } = failure as NodeJS.ErrnoException;
    throw new Error(code === 'ENOENT' ? `${file} is missing: ${missing}` : `${file} could not be read (${code}).`, {
      cause: failure,
    });
  }
}

/** The private key in a PEM file. Throws where there is none, or one of another kind than Jira takes. */
function privateKey(file: string): KeyObject {
  const pem = read(file, 'give the path of a private key; "npm run sign -- --new <folder>" makes one.');
  let key: KeyObject;
  try {
    key = createPrivateKey(pem);
  } catch (failure) {
    throw new Error(`${file} holds no private key that can be read. It must be in PEM form and without a passphrase.`, {
      cause: failure,
    });
  }
  if (key.asymmetricKeyType !== 'ed25519') {
    throw new Error(
      `${file} holds a key of the kind ${key.asymmetricKeyType}. Jira takes Ed25519 alone: "npm run sign -- --new <folder>" makes such a key.`,
    );
  }
  return key;
}

/**
 * Writes the detached signature of the jar beside it: the 64 bytes of Ed25519 over the whole jar, in Base64 on
 * one line, as Jira 11 asks for them when an app is uploaded.
 */
function signJar(keyFile: string): string {
  const key = privateKey(keyFile);
  const jar = read(JAR, 'run "npm run build" first.');
  const signature = sign(null, jar, key).toString('base64');
  writeFileSync(SIGNATURE, `${signature}\n`);
  return `${path.relative(ROOT, SIGNATURE)}: the signature, for the field Signature of Jira’s dialog Upload app:\n${signature}`;
}

/** `npm run sign`: does what the arguments ask for and gives what to tell of it. */
function run(): string {
  const { values } = parseArgs({ options: { key: { type: 'string' }, new: { type: 'string' } } });
  // npm runs in the project’s folder; a path is meant from where the command was given.
  const from = process.env.INIT_CWD ?? process.cwd();
  if (values.key && values.new === undefined) return signJar(path.resolve(from, values.key));
  if (values.new && values.key === undefined) return newKey(path.resolve(from, values.new));
  throw new Error(USAGE);
}

try {
  console.log(run());
} catch (failure) {
  const { code, message } = failure as NodeJS.ErrnoException;
  console.error(code?.startsWith('ERR_PARSE_ARGS') ? `${message}\n${USAGE}` : message);
  process.exitCode = 1;
}
