import { readFileSync } from 'node:fs';
import path from 'node:path';

import { type PackageLicence, thirdPartyLicences } from '../../build/jar/licences';
import { ROOT, VERSION } from '../../build/plugin';

const STANDARD = new Map([
  ['Apache-2.0', '\n   The standard text\n'],
  ['MIT', 'Another one'],
]);
const one = (name: string, more: Partial<PackageLicence> = {}): PackageLicence => ({
  ...{ name, version: '1.0.0', license: 'Apache-2.0', licenseText: 'Copyright somebody\n' },
  ...more,
});
const list = (...packages: PackageLicence[]): string => thirdPartyLicences(packages, STANDARD);

test('packages with one text stand together, in the order of their names', () => {
  expect(list(one('c', { licenseText: 'Other' }), one('b'), one('a', { version: '2.0.0' }), one('a'))).toMatch(
    /=\na 1\.0\.0: Apache-2\.0\na 2\.0\.0: Apache-2\.0\nb 1\.0\.0: Apache-2\.0\n-+\nCopyright somebody\n\n=+\nc 1\.0\.0: Apache-2\.0\n-+\nOther\n/,
  );
});

test('the order in which packages come changes nothing', () => {
  const packages = [one('a'), one('b', { licenseText: 'Other' }), one('a', { version: '2.0.0' })];
  expect(list(...packages)).toBe(list(...packages.reverse()));
});

test('a package without a text says what its package.json says, and the standard text comes once', () => {
  const text = list(one('a', { licenseText: null, author: 'Somebody' }), one('b', { licenseText: ' \n' }));
  expect(text).toContain('a 1.0.0: Apache-2.0');
  expect(text).toContain(
    'Its package.json says "license": "Apache-2.0", "author": "Somebody".\nThe text of Apache-2.0 stands at the end.',
  );
  expect(text).toContain('Its package.json says "license": "Apache-2.0".\n');
  expect(text).toMatch(/=\nThe text of Apache-2\.0\n-+\n {3}The standard text\n$/);
  expect(text.match(/The standard text/g)).toHaveLength(1);
});

test('a standard text that no package needs is left out', () => {
  expect(list(one('a'))).not.toContain('Another one');
});

test('a notice follows the text', () => {
  expect(list(one('a', { noticeText: 'Made with b\n' }))).toContain('Copyright somebody\n\nNOTICE\n\nMade with b\n');
});

test('a package without a text whose licence has no standard text is refused', () => {
  expect(() => list(one('a', { license: 'ISC', licenseText: null }))).toThrow(
    'a 1.0.0 comes without a text of its licence ISC: put the standard text into resources/licences/ISC.txt',
  );
});

describe('the repository', () => {
  const read = (name: string): string => readFileSync(path.join(ROOT, name), 'utf8');

  test('is under the licence that its package.json names', () => {
    expect((JSON.parse(read('package.json')) as { license: string }).license).toBe('MIT');
    expect(
      (JSON.parse(read('package-lock.json')) as { packages: Record<string, { license: string }> }).packages['']
        ?.license,
    ).toBe('MIT');
    expect(read('LICENSE')).toMatch(/^MIT License\n\nCopyright \(c\) \d{4} Git Integration Checkup contributors\n/);
  });

  test('has a changelog that begins with its version and the day of it', () => {
    expect(read('CHANGELOG.md').match(/^## (.*) \(\d{4}-\d\d-\d\d\)$/m)?.[1]).toBe(VERSION);
  });
});
