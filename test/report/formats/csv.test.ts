import fc from 'fast-check';
import { setupServer } from 'msw/node';
import Papa from 'papaparse';

import { acceptanceOf } from '../../../src/decisions/accept';
import { NO_DECISIONS, withEntries } from '../../../src/decisions/decisions';
import { COLUMNS, csvReport } from '../../../src/report/formats/csv';
import { exportTexts } from '../../support/export-texts';
import { exportedOf, exportedScenario } from '../../support/exported';
import { DAY, gathered, integration, NOW, type GatheredChanges } from '../../support/facts';
import { expectGolden } from '../../support/golden-file';
import { HOSTILE_TEXTS } from '../../support/hostile-texts';

const t = exportTexts();
const server = setupServer();

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

type Row = Readonly<Record<(typeof COLUMNS)[number], string>>;

function cellsOf(text: string, delimiter = ','): readonly (readonly string[])[] {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimiter, skipEmptyLines: true });
  expect(errors).toEqual([]);
  return data;
}

/** By the names of the columns, without their heads. */
function rowsOf(changes: GatheredChanges, decisions = NO_DECISIONS): readonly Row[] {
  const [, ...rows] = cellsOf(csvReport(exportedOf(gathered(changes), decisions), t));
  return rows.map((cells) => Object.fromEntries(COLUMNS.map((column, place) => [column, cells[place]])) as Row);
}

const rowOf = (rows: readonly Row[], check: string) => rows.find((row) => row['check-id'] === check);

test.each(['typical', 'neglected', 'partly-failing'])('%s', async (id) => {
  expectGolden(`csv/${id}.csv`, csvReport(await exportedScenario(id, server), t));
});

test('there is a row for each finding of what is shown, and for those of all integrations', async () => {
  const { subjects, ...others } = await exportedScenario('typical', server);
  const shown = subjects.slice(0, 2);
  const rows = cellsOf(csvReport({ ...others, subjects: shown }, t));
  expect(rows).toHaveLength(1 + 2 * 15 + 5);
  expect(rows.every((row) => row.length === COLUMNS.length)).toBe(true);
  const told = new Set(rows.slice(1).map((row) => row.at(-1)));
  expect([...told]).toEqual(['2 of 8 integrations, as filtered; the repositories without an integration are left out']);
});

test('a finding is told in words, with what was read in the words of GIJ', () => {
  const rows = rowsOf({
    integrations: [integration({ id: '7', disableSslVerification: true })],
    repositories: { '7': {} },
  });
  expect(rowOf(rows, 'ssl-verification')).toMatchObject({
    'integration-id': '7',
    integration: 'GitHub: team 7',
    product: 'GitHub',
    host: 'github.acme.example',
    health: 'At risk',
    repositories: '10',
    'last-indexed': '2026-03-02T09:11:00.000Z',
    check: 'SSL verification',
    severity: 'High',
    verdict: 'Fail',
    finding: 'SSL certificates are not verified',
    recommended: 'SSL Verify: Enabled',
    read: 'SSL Verify: Disabled; Origin: https://github.acme.example',
    'accepted-by': '',
    documentation: expect.stringContaining('https://help.gitkraken.com/') as string,
    'jira-address': 'https://jira.acme.example/jira',
    checked: '2026-03-02T09:15:00.000Z',
    'exported-by': 'Ada Admin',
    shown: '1 integration',
  });
  expect(rowOf(rows, 'webhooks')).toMatchObject({
    'integration-id': '',
    integration: 'All integrations',
    health: '',
    verdict: 'To confirm',
    finding: 'Do the git hosts send webhooks to Jira?',
  });
});

test('what could not be read is never blank, and no number', () => {
  const [row] = rowsOf({
    integrations: [integration({ displayName: 'absent', origin: 'absent', lastIndexedDate: 'unreadable' })],
    failed: { repositories: 'forbidden', 'server-info': 'timeout', 'gij-version': 'missing', myself: 'http' },
  });
  expect(row).toMatchObject({
    integration: 'Integration 1 (no display name)',
    host: 'Unknown',
    repositories: 'Unknown',
    'last-indexed': 'Unknown',
    jira: 'Unknown',
    'jira-version': 'Unknown',
    'gij-version': 'Unknown',
    'exported-by': 'Unknown',
  });
  const [cut] = rowsOf({ integrations: [integration({ lastIndexedDate: 'absent' })], repositoriesAtLeast: true });
  expect(cut).toMatchObject({ repositories: 'at least 10', 'last-indexed': 'Never' });
  const unread = rowsOf({ failed: { integrations: 'forbidden' } });
  expect(unread.map(({ checked, shown }) => [checked, shown])).toContainEqual([
    'Unknown',
    'The integrations could not be read',
  ]);
});

