import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { bundleForJira } from './jar/bundle';
import { contents } from './jar/contents';
import { zip } from './jar/zip';
import { JAR, ROOT, SIGNATURE } from './plugin';

/** `npm run build`: bundles the panel for Jira and packs the jar that Jira installs. */
async function buildJar(): Promise<void> {
  const files = await contents(await bundleForJira());
  const jar = await zip(files);
  await writeFile(JAR, jar);
  // It was of the jar before.
  await rm(SIGNATURE, { force: true });
  console.log(`${path.relative(ROOT, JAR)}: ${files.size} files, ${Math.round(jar.length / 1024)} KB`);
}

buildJar().catch((failure: unknown) => {
  console.error(failure instanceof Error ? failure.message : failure);
  process.exitCode = 1;
});
