import { readFileSync } from 'node:fs';
import path from 'node:path';

import { readmeWithTable } from '../../build/check-table';
import { ROOT } from '../../build/plugin';

test('the table of checks in the README is current (npm run docs)', () => {
  const readme = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
  expect(readmeWithTable(readme)).toBe(readme);
});

test('a README without a place for the table is refused', () => {
  expect(() => readmeWithTable('# Title')).toThrow('README.md lacks');
});
