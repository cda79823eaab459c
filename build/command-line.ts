import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { parse } from 'dot-properties';
import { build, type Metafile, type Plugin } from 'esbuild';

import { licenceList } from './jar/contents';
import type { PackageLicence } from './jar/licences';
import { HOST_TEXTS, ROOT } from './plugin';
import { ACCEPTED } from './third-party';

const OLDEST_NODE = 20;

/** Stands first, so that it runs before what an older Node does not know. */
const BANNER = `#!/usr/bin/env node
// Reads from Jira what the panel reads, judges it, and tells. It writes nothing there.
if (Number(process.versions.node.split('.')[0]) < ${OLDEST_NODE}) {
  console.error('git-integration-checkup needs Node.js ${OLDEST_NODE} or later; this is ' + process.versions.node + '.');
  process.exit(2);
}`;

/** Texts of `.properties` files, in English. */
const texts: Plugin = {
  name: 'properties',
  setup(bundler) {
    bundler.onResolve({ filter: /\.properties\?inline$/ }, ({ path: name, resolveDir }) => ({
      path: path.resolve(resolveDir, name.replace(/\?inline$/, '')),
    }));
    bundler.onLoad({ filter: /\.properties$/ }, async ({ path: file }) => {
      const messages = Object.entries(parse(await readFile(file, 'utf8')) as Record<string, string>);
      const shown = messages.filter(([key]) => !key.startsWith(HOST_TEXTS));
      return { contents: JSON.stringify(Object.fromEntries(shown)), loader: 'json' };
    });
  },
};

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license: string;
}

async function licenceOf(folder: string): Promise<PackageLicence> {
  const { name, version, license } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as Package;
  if (!ACCEPTED.includes(license)) throw new Error(`unacceptable license "${license}" for ${name}@${version}`);
  const file = (await readdir(folder)).find((one) => /^licen[cs]e/i.test(one));
  return { name, version, license, licenseText: file ? await readFile(path.join(folder, file), 'utf8') : null };
}

/** The packages that a bundle holds code of, by esbuild's own account. */
async function packagesIn({ inputs }: Metafile): Promise<readonly PackageLicence[]> {
  const folders = Object.keys(inputs).flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []);
  return Promise.all([...new Set(folders)].sort().map((folder) => licenceOf(path.join(ROOT, folder))));
}

const asComment = (text: string) =>
  text
    .split('\n')
    .map((line) => `// ${line}`.trimEnd())
    .join('\n');

/**
 * Puts the command line into one file that needs nothing but Node, with the licences of what it holds at its end.
 *
 * @returns what went into it
 */
export async function buildCommandLine(file: string): Promise<Metafile> {
  const { outputFiles, metafile } = await build({
    entryPoints: [path.join(ROOT, 'src/entries/cli.ts')],
    absWorkingDir: ROOT,
    bundle: true,
    write: false,
    outfile: file,
    metafile: true,
    format: 'esm',
    platform: 'node',
    target: `node${OLDEST_NODE}`,
    banner: { js: BANNER },
    legalComments: 'none',
    plugins: [texts],
    logLevel: 'error',
  });
  const own = await readFile(path.join(ROOT, 'LICENSE'), 'utf8');
  const licences = await licenceList(await packagesIn(metafile));
  const script = outputFiles[0]?.text ?? '';
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `${script}\n${asComment(own.trim())}\n//\n${asComment(licences.trim())}\n`);
  await chmod(file, 0o755);
  return metafile;
}
