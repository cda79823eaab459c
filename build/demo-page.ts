import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import webpack from 'webpack';

import { jiraPage, scriptTag, styleTag } from './jira-page/shell';
import { AUI, auiStyles, THEMES, tokens } from './jira-page/theme';
import { PANEL, ROOT } from './plugin';
import type { RealJira } from './real-jira';
import { LANGUAGES } from './source-texts';

/** Context path of the virtual Jira: as in many real ones, not the root. */
const VIRTUAL_CONTEXT_PATH = '/jira';

/** Files of AUI that its style sheet names. */
function auiAssets(): Map<string, Buffer> {
  const files = ['fonts', 'images'].flatMap((folder) =>
    readdirSync(path.join(AUI, folder)).map((name) => `${folder}/${name}`),
  );
  return new Map(files.map((name) => [`aui/${name}`, readFileSync(path.join(AUI, name))]));
}

function demoPage(realJira: RealJira | undefined): string {
  const contextPath = realJira?.contextPath ?? VIRTUAL_CONTEXT_PATH;
  const address = realJira ? ` data-jira-url="${realJira.url}"` : '';
  return jiraPage({
    contextPath,
    theme: 'light',
    user: realJira ? '' : 'admin',
    title: 'Git Integration Checkup',
    above: `<div id="demo-bar" data-languages="${LANGUAGES.join(' ')}"></div>`,
    body: `<div id="git-integration-checkup"${address}></div>`,
    menu: {
      section: 'Git integrations',
      item: 'Git Integration Checkup',
      id: 'git-integration-checkup-page',
      link: '/',
    },
    gij: { 'Manage integrations': realJira ? `${realJira.url}/` : '#manage-integrations' },
    address: '/',
    version: '10.3.2',
    icon: '/icon.png',
    head: [
      ...['/aui/tokens.css', '/aui/aui-light.css', `/${PANEL}.css`].map((href) => styleTag(href)),
      scriptTag(`/${PANEL}.js`),
    ],
  });
}

/**
 * Writes the demo's page, an imitation of Jira's admin page, with AUI's style sheet once for each theme and the
 * service worker of msw beside it.
 *
 * @param realJira set where the page shows a real Jira instead of the virtual one
 */
export function demoPagePlugin(realJira: RealJira | undefined): webpack.WebpackPluginInstance {
  const worker = path.join(ROOT, 'node_modules/msw/lib/mockServiceWorker.js');
  const assets = new Map<string, Buffer | string>([
    ['index.html', demoPage(realJira)],
    ['icon.png', readFileSync(path.join(ROOT, 'resources/images/icon.png'))],
    ['aui/tokens.css', tokens()],
    ...THEMES.map((theme) => [`aui/aui-${theme}.css`, auiStyles(theme)] as const),
    ...auiAssets(),
    ...(realJira ? [] : [['mockServiceWorker.js', readFileSync(worker)] as const]),
  ]);
  return {
    apply(compiler: webpack.Compiler) {
      compiler.hooks.thisCompilation.tap('demo-page', (compilation) => {
        // After the minifier: these are other people's files.
        const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
        compilation.hooks.processAssets.tap({ name: 'demo-page', stage }, () => {
          for (const [name, content] of assets) compilation.emitAsset(name, new webpack.sources.RawSource(content));
        });
      });
    },
  };
}
