import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { DIST, JAR, PANEL, PLUGIN_KEY, ROOT, SIGNATURE, TEXT_PREFIX, VERSION } from '../../build/plugin';
import { LANGUAGES } from '../../build/source-texts';
import { readJar, textFileOf, textsOf } from '../support/jar';

/** Parts of the jar that the frameworks look for themselves, and licences; all others the descriptor names. */
const FIXED = [
  ...[
    'META-INF/MANIFEST.MF',
    'META-INF/LICENSE',
    'META-INF/THIRD-PARTY-LICENSES.txt',
    'META-INF/spring/plugin-context.xml',
  ],
  'atlassian-plugin.xml',
];

/** Kinds of files that the jar may hold. */
const ALLOWED = /\.(MF|xml|properties|vm|class|png|js|css)$|^META-INF\/(LICENSE|THIRD-PARTY-LICENSES\.txt)$/;

const FORBIDDEN = [
  'sourceMappingURL',
  'msw',
  'mockServiceWorker',
  'src/demo',
  'jest',
  'eval(',
  'new Function(',
  'checkGate',
];

/** All places where a descriptor of this kind can name a file, read without the build's own code. */
function named(xml: string): string[] {
  const names = [
    ...xml.matchAll(/<resource [^>]*location="([^"]+)"|<view [^>]*>\/([^<]+)<|<param name="plugin-\w+">([^<]+)</g),
  ];
  const classes = [...xml.matchAll(/<action name="([^"]+)"/g)].map(
    (match) => `${(match[1] ?? '').replaceAll('.', '/')}.class`,
  );
  return [
    ...names
      .map((match) => match[1] ?? match[2] ?? match[3] ?? '')
      .map((name) => (name.startsWith('i18n.') ? `${name.replaceAll('.', '/')}.properties` : name)),
    ...classes,
  ];
}

describe('the jar', () => {
  const jar = readJar(JAR);
  const xml = jar.text('atlassian-plugin.xml');

  test('begins with the manifest, whose lines have at most 72 bytes', () => {
    expect(jar.names[0]).toBe('META-INF/MANIFEST.MF');
    const manifest = jar.text('META-INF/MANIFEST.MF');
    expect(manifest.endsWith('\r\n\r\n')).toBe(true);
    expect(manifest.split('\r\n').filter((line) => Buffer.byteLength(line) > 70)).toEqual([]);
  });

  test('holds every file that the descriptor names, its texts in each language, and no other', () => {
    const files = [...FIXED, ...named(xml), ...LANGUAGES.map(textFileOf)];
    expect([...jar.names].sort()).toEqual([...new Set(files)].sort());
    expect(jar.names.filter((name) => !ALLOWED.test(name))).toEqual([]);
  });

  test('has the version and the key of the package', () => {
    const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { version: string };
    expect(VERSION).toBe(version);
    expect(xml).toContain(`<version>${version}</version>`);
    expect(xml).toContain(`<atlassian-plugin key="${PLUGIN_KEY}"`);
    expect(path.basename(JAR)).toBe(`git-integration-checkup-${version}.jar`);
  });

  test('names only texts that it has', () => {
    const keys = [...xml.matchAll(/<(?:label|description) key="([^"]+)"|i18n-name-key="([^"]+)"/g)].map(
      (match) => match[1] ?? match[2] ?? '',
    );
    expect(keys.length).toBeGreaterThan(4);
    expect(keys.filter((key) => !key.startsWith(TEXT_PREFIX) || !textsOf(jar)[key])).toEqual([]);
  });

  test('gives the page to administrators, from the menu and from the list of plugins', () => {
    const page = '/secure/admin/GitIntegrationCheckup.jspa';
    expect(xml).toMatch(/<action [^>]*alias="GitIntegrationCheckup" roles-required="admin"/);
    expect(xml).toContain(`<param name="configure.url">${page}</param>`);
    expect(xml).toMatch(new RegExp(`<link linkId="[^"]+">${page}</link>`));
    expect(xml).toContain('section="admin_plugins_menu/git-integration-checkup"');
  });

  test('has the panel’s web-resource with the texts’ transformer, and none without files', () => {
    const resources = [...xml.matchAll(/<web-resource key="([^"]+)"[^]*?<\/web-resource>/g)];
    expect(resources.map((match) => match[1])).toContain(PANEL);
    for (const [resource] of resources) {
      expect(resource).toContain('<transformer key="jsI18n"/>');
      expect(resource).toContain('<resource type="download"');
    }
  });

  test.each(FORBIDDEN)('has no "%s" in its scripts and styles', (word) => {
    const code = jar.names.filter((name) => /\.(js|css)$/.test(name));
    expect(code.length).toBeGreaterThan(1);
    const pattern = new RegExp(`(?<!\\w)${word.replace(/[(.]/g, '\\$&')}`);
    expect(code.filter((name) => pattern.test(jar.text(name)))).toEqual([]);
  });

  test('is a well-formed zip for any time zone: one time stamp, 1980-01-01 00:00', () => {
    const bytes = readFileSync(JAR);
    // Local file header: signature, then the DOS time and date at 10 and 12.
    expect([bytes.readUInt32LE(0), bytes.readUInt16LE(10), bytes.readUInt16LE(12)]).toEqual([0x04034b50, 0, 0x21]);
  });
});

describe('a second build', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'checkup-dist-'));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('writes the same bytes, in another folder and time zone, and leaves no signature of a jar before', () => {
    const signature = path.join(folder, path.relative(DIST, SIGNATURE));
    writeFileSync(signature, 'of another jar');
    execFileSync('node', ['--import', 'tsx', 'build/build-jar.ts'], {
      cwd: ROOT,
      env: { ...process.env, CHECKUP_DIST: folder, TZ: 'Pacific/Kiritimati' },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    expect(existsSync(signature)).toBe(false);
    const second = readFileSync(path.join(folder, path.relative(DIST, JAR)));
    if (!second.equals(readFileSync(JAR))) {
      throw new Error('two builds differ, or the jar is older than the sources: run "npm run build" and look again');
    }
  }, 120_000);
});
