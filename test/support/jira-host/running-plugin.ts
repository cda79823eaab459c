import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { readJar, type Jar } from '../jar';
import { java, javac, STUBS } from '../java';
import type { Plugin } from './plugin';

const FELIX = ['org.apache.felix.framework.jar', 'org.apache.felix.main.jar'] as const;
const VELOCITY = ['velocity.jar', 'commons-collections3.jar', 'commons-lang.jar', 'commons-logging.jar'] as const;

/** The packages of Jira that the action's class names. */
export const JIRA_PACKAGES = ['com.atlassian.jira.web.action', 'com.atlassian.jira.security.request'];

function inFolder<Result>(work: (folder: string) => Result): Result {
  const folder = mkdtempSync(path.join(tmpdir(), 'checkup-host-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

let stubs: string | undefined;

/** The classes of Jira that the action names, compiled once for all jars. */
function compiledStubs(): string {
  if (stubs !== undefined) return stubs;
  const folder = mkdtempSync(path.join(tmpdir(), 'checkup-stubs-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const sources = [
    'web/action/JiraWebActionSupport',
    'security/request/SupportedMethods',
    'security/request/RequestMethod',
  ];
  javac('-d', folder, ...sources.map((name) => path.join(STUBS, 'com/atlassian/jira', `${name}.java`)));
  stubs = folder;
  return folder;
}

type Started = Readonly<Record<string, string>>;

/** A framework takes seconds to start; the same manifest and classes come out the same. */
const started = new Map<string, Started>();

/**
 * Installs and starts a jar in Apache Felix, and gives what that program prints of it; throws where the jar can't be
 * resolved.
 *
 * @param packages what of Jira's the framework offers
 */
export function startBundle(jarFile: string, packages: readonly string[], className: string): Started {
  const jar = readJar(jarFile);
  const parts = jar.names
    .filter((name) => /\.(MF|class)$/.test(name))
    .map((name) => Buffer.from(jar.bytes(name)).toString('latin1'));
  const key = [className, ...packages, ...parts].join('\n');
  const found = started.get(key) ?? startAnew(jarFile, packages, className);
  started.set(key, found);
  return found;
}

function startAnew(jarFile: string, packages: readonly string[], className: string): Started {
  return inFolder((folder) => {
    const output = java(
      'StartBundle',
      [...FELIX, { folder: compiledStubs() }],
      jarFile,
      path.join(folder, 'felix'),
      packages.join(','),
      className,
    );
    return Object.fromEntries(
      output
        .trimEnd()
        .split('\n')
        .map((line) => line.split(': ') as [string, string]),
    );
  });
}

export interface RenderedPage {
  /** Keys of the web-resources that the template asked for. */
  readonly required: readonly string[];
  readonly html: string;
}

/** Renders a template of the jar with Velocity, whose references are strict: what Jira does not offer throws. */
export function renderTemplate(jar: Jar, plugin: Plugin, template: string, locale: string): RenderedPage {
  return inFolder((folder) => {
    writeFileSync(path.join(folder, 'page.vm'), jar.bytes(template));
    writeFileSync(path.join(folder, 'texts.properties'), plugin.textFile(locale));
    const output = java('RenderTemplate', VELOCITY, folder, 'page.vm', path.join(folder, 'texts.properties'));
    const required = [...output.matchAll(/^required: (.*)$/gm)].map((match) => match[1] ?? '');
    return { required, html: output.slice(output.indexOf('\n\n') + 2) };
  });
}
