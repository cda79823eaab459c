import { integrationRow, repositoryRows } from '../../../src/demo/rows';
import { acceptanceOf } from '../../../src/decisions/accept';
import { NO_DECISIONS, withEntries } from '../../../src/decisions/decisions';
import { csvReport } from '../../../src/report/formats/csv';
import type { Exported } from '../../../src/report/formats/exported';
import { jsonReport } from '../../../src/report/formats/json';
import { junitReport } from '../../../src/report/formats/junit';
import { checklistMarkdown } from '../../../src/report/formats/markdown';
import { nagiosReport } from '../../../src/report/formats/nagios';
import { prometheusReport } from '../../../src/report/formats/prometheus';
import { markdownReport } from '../../../src/report/formats/report-markdown';
import { textReport } from '../../../src/report/formats/text';
import { recordingText } from '../../../src/sources/write-recording';
import { readDamaged } from '../../damage/read-damaged';
import { commandLineTexts, exportedOf } from '../../support/exported';
import { NOW } from '../../support/facts';

const t = commandLineTexts();

const FORMATS: Readonly<Record<string, (exported: Exported) => string>> = {
  csv: (exported) => csvReport(exported, t),
  json: (exported) => jsonReport(exported, t),
  markdown: (exported) => markdownReport(exported, t),
  text: (exported) => textReport(exported, { width: 200, colours: true }, t),
  junit: (exported) => junitReport(exported, { failOn: 'low' }, t),
  prometheus: (exported) => prometheusReport(exported, {}, t),
  nagios: (exported) => nagiosReport(exported, t),
  'checklist as Markdown': ({ subjects: [subject] }) =>
    subject ? checklistMarkdown({ subject, title: subject.name ?? '', now: NOW }, t) : '',
};

const SECRET = 's3cretPass';
const CLOCK = { now: NOW };

/** As an admin may have typed them, or as GIJ makes a name of an address. */
const CREDENTIALS = [
  `https://svc:${SECRET}@git.example.com/acme`,
  `svc:${SECRET}@git.example.com:acme`,
  `Payments ?private_token=${SECRET}`,
  `Authorization: Bearer ${SECRET}`,
  `glpat-${SECRET}S3cretPass00`,
];

/** Answers with a credential wherever GIJ and Jira have a text. */
async function exportedWith(credential: string) {
  const row = integrationRow(CLOCK, 1, {
    displayName: credential,
    origin: credential,
    integrationType: credential,
    tagsFilter: credential,
    showAllTags: false,
    trustFolderStat: credential,
  });
  const failing = integrationRow(CLOCK, 2, {
    displayName: 'b',
    origin: 'https://git.example.com',
    integrationType: 'GITLAB_SERVER',
    disableSslVerification: true,
  });
  const repositories = repositoryRows(CLOCK, row, 4, 10, () => ({
    displayName: credential,
    group: credential,
    trustFolderStat: true,
    state: 'ERROR',
  }));
  const gathered = await readDamaged({
    integrations: { success: true, total: 2, integrations: [row, failing] },
    repositories: { success: true, total: 4, repositories },
    'server-info': { version: credential, serverTitle: credential },
    myself: { name: credential, displayName: credential },
    schedule: credential,
  });
  const { report } = exportedOf(gathered);
  const accepted = report.subjects.flatMap(({ findings }) => findings).filter(({ verdict }) => verdict === 'fail');
  const entries = accepted
    .slice(0, 1)
    .map((finding) => acceptanceOf(finding, { reason: 'planned', note: credential, at: NOW }));
  return { gathered, exported: exportedOf(gathered, withEntries(NO_DECISIONS, entries)) };
}

test.each(CREDENTIALS)('no format tells the secret of %s', async (credential) => {
  const { gathered, exported } = await exportedWith(credential);
  expect(exported.subjects).toHaveLength(2);
  const telling = Object.entries(FORMATS).filter(([, write]) => write(exported).includes(SECRET));
  expect(telling.map(([name]) => name)).toEqual([]);
  for (const write of Object.values(FORMATS)) expect(write(exported)).not.toBe('');
  expect(recordingText(gathered, { baseUrl: credential, appVersion: '1.1.0', now: NOW })).not.toContain(SECRET);
});
