import { setupServer } from 'msw/node';

import { acceptanceOf } from '../../../src/decisions/accept';
import { NO_DECISIONS, withEntries } from '../../../src/decisions/decisions';
import { textReport } from '../../../src/report/formats/text';
import { commandLineTexts, exportedOf, exportedScenario } from '../../support/exported';
import { gathered, integration, NOW, type GatheredChanges } from '../../support/facts';
import { expectGolden } from '../../support/golden-file';
import { hostileExport } from '../../support/hostile-exports';

const t = commandLineTexts();
const paper = { width: 80, colours: false };
const server = setupServer();

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

function lines(changes: GatheredChanges = {}): readonly string[] {
  return textReport(exportedOf(gathered(changes)), paper, t).split('\n');
}

test.each(['typical', 'neglected', 'partly-failing', 'connecting', 'not-an-admin', 'empty'])('%s', async (id) => {
  expectGolden(`text/${id}.txt`, textReport(await exportedScenario(id, server), paper, t));
});

test('what is filtered out is not told of, and the head says so', () => {
  const all = exportedOf(gathered({ integrations: [integration(), integration({ id: '2', displayName: 'Gone' })] }));
  const text = textReport({ ...all, subjects: all.subjects.slice(0, 1) }, paper, t);
  expect(text).toContain('1 of 2 integrations, as filtered');
  expect(text).not.toContain('Gone');
});

test('who accepted what, why and until when stands there', () => {
  const given = gathered({ integrations: [integration({ disableSslVerification: true })] });
  const failing = exportedOf(given).subjects[0]!.findings.find(({ verdict }) => verdict === 'fail')!;
  const entry = acceptanceOf(failing, { reason: 'mitigated', note: 'see the wiki', at: NOW, by: 'Ada' });
  const text = textReport(exportedOf(given, withEntries(NO_DECISIONS, [entry])), { ...paper, width: 200 }, t);
  expect(text).toMatch(
    /Accepted: SSL certificates are not verified – Mitigated .* by Ada until .*2026.*\. see the wiki/,
  );
});

test('findings that could not be judged for one reason are told in one paragraph', () => {
  const text = lines({ failed: { repositories: 'timeout' } })
    .join(' ')
    .replace(/ +/g, ' ');
  expect(text).toMatch(/Unknown: Initial indexing, Repositories in error, [^–]* – Repositories could not be read/);
  // Of the integration, of the row of single repositories, and of the instance.
  expect(text.match(/– Repositories could not be read/g)).toHaveLength(3);
});

test('what is not needed and could not be read is not told of', () => {
  expect(lines({ failed: { schedule: 'forbidden', 'gij-version': 'forbidden' } }).join()).not.toContain(
    'administrator',
  );
});

test('what is still being read is said', () => {
  const given = { ...gathered(), myself: { state: 'pending', source: 'myself' } as const };
  expect(textReport(exportedOf(given), paper, t)).toContain('! Signed-in user: still being read.');
});

test('colours change nothing but the colours', async () => {
  const exported = await exportedScenario('typical', server);
  const coloured = textReport(exported, { ...paper, colours: true }, t);
  expect(coloured).toContain('\u001b[31mAt risk:\u001b[39m GitLab: payments');
  expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(textReport(exported, paper, t));
});

test('whatever names and notes hold, they write no line of their own', () => {
  const text = textReport(hostileExport(), paper, t);
  expect(text).not.toMatch(/(?!\n)\p{Cc}/u);
  const begins = text.split('\n').filter((line) => /^\S/.test(line));
  const [head, rest] = [begins.slice(0, 7), begins.slice(7)];
  expect(head[0]).toBe('Git Integration Checkup');
  const ours = /^(At risk:( |$)|Only people can see|All integrations$|You may connect the next integration)/;
  expect(rest.filter((line) => !ours.test(line))).toEqual([]);
  expect(rest.length).toBeGreaterThan(70);
});
