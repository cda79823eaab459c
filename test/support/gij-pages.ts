import { readFileSync } from 'node:fs';
import path from 'node:path';

import { ROOT } from '../../build/plugin';

/** HTML of what a page of GIJ, or of another app, shows between Jira's menus: a file of `test/fixtures/gij-pages`. */
export function gijPage(name: string): string {
  return readFileSync(path.join(ROOT, `test/fixtures/gij-pages/${name}.html`), 'utf8');
}
