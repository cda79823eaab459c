import { readFileSync } from 'node:fs';
import path from 'node:path';

import { ROOT } from '../../build/plugin';
import { readmeWithTables } from '../../build/tables';

test('the tables of checks and of options in the README are current (npm run docs)', () => {
  const readme = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
  expect(readmeWithTables(readme)).toBe(readme);
});

test('a README without a place for a table is refused', () => {
  expect(() => readmeWithTables('# Title')).toThrow('README.md lacks');
});
