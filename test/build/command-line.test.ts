/** @jest-environment node */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Metafile } from 'esbuild';

import { buildCommandLine } from '../../build/command-line';
import { ROOT, VERSION } from '../../build/plugin';

let folder: string;
let file: string;
let metafile: Metafile;
let script: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'checkup-command-line-'));
  file = path.join(folder, 'a.mjs');
  metafile = await buildCommandLine(file);
  script = readFileSync(file, 'utf8');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('is a program, of this version', () => {
  expect(script.startsWith('#!/usr/bin/env node\n')).toBe(true);
  expect(statSync(file).mode & 0o777).toBe(0o755);
  expect(script.includes(`"${VERSION}"`)).toBe(true);
});

test('is the same each time, and names no folder of the machine that built it', async () => {
  const again = path.join(folder, 'b.mjs');
  await buildCommandLine(again);
  expect(readFileSync(again, 'utf8') === script).toBe(true);
  expect(script.includes(ROOT)).toBe(false);
});

test('needs nothing but Node', () => {
  const imported = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map((one) => one.path));
  expect(imported.length).toBeGreaterThan(1);
  expect(imported.filter((name) => !name.startsWith('node:') && name !== 'stream')).toEqual([]);
});

test('holds what reads, judges and tells, and nothing that writes to Jira, shows a page or is for the demo', () => {
  const inputs = Object.keys(metafile.inputs);
  expect(inputs).toContain('src/sources/gather.ts');
  const wrong =
    /^src\/(ui|changes|demo|badges|snapshots|last-check|host-page|tabs)\/|^src\/sources\/writer|^src\/entries\/demo|node_modules\/(react|react-dom|@atlaskit|@emotion|msw|idb)\//;
  expect(inputs.filter((name) => wrong.test(name))).toEqual([]);
  // papaparse can load a file by XMLHttpRequest, which Node does not have.
  const program = script.slice(0, script.indexOf('\n// MIT License')).replace(/xhr\.open\(.*/, '');
  expect(program.match(/["'`](PUT|POST|DELETE|PATCH)["'`]|no-check|["'`]--?demo|virtual jira/gi)).toBeNull();
});

test('brings the licence of each package that it holds', () => {
  const packages = Object.keys(metafile.inputs).flatMap(
    (name) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(name)?.[1] ?? [],
  );
  const licences = script.slice(script.indexOf('\n// MIT License'));
  expect(new Set(packages).size).toBeGreaterThan(1);
  for (const name of new Set(packages)) expect(licences).toMatch(new RegExp(`^// ${name} [\\d.]+: MIT$`, 'm'));
});
