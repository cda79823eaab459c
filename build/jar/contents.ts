import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { HOST_BUNDLE, PLUGIN_KEY, ROOT, TEXT_PREFIX, THIRD_PARTY_JSON, VERSION, WEB_RESOURCES_XML } from '../plugin';
import { sourceTexts } from '../source-texts';
import { descriptor, namedFiles, webResources } from './descriptor';
import { type PackageLicence, thirdPartyLicences } from './licences';
import { manifest, SPRING_CONTEXT } from './manifest';
import { textFiles } from './texts';

const RESOURCES = path.join(ROOT, 'resources');

/** The files that stand for a name of the descriptor. */
async function filesOfJar(name: string): Promise<ReadonlyMap<string, Buffer>> {
  if (!name.endsWith('.properties')) return new Map([[name, await fileOfJar(name)]]);
  return new Map([...textFiles(name)].map(([file, text]) => [file, Buffer.from(text, 'latin1')]));
}

async function fileOfJar(name: string): Promise<Buffer> {
  if (name.endsWith('.class')) return readFile(path.join(RESOURCES, 'action', name));
  const content = await readFile(path.join(name.includes('/') ? RESOURCES : HOST_BUNDLE, name));
  return content;
}

/** The list of third-party licences of bundled packages, with the standard texts in `resources/licences`. */
export async function licenceList(packages: readonly PackageLicence[]): Promise<string> {
  const folder = path.join(RESOURCES, 'licences');
  const standard = new Map<string, string>();
  for (const name of await readdir(folder))
    standard.set(path.parse(name).name, await readFile(path.join(folder, name), 'utf8'));
  return thirdPartyLicences(packages, standard);
}

/** What goes into the jar, in order: the fixed parts, then each file that the descriptor names, its texts in all languages, and no other. */
export async function contents(chunks: readonly string[]): Promise<Map<string, Buffer>> {
  const texts = sourceTexts();
  const text = (key: string): string => {
    const value = texts[key];
    if (!value) throw new Error(`the i18n file has no text for ${key}`);
    return value;
  };
  const xml = descriptor(
    await readFile(path.join(RESOURCES, 'atlassian-plugin.xml'), 'utf8'),
    {
      key: PLUGIN_KEY,
      name: text('plugin.name'),
      description: text('plugin.description'),
      version: VERSION,
      texts: TEXT_PREFIX,
    },
    { webResources: webResources(await readFile(WEB_RESOURCES_XML, 'utf8'), chunks) },
  );
  const packages = JSON.parse(await readFile(THIRD_PARTY_JSON, 'utf8')) as PackageLicence[];
  const files = new Map<string, Buffer>([
    ['META-INF/MANIFEST.MF', Buffer.from(manifest({ key: PLUGIN_KEY, name: text('plugin.name'), version: VERSION }))],
    ['META-INF/LICENSE', await readFile(path.join(ROOT, 'LICENSE'))],
    ['META-INF/THIRD-PARTY-LICENSES.txt', Buffer.from(await licenceList(packages))],
    ['META-INF/spring/plugin-context.xml', Buffer.from(SPRING_CONTEXT)],
    ['atlassian-plugin.xml', Buffer.from(xml)],
  ]);
  for (const name of namedFiles(xml)) for (const [file, content] of await filesOfJar(name)) files.set(file, content);
  return files;
}
