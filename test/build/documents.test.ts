import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { PANEL, PLUGIN_KEY, ROOT } from '../../build/plugin';
import { CHECK_OPTIONS, COMMANDS } from '../../src/command-line/commands';

/** What the clone takes beside what the command line does. */
const OF_THE_CLONE = ['--demo', '--scenario'];

const read = (name: string): string => readFileSync(path.join(ROOT, name), 'utf8');
const readme = read('README.md');
const contributing = read('CONTRIBUTING.md');
const recipes = read('docs/recipes.md');
const DOCUMENTS = { 'README.md': readme, 'CONTRIBUTING.md': contributing, 'docs/recipes.md': recipes };

const all = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? '')),
];

/** What a heading is called in an address, as GitHub makes it. */
function anchorsOf(file: string): string[] {
  return all(read(file), /^#+ (.+)$/gm).map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{Letter}\p{Number}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

test('begins with the picture, the two commands, the jar and the command line', () => {
  const places = ['(docs/panel.png)', 'npm ci && npm start', 'npm ci && npm test', '**The jar', '**The [command line]'];
  const found = places.map((place) => readme.indexOf(place));
  expect(found).not.toContain(-1);
  expect(found).toEqual([...found].sort((a, b) => a - b));
  expect(readme.lastIndexOf('**The [command line]', readme.indexOf('\n## '))).toBeGreaterThan(0);
});

test.each(Object.entries(DOCUMENTS))('each command that %s names is one of the package', (_, text) => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  expect(all(text, /npm run (?:-s )?([\w:]+)/g).filter((name) => !(name in scripts))).toEqual([]);
});

test('CONTRIBUTING.md names each command of the package', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const named = new Set([...all(contributing, /npm run ([\w:]+)/g), ...all(contributing, /npm (test|start)/g)]);
  expect(Object.keys(scripts).filter((name) => !named.has(name))).toEqual([]);
});

test.each(Object.entries(DOCUMENTS))('what %s links in the repository is there, with the heading', (name, text) => {
  const linked = all(text, /\]\((?!https?:)([^)]+)\)/g);
  const missing = linked.filter((link) => {
    const [to = '', anchor] = link.split('#');
    const file = path.posix.join(path.posix.dirname(name), to === '' ? path.posix.basename(name) : to);
    if (!existsSync(path.join(ROOT, file))) return true;
    return anchor !== undefined && !anchorsOf(file).includes(anchor);
  });
  expect(missing).toEqual([]);
});

test('the README links the licence, the changelog, how to contribute, and the recipes', () => {
  expect(all(readme, /\]\((?!https?:)([^)#]+)\)/g)).toEqual(
    expect.arrayContaining(['LICENSE', 'CHANGELOG.md', 'CONTRIBUTING.md', 'docs/recipes.md']),
  );
});

test('the README has a row for each format of a report, and for no other', () => {
  const table = /\| format \| for \|\n(?:\|.*\n)+/.exec(readme)?.[0] ?? '';
  expect(all(table, /^\| `(\w+)` \|/gm).sort()).toEqual([...CHECK_OPTIONS.format.oneOf].sort());
});

test.each(Object.entries({ 'README.md': readme, 'docs/recipes.md': recipes }))(
  'what %s types exists: each command, option and value',
  (_, text) => {
    const typed = text
      .replaceAll('\\\n', ' ')
      .split('\n')
      .flatMap((line) => [...line.matchAll(/(?:git-integration-checkup|npm run checkup --) ([a-z]+ [^`|&;]*)/g)])
      .map((match) => (match[1] ?? '').replace(/ [12]?>.*$/, '').trim())
      .filter((words) => words.split(' ').some((word) => word.startsWith('--')));
    const unknown = typed.filter((words) => {
      const [name = '', ...args] = words.split(/ +/);
      const options = COMMANDS.find((command) => command.name === name)?.options;
      if (options === undefined) return true;
      return args.some((arg, index) => {
        if (!arg.startsWith('--') || OF_THE_CLONE.includes(arg)) return false;
        const option = options[arg.slice(2)];
        if (option === undefined) return true;
        return option.oneOf !== undefined && !option.oneOf.includes(args[index + 1] ?? '');
      });
    });
    expect(unknown).toEqual([]);
    expect(typed.length).toBeGreaterThan(0);
  },
);

test('the packages of Debian that CONTRIBUTING.md names are those that .ci/run installs', () => {
  const installed = /packages=\(([^)]+)\)/.exec(read('.ci/run'))?.[1]?.trim().split(/\s+/);
  expect(/Debian's packages `([^`]+)`/.exec(contributing)?.[1]?.split(/\s+/)).toEqual(installed);
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
