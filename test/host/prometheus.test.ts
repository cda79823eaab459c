import { execFileSync } from 'node:child_process';

import { setupServer } from 'msw/node';

import { SCENARIOS } from '../../src/demo/scenarios';
import type { Exported } from '../../src/report/formats/exported';
import { prometheusReport } from '../../src/report/formats/prometheus';
import { commandLineTexts, exportedScenario } from '../support/exported';
import { readExposition } from '../support/exposition';
import { NOW } from '../support/facts';
import { hostileExport } from '../support/hostile-exports';

const t = commandLineTexts();
const server = setupServer();

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

/** Throws with what promtool has to say, be it of style only. */
function check(text: string): void {
  execFileSync('promtool', ['check', 'metrics'], { input: text, stdio: 'pipe' });
}

function expectFine(exported: Exported): void {
  const text = prometheusReport(exported, { lastSuccess: NOW }, t);
  check(text);
  expect(readExposition(text).length).toBeGreaterThan(5);
}

test.each(SCENARIOS.map(({ id }) => id))('promtool takes the metrics of %s', async (id) => {
  expectFine(await exportedScenario(id, server));
});

test('promtool takes the metrics whatever names hold', () => {
  expectFine(hostileExport());
});

test('promtool does not take everything', () => {
  expect(() => check('a_total{name="\\x"} 1\n')).toThrow();
  expect(() => check('a_total 1\n')).toThrow();
});
