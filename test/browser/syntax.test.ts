import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { parse, type ecmaVersion } from 'acorn';
import type { RuleSetRule } from 'webpack';

import { OLDEST_BROWSERS } from '../../build/browsers';
import { DEMO_BUNDLE, HOST_BUNDLE, ROOT } from '../../build/plugin';
import configuration from '../../webpack.config';

const { browserslist } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
  browserslist: readonly string[];
};
/** Of the edition of JavaScript that the oldest supported browsers know. */
const YEAR = Number(/^baseline (\d{4})$/.exec(browserslist[0] ?? '')?.[1]);

/** Fails as they would. */
const readScript = (script: string) => parse(script, { ecmaVersion: YEAR as ecmaVersion, sourceType: 'script' });

const FOLDERS = [HOST_BUNDLE, DEMO_BUNDLE];

/** All files of both bundles whose names end so; AUI's own lie in a folder of the demo. Paths in the project. */
function bundled(ending: '.js' | '.css'): string[] {
  for (const folder of FOLDERS)
    if (!existsSync(folder)) throw new Error('Not built: run npm run build and npm run build:demo first.');
  return FOLDERS.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(ending))
      .map((name) => path.relative(ROOT, path.join(folder, name))),
  );
}

/** What the linter says of styles: empty is well. */
function complaintsOf(args: readonly string[], input?: string): string[] {
  const eslint = path.join(ROOT, 'node_modules/eslint/bin/eslint.js');
  let printed: string;
  try {
    printed = execFileSync(process.execPath, [eslint, '--format', 'json', ...args], { cwd: ROOT, input }).toString();
  } catch (failure) {
    printed = String((failure as { stdout: Buffer }).stdout);
  }
  const files = JSON.parse(printed) as { filePath: string; messages: { message: string }[] }[];
  return files.flatMap(({ filePath, messages }) =>
    messages.map(({ message }) => `${path.relative(ROOT, filePath)}: ${message}`),
  );
}

test.each(bundled('.js'))('the oldest supported browsers can read %s', (file) => {
  expect(() => readScript(readFileSync(path.join(ROOT, file), 'utf8'))).not.toThrow();
});

test('the oldest supported browsers know the style of both bundles', () => {
  const files = bundled('.css');
  expect(files).not.toEqual([]);
  expect(complaintsOf(['--no-ignore', ...files])).toEqual([]);
});

test('Safari is told by its own name what it does not know by the common one', () => {
  const rules = bundled('.css').flatMap((file) => readFileSync(path.join(ROOT, file), 'utf8').split('}'));
  const selecting = rules.filter((rule) => /[{;]user-select:/.test(rule));
  expect(selecting).not.toEqual([]);
  expect(selecting.filter((rule) => !/[{;]-webkit-user-select:/.test(rule))).toEqual([]);
});

test('newer syntax would be seen', () => {
  expect(() => readScript('const rest = /(?i:a)b/;')).toThrow();
  expect(
    complaintsOf(['--stdin', '--stdin-filename', 'a.css'], '@scope (.a) { b { field-sizing: content; } }'),
  ).toEqual([
    expect.stringContaining("At-rule '@scope' is not"),
    expect.stringContaining("Property 'field-sizing' is not"),
  ]);
});

test('scripts and styles are made for the oldest supported browsers', () => {
  const { module, optimization } = configuration();
  const rules = module?.rules as RuleSetRule[];
  expect(rules.find(({ loader }) => loader === 'swc-loader')?.options).toMatchObject({
    env: { targets: OLDEST_BROWSERS },
  });
  expect(optimization?.minimizer).toContainEqual(
    expect.objectContaining({
      options: expect.objectContaining({
        minimizer: expect.objectContaining({
          options: { target: expect.arrayContaining([`chrome${OLDEST_BROWSERS.chrome}`]) as string[] },
        }) as object,
      }) as object,
    }),
  );
});
