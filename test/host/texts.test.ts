import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { keysAsked, withTexts } from '../../build/jira-page/js-i18n';
import { HOST_TEXTS, JAR, TEXT_PREFIX } from '../../build/plugin';
import { sourceTexts } from '../../build/source-texts';
import { java } from '../support/java';
import { readJar, textsOf } from '../support/jar';

const SOURCE = sourceTexts();
const EXPECTED = Object.fromEntries(Object.entries(SOURCE).map(([key, text]) => [TEXT_PREFIX + key, text]));

describe('the texts in the jar', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'checkup-texts-'));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('are those of the source under the plugin’s prefix, in ASCII', () => {
    expect(textsOf(readJar(JAR))).toEqual(EXPECTED);
    expect(readJar(JAR).text('i18n/checkup.properties')).toMatch(/^[\n -~]*$/);
  });

  test('reach the page unchanged when Java reads and formats them', () => {
    const file = path.join(folder, 'checkup.properties');
    writeFileSync(file, readJar(JAR).bytes('i18n/checkup.properties'));
    const lines = java('Texts', [], file).trimEnd().split('\n');
    const formatted = Object.fromEntries(lines.map((line) => line.split('\t') as [string, string]));
    expect(formatted).toEqual(
      Object.fromEntries(Object.entries(EXPECTED).map(([key, text]) => [key, text.replaceAll('\n', '\\n')])),
    );
  });

  test('have keys that Jira’s transformer can find in a script', () => {
    expect(Object.keys(EXPECTED).filter((key) => !/^[\w.-]+$/.test(key))).toEqual([]);
  });

  test('are all asked for by the panel, each once in a script, and no other', () => {
    const panel = Object.keys(SOURCE).filter((key) => !key.startsWith(HOST_TEXTS));
    expect(panel).not.toEqual([]);
    const jar = readJar(JAR);
    const scripts = jar.names.filter((name) => name.endsWith('.js')).map((name) => keysAsked(jar.text(name)));
    for (const asked of scripts) expect(asked).toHaveLength(new Set(asked).size);
    expect([...new Set(scripts.flat())].sort()).toEqual(panel.map((key) => TEXT_PREFIX + key).sort());
  });

  test.each(['old', 'new'] as const)(
    '%s Jiras replace each call of each script, and none is left, bare or not',
    (version) => {
      const jar = readJar(JAR);
      const scripts = jar.names.filter((name) => name.endsWith('.js')).map((name) => jar.text(name));
      const calls = scripts.map((script) => (script.match(/getText\(/g) ?? []).length);
      expect(calls).toEqual(scripts.map((script) => keysAsked(script, version).length));
      expect(calls.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(500);
      const served = scripts.map((script) => withTexts(script, EXPECTED, version)).join('\n');
      expect(served).not.toMatch(/getText\(/);
      // What is kept in Jira and in the browser begins alike, and is no text.
      const named = new Set(served.match(/git-integration-checkup\.[\w.-]+/g));
      expect(Object.keys(EXPECTED).filter((key) => named.has(key))).toEqual([]);
    },
  );

  test('for the descriptor and the template need no escaping there', () => {
    const texts = Object.entries(SOURCE).filter(([key]) => key.startsWith(HOST_TEXTS));
    expect(texts.filter(([, text]) => /[<>&"]/.test(text))).toEqual([]);
  });
});
