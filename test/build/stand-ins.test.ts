import { readFileSync } from 'node:fs';
import path from 'node:path';

import { parseSync } from '@swc/core';

import { ROOT } from '../../build/plugin';
import { aliases, notReplaced, REPLACED } from '../../build/stand-ins';

/** The names that a module exports, of whichever kind it is. */
function exportsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  if (text.includes('"__esModule"')) return [...text.matchAll(/\bexports\.(\w+) =/g)].map(([, name = '']) => name);
  const { body } = parseSync(text, { syntax: 'typescript', tsx: file.endsWith('x') });
  return body.flatMap((statement): string[] => {
    if (/^ExportDefault/.test(statement.type)) return ['default'];
    if (statement.type === 'ExportNamedDeclaration')
      return statement.specifiers.flatMap((one) =>
        one.type === 'ExportSpecifier' ? [(one.exported ?? one.orig).value] : [],
      );
    if (statement.type !== 'ExportDeclaration') return [];
    const { declaration } = statement;
    if (declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration')
      return [declaration.identifier.value];
    if (declaration.type !== 'VariableDeclaration') return [];
    return declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.value] : []));
  });
}

/** The build itself fails where the stand-in lacks an export that is asked for. */
test.each(Object.entries(REPLACED))('%s still exports what %s stands in for', (original, file) => {
  const there = exportsOf(path.join(ROOT, 'node_modules', original));
  const own = exportsOf(path.join(ROOT, 'build/replacements', file));
  expect(own.length).toBeGreaterThan(0);
  expect(own.filter((name) => !there.includes(name))).toEqual([]);
});

describe('a build', () => {
  const all = new Set(Object.values(aliases));
  const [original = '', standIn = ''] = Object.entries(aliases)[0] ?? [];

  test('is well where each stand-in is in it', () => {
    expect(notReplaced(all)).toEqual([]);
  });

  test('is not where a module has moved, so that its stand-in replaces nothing', () => {
    expect(notReplaced(new Set([...all].filter((one) => one !== standIn)))).toEqual([
      expect.stringMatching(/^Nothing asks for @.*: its stand-in replaces nothing\.$/),
    ]);
  });

  test('is not where a module is there a second time, in a package of its own', () => {
    const copy = original.replace('/node_modules/', '/node_modules/other/node_modules/');
    expect(notReplaced(new Set([...all, copy]))).toEqual([`${copy} is not replaced.`]);
  });
});
