import { setupServer } from 'msw/node';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { SCENARIOS, type Scenario } from '../../src/demo/scenarios';
import { buildReport } from '../../src/report/build-report';
import { NOW, reportOptions } from '../support/facts';
import { linesOf, reduced } from '../support/golden';
import { gatherScenario } from '../support/gather-scenario';
import { messages } from '../support/texts';
import type { Message } from '../../src/model/message';

const FOLDER = join(__dirname, '../golden');
/** Too many integrations to show each finding of. */
const ONE_LINE_EACH: ReadonlySet<string> = new Set(['large', 'many']);

const server = setupServer();

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

function hasText({ key, count, args = [] }: Message): boolean {
  const nested = args.filter((argument): argument is Message => typeof argument === 'object' && 'key' in argument);
  return (count === undefined ? key in messages : `${key}.other` in messages) && nested.every(hasText);
}

function compareWithGolden(id: string, result: object): void {
  const file = join(FOLDER, `${id}.json`);
  const written = `${JSON.stringify(result, undefined, 2)}\n`;
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, written);
  if (!existsSync(file))
    throw new Error(`test/golden/${id}.json is missing: run with UPDATE_GOLDEN=1 and read what it writes`);
  expect(JSON.parse(written)).toEqual(JSON.parse(readFileSync(file, 'utf8')));
}

test.each(SCENARIOS.map((scenario): [string, Scenario] => [scenario.id, scenario]))('%s', async (id, scenario) => {
  const { gathered, waits } = await gatherScenario(scenario, server, NOW);
  const report = buildReport(gathered, reportOptions());
  compareWithGolden(id, ONE_LINE_EACH.has(id) ? linesOf(gathered, report) : reduced(gathered, report, waits));

  const findings = [...report.subjects.flatMap((subject) => subject.findings), ...report.instance];
  const texts = findings
    .flatMap(({ reason, wanted, caution }) => [reason, wanted, caution])
    .filter((text) => text !== undefined);
  expect(texts.filter((text) => !hasText(text))).toEqual([]);
  const fields = new Set(findings.flatMap(({ found }) => found.map(({ field }) => `field.${field}`)));
  expect([...fields].filter((key) => !(key in messages))).toEqual([]);
});

test('no report holds a part of the token in an origin', async () => {
  const [typical] = SCENARIOS as readonly [Scenario];
  const { gathered } = await gatherScenario(typical, server, NOW);
  expect(JSON.stringify(buildReport(gathered, reportOptions()))).not.toMatch(/glpat|svc-jira/);
});
