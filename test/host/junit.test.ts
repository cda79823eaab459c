import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

import { setupServer } from 'msw/node';

import { SCENARIOS } from '../../src/demo/scenarios';
import type { Exported } from '../../src/report/formats/exported';
import { junitReport } from '../../src/report/formats/junit';
import { commandLineTexts, exportedOf, exportedScenario } from '../support/exported';
import { gathered } from '../support/facts';
import { hostileExport } from '../support/hostile-exports';
import { ROOT } from '../support/source-files';

const SCHEMA = join(ROOT, 'test/fixtures/junit/report.xsd');

const t = commandLineTexts();
const server = setupServer();

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

/** Throws with what is wrong. */
function validate(xml: string): void {
  execFileSync('xmllint', ['--noout', '--huge', '--schema', SCHEMA, '-'], { input: xml, stdio: 'pipe' });
}

const written = (exported: Exported) => junitReport(exported, { failOn: 'low' }, t);

test.each(SCENARIOS.map(({ id }) => id))('the report on %s is valid', async (id) => {
  validate(written(await exportedScenario(id, server)));
});

test('whatever names and notes hold, the report is valid', () => {
  const xml = written(hostileExport());
  validate(xml);
  expect(xml.match(/<failure /g)?.length).toBeGreaterThan(100);
});

test('the schema takes no other report', () => {
  const xml = written(exportedOf(gathered()));
  validate(xml);
  for (const [part, other] of [
    [/ errors="\d+"/, ''],
    [/tests="\d+"/, 'tests="many"'],
    [/<testcase classname="[^"]*"/, '<testcase'],
    [/<\/testsuites>/, '<testsuite name="empty"/></testsuites>'],
    [/timestamp="[^"]*"/, 'timestamp="today"'],
  ] as const)
    expect(() => validate(xml.replace(part, other))).toThrow();
});
