import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { ROOT } from '../../build/plugin';
import { ACTION_SOURCE, actionArguments, javac } from '../support/java';

const CLASS = ACTION_SOURCE.replace(/java$/, 'class');

describe('the class of the page’s action', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'checkup-action-'));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('is what its source compiles to', () => {
    javac(...actionArguments(folder));
    const compiled = readFileSync(path.join(folder, path.relative(path.join(ROOT, 'resources/action'), CLASS)));
    if (!compiled.equals(readFileSync(CLASS))) {
      const args = actionArguments(path.join(ROOT, 'resources/action')).map((arg) =>
        path.isAbsolute(arg) ? path.relative(ROOT, arg) : arg,
      );
      throw new Error(`the committed class is not what the source compiles to; renew it: javac ${args.join(' ')}`);
    }
  });

  test('is readable by Java 8', () => {
    expect(readFileSync(CLASS).readUInt16BE(6)).toBe(52);
  });
});
