import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'dot-properties';

import { sourceProperties } from '../build/source-texts';
import { vendorPage } from '../src/model/vendor';
import { INSTANCE_CHECKS, INTEGRATION_CHECKS } from '../src/checks/registry';
import { commandLineMessages, messages } from './support/texts';
import { filesBelow, loadedAtFirst, ROOT } from './support/source-files';
import { CONTINUED, PARTS_OF_A_CHECK, TEXT_PATTERNS } from './support/text-patterns';

/** Rules that no page of the vendor states. */
const OWN_RULES = ['clear-text-origin'];
/** Files of `src/checks` that are no check. */
const HELPERS = ['check', 'registry', 'run-checks', 'tally', 'unlinked', 'user-pat-caution'];
/** Keys of the descriptor and of the page's template, which Jira resolves. */
const OF_THE_HOST = 'plugin.';

const checks = [...INTEGRATION_CHECKS, ...INSTANCE_CHECKS];
const ids = checks.map(({ id }) => id);
const sources = filesBelow('src', /\.tsx?$/);
const source = sources.map(({ text }) => text).join('\n');
const keys = Object.keys(messages);

function matches(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))].sort();
}

const everywhere = { ...messages, ...commandLineMessages };

/** A key, or the key whose forms `.one` and `.other` stand there instead. */
function hasText(key: string): boolean {
  return key in everywhere || (`${key}.one` in everywhere && `${key}.other` in everywhere);
}

const literals = matches(source, /'([a-z][\w-]*(?:\.[\w-]+)+)'/g);
const families = new Set(keys.map((key) => key.slice(0, key.indexOf('.'))));
const literalKeys = literals.filter((literal) => families.has(literal.slice(0, literal.indexOf('.'))));
const madeKeys = Object.entries(TEXT_PATTERNS).flatMap(([pattern, values]) =>
  values.map((value) => pattern.replace(/\$\{[^}]+\}/, value)),
);
const checkKeys = ids.flatMap((id) => PARTS_OF_A_CHECK.map((part) => `check.${id}.${part}`));
const used = new Set([...literalKeys, ...madeKeys, ...checkKeys]);

describe('checks', () => {
  test('each file of src/checks that is no helper is a check in the registry, and has its id', () => {
    const names = filesBelow('src/checks', /\.ts$/).map(({ path }) => path.replace(/^.*\/|\.ts$/g, ''));
    expect(names.filter((name) => !HELPERS.includes(name)).sort()).toEqual([...ids].sort());
    for (const id of ids) expect(readFileSync(join(ROOT, `src/checks/${id}.ts`), 'utf8')).toContain(`  id: '${id}',`);
  });

  test('no two share an id', () => expect(new Set(ids).size).toBe(ids.length));

  test.each(checks)('$id has its test, its texts and a page of the vendor, or is a rule of our own', ({ id, docs }) => {
    expect(existsSync(join(ROOT, `test/checks/${id}.test.ts`))).toBe(true);
    for (const part of PARTS_OF_A_CHECK)
      expect(messages).toHaveProperty([`check.${id}.${part}`], expect.stringMatching(/\S/));
    expect(messages).toHaveProperty([`check.${id}.wanted`]);
    expect(docs === undefined).toBe(OWN_RULES.includes(id));
    expect(docs ?? vendorPage('x-gij-self-managed')).toMatch(
      new RegExp(`^${vendorPage('')}[a-z0-9]+(-[a-z0-9]+)*-gij-self-managed$`),
    );
  });

  test('texts of a check are of one that is there', () => {
    const named = matches(keys.join('\n'), /^check\.([^.]+)\./gm);
    expect(named).toEqual([...ids].sort());
  });
});

describe('texts', () => {
  test('each key that the code names has its text', () => {
    expect(literalKeys.length).toBeGreaterThan(100);
    expect(literalKeys.filter((key) => !hasText(key))).toEqual([]);
    const asked = matches(source, /\b(?:t|counted|message|countedMessage)\(\s*'([^']+)'/g);
    expect(asked.filter((key) => !hasText(key))).toEqual([]);
  });

  test('each key that the code makes has its text', () => {
    expect(madeKeys.filter((key) => !hasText(key))).toEqual([]);
  });

  test('what the page shows before a part is loaded has its texts in the files of the page', () => {
    const atFirst = ['checkup', 'names'].map((name) =>
      readFileSync(join(ROOT, `resources/i18n/${name}.properties`), 'utf8'),
    );
    const there = parse(atFirst.join('\n')) as object;
    const shown = loadedAtFirst('src/entries/panel').filter(({ path }) => /^src\/(?:ui|report\/formats)\//.test(path));
    const text = shown.map((file) => file.text).join('\n');
    const asked = [
      ...literalKeys.filter((key) => text.includes(`'${key}'`)),
      ...Object.entries(TEXT_PATTERNS)
        .filter(([pattern]) => text.includes(`\`${pattern}\``))
        .flatMap(([pattern, values]) => values.map((value) => pattern.replace(/\$\{[^}]+\}/, value))),
    ];
    expect(shown.length).toBeGreaterThan(30);
    expect(shown.map(({ path }) => path)).not.toContain('src/ui/checklist/checklist-part.ts');
    expect(asked.filter((key) => !(key in there) && !(`${key}.other` in there))).toEqual([]);
  });

  test('the table of patterns is that of the code', () => {
    expect(matches(source, /`((?:[a-z][a-z-]*\.)+\$\{[^`]*)`/g)).toEqual(
      [...Object.keys(TEXT_PATTERNS), 'check.${check}'].sort(),
    );
    expect(matches(source, /`(\$\{key\}\.[^`]*)`/g)).toEqual([...CONTINUED].sort());
  });

  test('each text is used', () => {
    const orphans = keys.filter(
      (key) => !key.startsWith(OF_THE_HOST) && !used.has(key) && !used.has(key.replace(/\.(one|other)$/, '')),
    );
    expect(orphans).toEqual([]);
  });

  test('each text of the host is named by the descriptor or the template', () => {
    const host = [...filesBelow('resources', /\.(xml|vm)$/)].map(({ text }) => text).join('\n');
    const named = matches(host, /(?:\$\{texts\}|git-integration-checkup\.)(plugin\.[\w.-]+)"/g);
    expect(named).toEqual(keys.filter((key) => key.startsWith(OF_THE_HOST)).sort());
  });

  test('a key with forms has both, and no text without', () => {
    const stems = matches(keys.join('\n'), /^(.*)\.(?:one|other)$/gm);
    const broken = stems.filter(
      (stem) => !(`${stem}.one` in messages && `${stem}.other` in messages) || stem in messages,
    );
    expect(broken).toEqual([]);
  });

  test('Java can format each text: no straight apostrophe, braces only as {0}, and none is blank', () => {
    const wrong = Object.entries(messages).filter(
      ([, text]) => text.trim() === '' || text.includes("'") || /[{}]/.test(text.replace(/\{\d\}/g, '')),
    );
    expect(wrong).toEqual([]);
  });

  test('no key stands twice in the files', () => {
    const lines = sourceProperties()
      .split('\n')
      .filter((line) => /^[^#\s]/.test(line));
    expect(lines.map((line) => line.slice(0, line.indexOf('='))).sort()).toEqual([...keys].sort());
  });
});
