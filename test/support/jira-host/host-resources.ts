import { readFileSync } from 'node:fs';
import path from 'node:path';

import { ROOT } from '../../../build/plugin';
import type { WebResource } from './web-resources';

function hostResource(
  key: string,
  script: string,
  contexts: readonly string[],
  dependencies: readonly string[] = [],
): WebResource {
  const content = readFileSync(path.join(ROOT, 'test/support/jira-host/page', script), 'utf8');
  return { key, contexts, dependencies, files: [{ name: script, translated: false, content }] };
}

const WRM = 'com.atlassian.plugins.atlassian-plugins-webresource-plugin';

/** Web-resources of Jira that a plugin may depend on; they are on a page only where something there asks for them. */
export const HOST_RESOURCES: readonly WebResource[] = [
  hostResource(`${WRM}:context-path`, 'context-path.js', []),
  hostResource(`${WRM}:i18n`, 'i18n.js', []),
  hostResource(
    'com.atlassian.plugins.atlassian-plugins-webresource-rest:web-resource-manager',
    'wrm-require.js',
    [],
    [`${WRM}:context-path`],
  ),
];

/** The key that GIJ has among Jira's apps. */
const GIJ = 'com.xiplink.jira.git.jira_git_plugin';

/** What GIJ's own pages ask for. */
export const OF_GIJ = hostResource(`${GIJ}:pages`, 'gij.js', []);

/** An app that is on every page too. */
export const OTHER_APP = hostResource('com.example.other-app:scripts', 'other-app.js', ['_super', 'atl.admin']);

/** Scripts that are on every page of Jira before any of an app, by the name they are served under. */
export const LIBRARIES: ReadonlyMap<string, string> = new Map([
  ['jquery.js', 'jquery/dist/jquery.min.js'],
  ['aui.js', '@atlassian/aui/dist/aui/aui-prototyping.js'],
  ['require.js', 'requirejs/require.js'],
]);
