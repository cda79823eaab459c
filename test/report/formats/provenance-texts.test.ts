import { translation } from '../../../build/source-texts';
import type { RowProblem } from '../../../src/model/integration';
import { SINGLE_REPOSITORIES } from '../../../src/model/integration';
import type { Exported, Provenance } from '../../../src/report/formats/exported';
import { gapTexts, provenanceLines, shownText } from '../../../src/report/formats/provenance-texts';
import type { Report } from '../../../src/report/report';
import { createTexts } from '../../../src/i18n/texts';
import { NOW } from '../../support/facts';
import { reportOn, subjectReport } from '../../support/subject-report';
import { textsIn } from '../../support/texts';

const t = textsIn('en');
t.inZone('Europe/Berlin');

const provenance: Provenance = {
  baseUrl: 'https://jira.example.com/jira',
  title: 'Acme Jira',
  jiraVersion: '10.3.2',
  gijVersion: '5.1.1',
  appVersion: '1.1.0',
  exportedBy: 'Ada Admin',
  checkedAt: NOW,
  judgedAt: NOW,
  exportedAt: NOW + 60_000,
  unread: [],
};

const single = subjectReport({ key: SINGLE_REPOSITORIES });
const rows = (count: number) => Array.from({ length: count }, (_, place) => subjectReport({ id: String(place) }));

interface Some {
  readonly of: number;
  readonly shown?: number;
  readonly single?: 'shown' | 'left out';
  readonly report?: Partial<Report>;
  readonly provenance?: Partial<Provenance>;
}

function exported(some: Some): Exported {
  const all = rows(some.of);
  const subjects = [...all.slice(0, some.shown ?? some.of), ...(some.single === 'shown' ? [single] : [])];
  const report = reportOn(some.single ? [...all, single] : all);
  return {
    report: { ...report, integrations: all.length, ...some.report },
    subjects,
    provenance: { ...provenance, ...some.provenance },
  };
}

test.each<[Some, string]>([
  [{ of: 60, shown: 8 }, '8 of 60 integrations, as filtered'],
  [{ of: 1, shown: 0 }, '0 of 1 integration, as filtered'],
  [{ of: 60 }, '60 integrations'],
  [{ of: 1 }, '1 integration'],
  [{ of: 0 }, '0 integrations'],
  [{ of: 60, shown: 8, report: { atLeast: true } }, '8 of at least 60 integrations, as filtered'],
  [{ of: 60, report: { atLeast: true } }, 'at least 60 integrations'],
  [{ of: 3, single: 'shown' }, '3 integrations, and the repositories without an integration'],
  [
    { of: 3, shown: 2, single: 'shown' },
    '2 of 3 integrations, as filtered, and the repositories without an integration',
  ],
  [
    { of: 3, single: 'left out' },
    '3 of 3 integrations, as filtered; the repositories without an integration are left out',
  ],
])('%j is told as %s', (some, expected) => {
  expect(shownText(exported(some), t)).toBe(expected);
});

test('that only some checks are told of is said', () => {
  const given = exported({ of: 3, single: 'shown' });
  expect(shownText({ ...given, checks: ['webhooks'] }, t)).toBe(
    '3 integrations, and the repositories without an integration; only 1 check, as filtered',
  );
  expect(shownText({ ...given, checks: ['webhooks', 'display-name'] }, t)).toMatch(/; only 2 checks, as filtered$/);
});

test('integrations that could not be read are not none', () => {
  const { baseUrl, appVersion, judgedAt, exportedAt, unread } = provenance;
  const given = { ...exported({ of: 0 }), provenance: { baseUrl, appVersion, judgedAt, exportedAt, unread } };
  expect(shownText(given, t)).toBe('The integrations could not be read');
  expect(provenanceLines(given, t)).toContainEqual({ label: 'Checked', text: 'The integrations could not be read' });
});

test('the head says of which Jira, of which versions, when, by whom, and how much', () => {
  expect(provenanceLines(exported({ of: 60, shown: 8 }), t)).toEqual([
    { label: 'Jira', text: 'Acme Jira (https://jira.example.com/jira)' },
    { label: 'Versions', text: 'Jira 10.3.2, Git Integration for Jira 5.1.1, Git Integration Checkup 1.1.0' },
    { label: 'Checked', text: 'Mar 2, 2026, 10:15 AM GMT+1' },
    { label: 'Exported', text: 'Mar 2, 2026, 10:16 AM GMT+1 by Ada Admin' },
    { label: 'Shown', text: '8 of 60 integrations, as filtered' },
  ]);
});

test('what Jira did not tell is unknown', () => {
  const { baseUrl, appVersion, judgedAt, exportedAt, unread } = provenance;
  const lines = provenanceLines(
    { ...exported({ of: 1 }), provenance: { baseUrl, appVersion, judgedAt, exportedAt, unread } },
    t,
  );
  expect(lines.map(({ text }) => text)).toEqual([
    'https://jira.example.com/jira',
    'Jira (version unknown), Git Integration for Jira (version unknown), Git Integration Checkup 1.1.0',
    'The integrations could not be read',
    'Mar 2, 2026, 10:16 AM GMT+1',
    'The integrations could not be read',
  ]);
});

test('in German', () => {
  const german = createTexts('de_DE', translation('de'), Date.now);
  expect(shownText(exported({ of: 60, shown: 8 }), german)).toBe('8 von 60 Integrationen, gefiltert');
});

test('what is missing is said, but for what nobody misses', () => {
  const failure = { request: 'GET /x', at: NOW } as const;
  const problem = (name: RowProblem['problem'], id: string) => ({ kind: 'integration', id, problem: name }) as const;
  const given = exported({
    of: 200,
    report: {
      atLeast: true,
      problems: [problem('no-id', '#1'), problem('details-failed', '4'), problem('details-not-asked', '5')],
      notReported: [
        { source: 'integrations', field: 'trustFolderStat' },
        { source: 'repositories', field: 'state' },
      ],
    },
    provenance: {
      unread: [
        { state: 'failed', failure: { source: 'repositories', kind: 'forbidden', ...failure } },
        { state: 'pending', source: 'myself' },
        { state: 'failed', failure: { source: 'schedule', kind: 'missing', ...failure } },
        { state: 'pending', source: 'gij-version' },
      ],
    },
  });
  expect(gapTexts(given, t)).toEqual([
    'Repositories could not be read: the permission is missing.',
    'Signed-in user: still being read.',
    'Jira answered with 200 integrations, and the list may be cut: there may be more.',
    '1 row of an answer could not be used.',
    'The details of 2 integrations could not be read.',
    'This version of Git Integration for Jira does not report TrustFolderStat of integrations.',
    'This version of Git Integration for Jira does not report State of repositories.',
  ]);
  expect(gapTexts(exported({ of: 1 }), t)).toEqual([]);
});
