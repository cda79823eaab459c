import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ROOT } from '../support/source-files';

const FOLDER = join(ROOT, 'resources/monitoring');

/** Throws with what promtool has to say. */
function promtool(...args: readonly string[]): void {
  execFileSync('promtool', args, { cwd: FOLDER, stdio: 'pipe' });
}

test('promtool takes the alerts', () => promtool('check', 'rules', '--lint=all', '--lint-fatal', 'alerts.yml'));

test('each alert comes when it should, and says what it should', () => promtool('test', 'rules', 'alerts.test.yml'));

test('promtool understands what the dashboard asks', () => {
  const { panels } = JSON.parse(readFileSync(join(FOLDER, 'grafana-dashboard.json'), 'utf8')) as {
    readonly panels: readonly { readonly targets: readonly { readonly expr: string }[] }[];
  };
  const asked = panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));
  const rules = asked.map((expr, place) => ({ record: `asked:${place}`, expr }));
  const folder = mkdtempSync(join(tmpdir(), 'checkup-dashboard-'));
  try {
    // JSON is YAML.
    writeFileSync(join(folder, 'rules.yml'), JSON.stringify({ groups: [{ name: 'dashboard', rules }] }));
    promtool('check', 'rules', join(folder, 'rules.yml'));
  } finally {
    rmSync(folder, { recursive: true });
  }
  expect(asked.length).toBeGreaterThan(5);
});
