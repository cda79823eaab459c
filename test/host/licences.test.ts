import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import webpack from 'webpack';

import { BORDER, RULE } from '../../build/jar/licences';
import { JAR, ROOT } from '../../build/plugin';
import { thirdParty } from '../../build/third-party';
import { readJar } from '../support/jar';

/** A sentence that each text of a licence has, and that no other has. */
const SENTENCES: Readonly<Record<string, RegExp>> = {
  'Apache-2.0':
    /Licensed under the Apache License, Version 2\.0|Version 2\.0, January 2004|The text of Apache-2\.0 stands at the end\./,
  'BSD-3-Clause': /Redistribution and use (of this software )?in source and binary forms/,
  ISC: /Permission to use, copy, modify, and\/or distribute/,
  MIT: /Permission is hereby granted, free of charge/,
};

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license: string;
}

const nameOf = ({ name, version, license }: Package): string => `${name} ${version}: ${license}`;

function packagesInFreshBundle(folder: string): Package[] {
  const output = execFileSync('node', ['--import', 'tsx', 'test/support/bundled-packages.ts'], {
    cwd: ROOT,
    env: { ...process.env, CHECKUP_DIST: folder },
    encoding: 'utf8',
  });
  const folders = JSON.parse(output) as string[];
  return folders.map((one) => JSON.parse(readFileSync(path.join(one, 'package.json'), 'utf8')) as Package);
}

describe('the licences in the jar', () => {
  const jar = readJar(JAR);
  const list = jar.text('META-INF/THIRD-PARTY-LICENSES.txt');
  const parts = list
    .split(`${BORDER}\n`)
    .slice(1)
    .map((part) => part.split(`${RULE}\n`));
  const texts = new Map(
    parts.flatMap(([names = '', text = '']) =>
      names
        .trim()
        .split('\n')
        .map((name) => [name, text.trim()]),
    ),
  );
  let folder: string;
  let bundled: Package[];

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'checkup-licences-'));
    bundled = packagesInFreshBundle(folder);
  }, 120_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('are the project’s own, as in the repository', () => {
    expect(Buffer.from(jar.bytes('META-INF/LICENSE')).equals(readFileSync(path.join(ROOT, 'LICENSE')))).toBe(true);
  });

  test('are those of every package in the scripts and styles, and of no other', () => {
    expect(bundled.length).toBeGreaterThan(20);
    expect([...texts.keys()].filter((name) => name.includes(': ')).sort()).toEqual(
      [...new Set(bundled.map(nameOf))].sort(),
    );
  });

  test('have the text of the licence that the package names', () => {
    const wrong = bundled.filter((one) => !SENTENCES[one.license]?.test(texts.get(nameOf(one)) ?? ''));
    expect(wrong.map(nameOf)).toEqual([]);
  });

  test('have the standard text once, where a package brings none or only names it', () => {
    expect(texts.get('The text of Apache-2.0')).toBe(
      readFileSync(path.join(ROOT, 'resources/licences/Apache-2.0.txt'), 'utf8').replace(/^\n+/, '').trim(),
    );
    expect(list.match(/TERMS AND CONDITIONS FOR USE, REPRODUCTION/g)).toHaveLength(1);
  });

  test('are not served: no web-resource names them', () => {
    expect(jar.text('atlassian-plugin.xml')).not.toMatch(/META-INF|LICENSE|third-party/i);
  });
});

describe('a package under another licence', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'checkup-copyleft-'));
    const copyleft = path.join(folder, 'node_modules/copyleft');
    mkdirSync(copyleft, { recursive: true });
    writeFileSync(
      path.join(copyleft, 'package.json'),
      JSON.stringify({ name: 'copyleft', version: '1.2.3', license: 'GPL-3.0-only' }),
    );
    writeFileSync(path.join(copyleft, 'index.js'), 'console.log(1);');
    writeFileSync(path.join(folder, 'entry.js'), "import 'copyleft';");
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('stops the build', async () => {
    const compiler = webpack({
      context: folder,
      entry: './entry.js',
      output: { path: path.join(folder, 'out') },
      plugins: [thirdParty()],
    });
    const stats = await new Promise<webpack.Stats>((resolve, reject) =>
      compiler.run((failure, done) => (done ? resolve(done) : reject(failure ?? new Error()))),
    );
    expect(stats.toString('errors-only')).toContain('unacceptable license "GPL-3.0-only" for copyleft@1.2.3');
  });
});
