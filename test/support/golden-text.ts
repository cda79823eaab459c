import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(__dirname, '../golden');

/** Compares a text with the file of test/golden that holds it; UPDATE_GOLDEN=1 writes it. */
export function expectGolden(name: string, text: string): void {
  const file = join(FOLDER, name);
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, text);
  if (!existsSync(file))
    throw new Error(`test/golden/${name} is missing: run with UPDATE_GOLDEN=1 and read what it writes`);
  expect(text).toBe(readFileSync(file, 'utf8'));
}
