import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { JAR, PLUGIN_KEY, VERSION } from '../../build/plugin';
import { readJar } from '../support/jar';
import { java, javac, STUBS } from '../support/java';

const FELIX = ['org.apache.felix.framework.jar', 'org.apache.felix.main.jar'] as const;
const JIRA_PACKAGES = ['com.atlassian.jira.web.action', 'com.atlassian.jira.security.request'];

describe('the jar as an OSGi bundle, in Apache Felix', () => {
  let folder: string;
  let stubs: string;

  beforeAll(() => {
    readJar(JAR);
    folder = mkdtempSync(path.join(tmpdir(), 'checkup-bundle-'));
    stubs = path.join(folder, 'stubs');
    const sources = ['web/action/JiraWebActionSupport', 'security/request/SupportedMethods', 'security/request/RequestMethod'];
    javac('-d', stubs, ...sources.map((name) => path.join(STUBS, 'com/atlassian/jira', `${name}.java`)));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const start = (packages: string[]): Record<string, string> => {
    const output = java('StartBundle', [...FELIX, { folder: stubs }], JAR, path.join(folder, `felix-${packages.length}`), packages.join(','));
    return Object.fromEntries(output.trimEnd().split('\n').map((line) => line.split(': ') as [string, string]));
  };

  const started = { active: 'true', name: PLUGIN_KEY, version: VERSION, 'plugin key': PLUGIN_KEY, spring: 'true' };

  test('starts, and the page’s action is Jira’s, for GET alone', () => {
    expect(start(JIRA_PACKAGES)).toEqual({ ...started, extends: 'com.atlassian.jira.web.action.JiraWebActionSupport', methods: '[GET]' });
  });

  test('starts even where Jira moved the packages that the action needs', () => {
    expect(start([])).toEqual(started);
  });
});
