import browserslist from 'browserslist';

import { ROOT } from './plugin';

/** How swc and esbuild name what caniuse names otherwise. */
const NAMES: Readonly<Record<string, string>> = {
  chrome: 'chrome',
  edge: 'edge',
  firefox: 'firefox',
  safari: 'safari',
  ios_saf: 'ios',
};

function oldestOf(browsers: readonly string[]): Record<string, string> {
  const oldest: Record<string, string> = {};
  for (const browser of browsers) {
    const [caniuse = '', versions = ''] = browser.split(' ');
    const name = NAMES[caniuse];
    // Releases between which nothing changed are one: 18.5-18.7.
    const version = versions.split('-')[0] ?? '';
    if (name !== undefined && !(Number(oldest[name]) <= Number(version))) oldest[name] = version;
  }
  return oldest;
}

/** The oldest supported version of each browser by `browserslist` in `package.json`: `{ chrome: '130', ios: '18.2' }` and so on. */
export const OLDEST_BROWSERS = oldestOf(browserslist(null, { path: ROOT }));
