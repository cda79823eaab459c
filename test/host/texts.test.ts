import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { keysAsked, withTexts } from '../../build/jira-page/js-i18n';
import { HOST_TEXTS, JAR, TEXT_PREFIX } from '../../build/plugin';
import { LANGUAGES, sourceTexts, translation, withForms, type PropertyTexts } from '../../build/source-texts';
import { java } from '../support/java';
import { readJar, textFileOf, textsOf } from '../support/jar';

const SOURCE = withForms(sourceTexts());

const prefixed = (texts: PropertyTexts): PropertyTexts =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [TEXT_PREFIX + key, text]));

const EXPECTED = prefixed(SOURCE);

/** Each language with what its file in the jar has to hold; English has none of its own. */
const FILES = [[undefined, EXPECTED] as const, ...LANGUAGES.map((one) => [one, prefixed(translation(one))] as const)];

describe('the texts in the jar', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'checkup-texts-'));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(FILES)('are those of the source under the plugin’s prefix, in ASCII (%s)', (language, expected) => {
    expect(textsOf(readJar(JAR), language)).toEqual(expected);
    expect(readJar(JAR).text(textFileOf(language))).toMatch(/^[\n -~]*$/);
  });

  test.each(FILES)('reach the page unchanged when Java reads and formats them (%s)', (language, expected) => {
    const file = path.join(folder, 'checkup.properties');
    writeFileSync(file, readJar(JAR).bytes(textFileOf(language)));
    const lines = java('Texts', [], file).trimEnd().split('\n');
    const formatted = Object.fromEntries(lines.map((line) => line.split('\t') as [string, string]));
    expect(formatted).toEqual(
      Object.fromEntries(Object.entries(expected).map(([key, text]) => [key, text.replaceAll('\n', '\\n')])),
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
