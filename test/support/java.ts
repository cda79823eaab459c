import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { ROOT } from '../../build/plugin';

const DEBIAN_JARS = '/usr/share/java';

/** The Debian package that brings each library the host tests run on. */
const PACKAGES = {
  'velocity.jar': 'velocity',
  'commons-collections3.jar': 'libcommons-collections3-java',
  'commons-lang.jar': 'libcommons-lang-java',
  'commons-logging.jar': 'libcommons-logging-java',
  'org.apache.felix.framework.jar': 'libfelix-framework-java',
  'org.apache.felix.main.jar': 'libfelix-main-java',
} as const;

export type Library = keyof typeof PACKAGES;

/** Sources that stand in for the classes of Jira that the page's action names. */
export const STUBS = path.join(ROOT, 'test/host/java-stubs');

/** The page's action, which lies compiled beside its source. */
export const ACTION_SOURCE = path.join(
  ROOT,
  'resources/action/com/gitintegrationcheckup/jira/GitIntegrationCheckupPageAction.java',
);

function run(command: string, args: readonly string[]): string {
  try {
    return execFileSync(command, args, { encoding: 'utf8', timeout: 60_000, stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === 'ENOENT') {
      throw new Error(
        `${command} is missing: these tests need a JDK (Debian: apt-get install openjdk-17-jdk-headless)`,
        {
          cause: failure,
        },
      );
    }
    throw failure;
  }
}

function library(name: Library): string {
  const file = path.join(DEBIAN_JARS, name);
  if (!existsSync(file)) throw new Error(`${file} is missing (Debian: apt-get install ${PACKAGES[name]})`);
  return file;
}

/** The arguments that compile the page's action so that any JDK writes the same bytes, readable by Java 8. */
export function actionArguments(folder: string): string[] {
  return [
    '--release',
    '8',
    '-g:none',
    '-Xlint:-options',
    '-implicit:none',
    '-sourcepath',
    STUBS,
    '-d',
    folder,
    ACTION_SOURCE,
  ];
}

/** The class that another text of the action compiles to; the text is written to `file`, which has the name of the class. */
export function compileAction(text: string, file: string): Buffer {
  const folder = path.dirname(file);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, text);
  javac(...actionArguments(folder).slice(0, -1), file);
  return readFileSync(
    path.join(folder, path.relative(path.join(ROOT, 'resources/action'), ACTION_SOURCE)).replace(/java$/, 'class'),
  );
}

/** Runs javac. */
export function javac(...args: string[]): string {
  return run('javac', args);
}

/** Runs the single-file program `test/host/java/<name>.java` and gives what it printed. */
export function java(name: string, classpath: readonly (Library | { folder: string })[], ...args: string[]): string {
  const classes = classpath.map((part) => (typeof part === 'string' ? library(part) : part.folder));
  // Felix of Debian is older than Java's module system, and complains without the last of these.
  const opened = '--add-opens=java.base/java.security=ALL-UNNAMED';
  const options = [
    '-Dfile.encoding=UTF-8',
    '-Dstdout.encoding=UTF-8',
    opened,
    ...(classes.length ? ['-cp', classes.join(':')] : []),
  ];
  return run('java', [...options, path.join(ROOT, 'test/host/java', `${name}.java`), ...args]);
}
