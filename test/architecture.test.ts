import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import forbidden from '../build/import-rules.json';
import {
  filesBelow,
  folderOf,
  folderOfImport,
  importsOf,
  loadedAtFirst,
  ROOT,
  type SourceFile,
} from './support/source-files';

const LONGEST_FILE = 300;
const FORBIDDEN: Readonly<Record<string, readonly string[]>> = forbidden;
/** The only ones that start the demo. */
const DEMO_ENTRIES = ['src/entries/demo-server.ts', 'src/entries/demo.tsx'];

const WRITER = 'src/sources/writer.ts';

const files = filesBelow('src', /\.tsx?$/);

function wrongImports({ path, text }: SourceFile): string[] {
  const not = FORBIDDEN[folderOf(path) ?? ''] ?? [];
  return importsOf(text)
    .filter((imported) => not.includes(folderOfImport(path, imported) ?? ''))
    .map((imported) => `${path} imports ${imported}`);
}

test('finds every form of an import', () => {
  const text = [
    "import { a } from './a';",
    "import type {\n  B,\n} from '../b';",
    "import './c.css';",
    "export * from './d';",
    "const e = await import('./e');",
    'import f from "./f";',
    "const g = require('./g');",
    "const text = 'import from nowhere';",
  ].join('\n');
  expect(importsOf(text)).toEqual(['./a', '../b', './c.css', './d', './e', './f', './g']);
});

test.each([
  ['src/model/host.ts', '../sources/field', true],
  ['src/checks/tally.ts', '../ui/head/head', true],
  ['src/ui/head/head.tsx', '../../demo/rows', true],
  ['src/ui/head/head.tsx', '../../model/host', false],
  ['src/model/host.ts', './reading', false],
  ['src/model/host.ts', 'demo', false],
])('%s may not import %s: %s', (path, imported, wrong) => {
  expect(wrongImports({ path, text: `import { x } from '${imported}';` })).toHaveLength(wrong ? 1 : 0);
});

test('data flows one way: no file imports what its folder may not', () => {
  expect(files.length).toBeGreaterThan(50);
  expect(files.flatMap(wrongImports)).toEqual([]);
});

test('each folder of src has a rule; entries may import everything', () => {
  const folders = new Set(files.map(({ path }) => folderOf(path)).filter((folder) => folder !== undefined));
  expect([...folders].filter((folder) => !(folder in FORBIDDEN))).toEqual(['entries']);
});

test('nothing but the demo page starts the demo', () => {
  const importers = files.filter(
    ({ path, text }) =>
      folderOf(path) !== 'demo' && importsOf(text).some((imported) => folderOfImport(path, imported) === 'demo'),
  );
  expect(importers.map(({ path }) => path)).toEqual(DEMO_ENTRIES);
});

test('only one file asks Jira, and the page of the development server its status', () => {
  const fetching = files
    .filter(({ text }) => /\bfetch\(|XMLHttpRequest|sendBeacon|EventSource|WebSocket\(/.test(text))
    .map(({ path }) => path);
  expect(fetching).toEqual(['src/entries/live.tsx', 'src/sources/attempt.ts']);
});

test('only the writer sends anything but GET, and only the parts of the page that change something make one', () => {
  const naming = (word: RegExp) => files.filter(({ text }) => word.test(text)).map(({ path }) => path);
  expect(naming(/\b(method|keepalive)\b\s*[:,]/).filter((path) => path.startsWith('src/sources/'))).toEqual([WRITER]);
  const makers = naming(/\bcreateJiraWriter\b/).filter((path) => path !== WRITER);
  expect(makers.filter((path) => !/^src\/ui\/(fix|sharing)\//.test(path))).toEqual([]);
  expect(files.find(({ path }) => path === 'src/core.ts')?.text).not.toMatch(/writer|changes/);
});

test('what checks in the background can only read', () => {
  const loaded = loadedAtFirst('src/badges/judge/background-check').map(({ path }) => path);
  expect(loaded).toContain('src/sources/attempt.ts');
  expect(loaded.filter((path) => path === WRITER || /^src\/(ui|changes|entries|demo)\//.test(path))).toEqual([]);
});

test('what records the queue asks nobody for anything', () => {
  const loaded = loadedAtFirst('src/badges/capture/start-capture').map(({ path }) => path);
  expect(loaded).toContain('src/evidence/kept-evidence.ts');
  expect(loaded.filter((path) => /^src\/(sources|ui|changes|entries|demo)\//.test(path))).toEqual([]);
});

/** For CSV, JSON and cron schedules: they touch neither page nor network. */
const PURE_LIBRARIES = /^(papaparse|croner|@streamparser\/json\/.*)$/;

test('what judges and advises knows neither React nor the page nor the time', () => {
  const pure = files.filter(({ path }) =>
    /^src\/(model|steps|schedule|queue|reindex|checks|changes|report|i18n)\//.test(path),
  );
  const wrong = pure.filter(
    ({ text }) =>
      importsOf(text).some((name) => !name.startsWith('.') && !PURE_LIBRARIES.test(name)) ||
      /\b(window|document|Date\.now)\b/.test(text),
  );
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

test('what talks to Jira knows no page', () => {
  const sources = files.filter(({ path }) => path.startsWith('src/sources/'));
  const wrong = sources.filter(({ text }) => /\b(window|document|navigator|DOMParser|localStorage)\b/.test(text));
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

test('the door to all steps leads to the steps only', () => {
  const door = files.find(({ path }) => path === 'src/core.ts');
  const folders = importsOf(door?.text ?? '').map((imported) => folderOfImport('src/core.ts', imported));
  expect([...new Set(folders)].sort()).toEqual([
    'checks',
    'decisions',
    'evidence',
    'judging',
    'model',
    'queue',
    'reindex',
    'report',
    'schedule',
    'sources',
    'steps',
  ]);
});

test('CONTRIBUTING.md names each folder of src in a line, and no other', () => {
  const lines = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8').matchAll(/^- `src\/([^`]+)`: \S.*\.$/gm);
  const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect([...lines].map(([, folder]) => folder).sort()).toEqual(folders.map(({ name }) => name).sort());
});

test('no barrels', () => {
  expect(files.filter(({ path }) => /\/index\.tsx?$/.test(path)).map(({ path }) => path)).toEqual([]);
});

test(`no file has more than ${LONGEST_FILE} lines`, () => {
  const long = files.filter(({ text }) => text.split('\n').length - 1 > LONGEST_FILE);
  expect(long.map(({ path }) => path)).toEqual([]);
});

test('file names are in kebab-case', () => {
  const names = files.map(({ path }) => path.slice(path.lastIndexOf('/') + 1));
  expect(names.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.d)?\.tsx?$/.test(name))).toEqual([]);
});
