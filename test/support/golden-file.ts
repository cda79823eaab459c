import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { ROOT } from './source-files';

/** Compares a text with the file below `test/golden` that holds it; UPDATE_GOLDEN=1 writes it. */
export function expectGolden(name: string, text: string): void {
  const file = join(ROOT, 'test/golden', name);
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  if (!existsSync(file))
    throw new Error(`test/golden/${name} is missing: run with UPDATE_GOLDEN=1 and read what it writes`);
  expect(text).toBe(readFileSync(file, 'utf8'));
}
