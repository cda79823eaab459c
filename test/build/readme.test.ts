import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { PANEL, PLUGIN_KEY, ROOT } from '../../build/plugin';

const read = (name: string): string => readFileSync(path.join(ROOT, name), 'utf8');
const readme = read('README.md');
const all = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? '')),
];

test('each command that the README names is one of the package', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const named = all(readme, /npm run ([\w:]+)/g);
  expect(named).toEqual(expect.arrayContaining(['build', 'sign', 'test:all']));
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test('each file of the repository that the README links is there, the licence and the changelog among them', () => {
  const linked = all(readme, /\]\((?!https?:)([^)#]+)\)/g);
  expect(linked).toEqual(expect.arrayContaining(['LICENSE', 'CHANGELOG.md']));
  expect(linked.filter((name) => !existsSync(path.join(ROOT, name)))).toEqual([]);
});

test('the packages of Debian that the README names are those that .ci/run installs', () => {
  const installed = /packages=\(([^)]+)\)/.exec(read('.ci/run'))?.[1]?.trim().split(/\s+/);
  expect(/Debian's packages `([^`]+)`/.exec(readme)?.[1]?.split(/\s+/)).toEqual(installed);
});

test('the proofs in the README ask for what the plugin has', () => {
  expect(
    all(readme, new RegExp(`${PLUGIN_KEY}:([\\w-]+)`, 'g')).filter((key) => ![PANEL, 'reindex'].includes(key)),
  ).toEqual([]);
  expect(readme).toContain(`wrc!${PLUGIN_KEY}:reindex`);
  const root = /id="([^"]+)"/.exec(read('resources/templates/checkup.vm'))?.[1];
  expect(readme).toContain(`Expected: \`id="${root}"\``);
  const alias = /<action [^>]*alias="([^"]+)"/.exec(read('resources/atlassian-plugin.xml'))?.[1];
  expect(all(readme, /\/secure\/admin\/(\w+)\.jspa/g)).toEqual([alias]);
});
