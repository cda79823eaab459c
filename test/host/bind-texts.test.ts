import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runInNewContext } from 'node:vm';

import webpack from 'webpack';

import { bindTexts } from '../../build/bind-texts';

describe('binding the owner of the texts', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'checkup-bind-'));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** The bundle of a script, or what webpack complains of. */
  const bundle = (script: string): Promise<string> => {
    writeFileSync(path.join(folder, 'entry.js'), script);
    const compiler = webpack({
      mode: 'production',
      entry: path.join(folder, 'entry.js'),
      output: { path: folder },
      plugins: [bindTexts()],
    });
    return new Promise((resolve, reject) => {
      compiler.run((failure, stats) => {
        const complaint = failure?.message ?? (stats?.hasErrors() ? stats.toString('errors-only') : undefined);
        compiler.close(() =>
          complaint === undefined
            ? resolve(readFileSync(path.join(folder, 'main.js'), 'utf8'))
            : reject(new Error(complaint)),
        );
      });
    });
  };

  test('leaves a call that Jira replaces, and answers it with its key where Jira does not', async () => {
    const script = await bundle('window.given = AJS.I18n.getText("a.b");');
    expect(script).toContain('AJS.I18n.getText("a.b")');
    // As in a page that has an AJS of its own without texts.
    const page = { window: { given: '' }, AJS: {} };
    runInNewContext(script, page);
    expect(page.window.given).toBe('a.b');
  });

  test('fails where the script names AJS otherwise: Jira’s own would be out of reach', async () => {
    await expect(bundle('window.given = AJS.contextPath();')).rejects.toThrow(/names AJS 1 times beside its texts/);
    await expect(bundle('window.given = window.AJS.contextPath();')).resolves.toContain('window.AJS');
  });
});
