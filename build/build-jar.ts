import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { buildCommandLine } from './command-line';
import { bundleForJira } from './jar/bundle';
import { contents } from './jar/contents';
import { zip } from './jar/zip';
import { COMMAND_LINE, JAR, ROOT, SIGNATURE } from './plugin';

/** `npm run build`: bundles the panel for Jira, packs the jar that Jira installs, and puts the command line beside it. */
async function buildJar(): Promise<void> {
  const files = await contents(await bundleForJira());
  const jar = await zip(files);
  await writeFile(JAR, jar);
  // It was of the jar before.
  await rm(SIGNATURE, { force: true });
  console.log(`${path.relative(ROOT, JAR)}: ${files.size} files, ${Math.round(jar.length / 1024)} KB`);
  await buildCommandLine(COMMAND_LINE);
  console.log(path.relative(ROOT, COMMAND_LINE));
}

buildJar().catch((failure: unknown) => {
  console.error(failure instanceof Error ? failure.message : failure);
  process.exitCode = 1;
});