test('a time is written with its day and in UTC, in a text too', () => {
  const rows = rowsOf({
    integrations: [integration({ initDate: NOW - 9 * DAY, lastIndexedDate: 'absent' })],
    repositories: { '1': { neverIndexed: { yes: 10 }, oldestIndexed: undefined, newestIndexed: undefined } },
  });
  expect(rowOf(rows, 'initial-indexing')).toMatchObject({
    reason: 'Created 2026-02-21T09:15:00.000Z, and not indexed since.',
    read: expect.stringContaining('Created: 2026-02-21T09:15:00.000Z') as string,
  });
});

test('an accepted one says by whom, why and until when', () => {
  const changes = { integrations: [integration({ disableSslVerification: true })] };
  const { report } = exportedOf(gathered(changes));
  const failing = report.subjects[0]!.findings.find(({ verdict }) => verdict === 'fail')!;
  const accepted = (by: { readonly by?: string }) =>
    withEntries(NO_DECISIONS, [acceptanceOf(failing, { reason: 'planned', note: '=see\nwiki', at: NOW, ...by })]);
  expect(rowOf(rowsOf(changes, accepted({ by: 'Grace' })), 'ssl-verification')).toMatchObject({
    verdict: 'Accepted',
    health: 'Healthy',
    'accepted-by': 'Grace',
    'accepted-because': 'Planned',
    'accepted-note': "'=see wiki",
    'accepted-until': expect.stringMatching(/^2026-\d\d-\d\dT[\d:.]+Z$/) as string,
  });
  expect(rowOf(rowsOf(changes, accepted({})), 'ssl-verification')).toMatchObject({ 'accepted-by': 'Unknown' });
});

test('spreadsheets know that it is UTF-8, where rows end, and, by the language, where cells do', async () => {
  const exported = await exportedScenario('neglected', server);
  const [english, german] = [csvReport(exported, t), csvReport(exported, exportTexts('de'))];
  expect(english).toMatch(/^\uFEFFIntegration ID,Integration,/);
  expect(german).toMatch(/^\uFEFFID der Integration;Integration;/);
  for (const text of [english, german]) expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(english).toMatch(/\r\n$/);
  expect(cellsOf(german, ';')).toHaveLength(cellsOf(english).length);
});

const signs = fc.string({ unit: fc.constantFrom(...'=+-@\'",;|\t\r\n \u00a0\u200b\uff1d\u202eaA1('), maxLength: 20 });

/** Where a cell begins, whatever is taken for the sign between two, and whatever quotes are taken for. */
const FORMULA = /(?:^|[,;|\t\r\n])[\s"\p{Cf}]*[=+\-@\u2212]/u;

test('no name makes a spreadsheet do anything', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          signs,
          fc.constantFrom(...Object.values(HOSTILE_TEXTS)).map((make) => make(100)),
        ),
        { minLength: 4, maxLength: 4 },
      ),
      ([name = '', origin = '', type = '', group = '']) => {
        const given = gathered({
          integrations: [
            integration({ displayName: name, origin, integrationType: type, tagsFilter: group, showAllTags: false }),
          ],
          repositories: { '1': { trustFolderStat: { yes: 1, examples: [group] } } },
          schedule: name,
          gijVersion: type,
        });
        const text = csvReport(exportedOf(given), t);
        expect(FORMULA.exec(text.normalize('NFKC'))).toBeNull();
        const cells = cellsOf(text);
        expect(new Set(cells.map((row) => row.length))).toEqual(new Set([COLUMNS.length]));
        expect(cells).toHaveLength(1 + 15 + 5);
      },
    ),
    { numRuns: 40 },
  );
});
