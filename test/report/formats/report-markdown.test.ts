import { setupServer } from 'msw/node';

import { acceptanceOf } from '../../../src/decisions/accept';
import { NO_DECISIONS, withEntries } from '../../../src/decisions/decisions';
import { MOST_CHARACTERS, markdownReport } from '../../../src/report/formats/report-markdown';
import { exportTexts } from '../../support/export-texts';
import { exportedOf, exportedScenario } from '../../support/exported';
import { gathered, integration, NOW, type IntegrationChanges } from '../../support/facts';
import { expectGolden } from '../../support/golden-file';
import { HOSTILE_TEXTS } from '../../support/hostile-texts';

const t = exportTexts();
const server = setupServer();

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const linesOf = (text: string) => text.split('\n').filter((line) => line !== '');

function exportedWith(...changes: readonly IntegrationChanges[]) {
  const integrations = changes.map((one, place) => integration({ id: String(place + 1), ...one }));
  return exportedOf(gathered({ integrations }));
}

test.each(['typical', 'neglected', 'partly-failing'])('%s', async (id) => {
  expectGolden(`markdown/${id}.md`, markdownReport(await exportedScenario(id, server), t));
});

test('the worst integration stands first, however they are shown', () => {
  const exported = exportedWith(
    { displayName: 'A', trustFolderStat: true },
    { displayName: 'B', requireUserPat: false },
  );
  const [worst, better] = exported.subjects;
  const subjects = [better!, worst!];
  const headings = linesOf(markdownReport({ ...exported, subjects }, t)).filter((line) => line.startsWith('## '));
  expect(headings).toEqual(['## All integrations', '## B', '## A', '## How to fix it']);
});

test('what is not shown is left out, and it says so', async () => {
  const { subjects, ...others } = await exportedScenario('neglected', server);
  const text = markdownReport({ ...others, subjects: subjects.slice(1, 2) }, t);
  expect(linesOf(text)).toContain('- Shown: 1 of 6 integrations, as filtered');
  expect(text.match(/^## .*/gm)).toEqual(['## All integrations', '## GitLab: lab', '## How to fix it']);
  expect(text).toContain('\nAt risk: 1\n');
});

test('how to fix what fails on many integrations stands there once, with its documentation', () => {
  const text = markdownReport(exportedWith({ disableSslVerification: true }, { disableSslVerification: true }), t);
  expect(text.match(/- \[ \] \*\*High\*\*: SSL certificates are not verified/g)).toHaveLength(2);
  expect(text.match(/^### .*/gm)).toEqual(['### SSL verification']);
  expect(text.match(/^\[GitKraken’s documentation\]\(https:\S+\)$/gm)).toHaveLength(1);
});

test('of an integration that is disabled, and of one that needs nothing, there is nothing to tick off', () => {
  const text = markdownReport(exportedWith({ displayName: 'Off', disabled: true }, { displayName: 'Fine enough' }), t);
  expect(text).not.toMatch(/^## (Off|Fine)/m);
  expect(text).toContain('\nHealthy: 1 · Disabled: 1\n');
});

test('an accepted Fail says why, by whom, until when with the zone, and what was noted', () => {
  const given = gathered({ integrations: [integration({ disableSslVerification: true })] });
  const failing = exportedOf(given).report.subjects[0]!.findings.find(({ verdict }) => verdict === 'fail')!;
  const entry = acceptanceOf(failing, { reason: 'mitigated', note: 'see\n*wiki*', at: NOW, by: 'Ada' });
  const text = markdownReport(exportedOf(given, withEntries(NO_DECISIONS, [entry])), t);
  expect(text).toMatch(
    /^- \*\*Accepted\*\*: SSL certificates are not verified – Mitigated in another way\. Accepted by Ada until \d+ \w+ 20\d\d, 09:15 UTC\. – see \\\*wiki\\\*$/m,
  );
  expect(text).not.toContain('- [ ] **High**');
});

test('what could not be checked for one reason stands together, and counts as nothing to tick off', () => {
  const given = gathered({ failed: { repositories: 'forbidden' } });
  const lines = linesOf(markdownReport(exportedOf(given), t));
  expect(lines).toContain('- **Warning**: Repositories could not be read: the permission is missing.');
  expect(lines.filter((line) => line.startsWith('- **Unknown**: Initial indexing'))).toEqual([
    expect.stringMatching(/, TrustFolderStat – Repositories could not be read: the permission is missing\.$/),
  ]);
});

test('it ends with the same length whatever there is: what does not fit is counted', () => {
  const many = Array.from({ length: 300 }, () => ({ disableSslVerification: true, requireUserPat: false }));
  const text = markdownReport(exportedWith(...many), t);
  expect(text.length).toBeLessThanOrEqual(MOST_CHARACTERS);
  expect(text.length).toBeGreaterThan(MOST_CHARACTERS - 500);
  const told = text.match(/^- \[ \] \*\*High\*\*/gm)?.length ?? 0;
  const [, left] = /^(\d+) more findings do not fit into a ticket\./m.exec(text) ?? [];
  expect(told + Number(left)).toBe(600);
  expect(text.match(/^### .*/gm)).toEqual(['### Require User PAT', '### SSL verification']);
});

test('nothing is left out of what fits', () => {
  expect(markdownReport(exportedWith({ disableSslVerification: true }), t)).not.toContain('fit into a ticket');
});

test('the steps of all checks, in each language, leave room for findings', () => {
  for (const language of ['en', 'de'] as const) {
    const exported = exportedWith({});
    const [subject] = exported.subjects;
    const findings = subject!.findings.map((one) => ({ ...one, verdict: 'fail', severity: 'high' }) as const);
    const instance = exported.report.instance.map((one) => ({ ...one, verdict: 'fail', severity: 'high' }) as const);
    const failing = { ...subject!, findings };
    const all = { ...exported, subjects: [failing], report: { ...exported.report, instance, subjects: [failing] } };
    const text = markdownReport(all, exportTexts(language));
    expect(text.length).toBeLessThan(MOST_CHARACTERS * 0.6);
    expect(text.match(/^### /gm)).toHaveLength(20);
  }
});

test.each(Object.entries(HOSTILE_TEXTS))('%s as each name stays in its line', (_, make) => {
  const name = make(2_000);
  const exported = exportedWith({ displayName: name, origin: name, disableSslVerification: true });
  const { provenance } = exported;
  const text = markdownReport({ ...exported, provenance: { ...provenance, title: name, exportedBy: name } }, t);
  expect(text).not.toMatch(/<[a-z!/]/i);
  expect(text).not.toMatch(/[\0\r\t\u202a-\u202e]/);
  const sections = text.includes('fit into a ticket') ? [1, 2, 3] : [3];
  expect(sections).toContain(text.match(/^## /gm)?.length);
  expect(text.match(/^# /gm)).toHaveLength(1);
  expect(text.length).toBeLessThanOrEqual(MOST_CHARACTERS);
});

test('in German', async () => {
  const text = markdownReport(await exportedScenario('typical', server), exportTexts('de'));
  expect(text).toMatch(/^- Enthalten: 8 Integrationen, dazu die Repositorys ohne Integration$/m);
  expect(text).toMatch(/^- \[ \] \*\*Hoch\*\*: /m);
});
