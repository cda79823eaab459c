import type { Finding } from '../../../src/model/finding';
import type { Verdict } from '../../../src/model/verdict';
import { absent, known, notAnswered, unreadable, type FactValue, type Reading } from '../../../src/model/reading';
import { countsText, factsOf, readingText, readTogether, titleOf } from '../../../src/report/formats/checklist-texts';
import type { SubjectReport } from '../../../src/report/report';
import { finding } from '../../support/finding';
import { HOUR, NOW, reading, stampOf } from '../../support/facts';
import { textsIn } from '../../support/texts';

const t = textsIn('en');
const stamp = { source: 'integrations', request: 'GET /rest/gitplugin/1.0/integration', readAt: NOW } as const;
const admin = stampOf('admin');

describe('what was read is told in the words of GIJ', () => {
  test.each<[string, FactValue, string]>([
    ['requireUserPat', true, 'Enabled'],
    ['requireUserPat', false, 'Disabled'],
    ['gitViewerEnabled', false, 'Disabled'],
    ['smartCommitsEnabled', true, 'Enabled'],
    ['sendCommitEmails', false, 'Disabled'],
    ['disableSslVerification', true, 'Disabled'],
    ['disableSslVerification', false, 'Enabled'],
    ['disabled', true, 'Off'],
    ['disabled', false, 'On'],
    ['trustFolderStat', true, 'True'],
    ['trustFolderStat', false, 'False'],
    ['global', true, 'On'],
    ['showAllTags', true, 'Show all tags'],
    ['showAllTags', false, 'Show tags matching the pattern'],
    ['revisionIndexing', false, 'Off'],
    ['tagsFilter', ' ', '(blank)'],
    ['displayName', 'value.on', 'value.on'],
    ['trackedFolderId', [], 'none'],
    ['trackedFolderId', ['98', '99'], '98, 99'],
    ['repositories', 2000, '2,000'],
    ['reindexInterval', 30, '30 minutes'],
    ['reindexInterval', 0, 'Off'],
    ['reindexInterval', 9_999_999, 'Off'],
    ['roundMinutes', 26.5, '26 minutes, 30 seconds'],
    ['atLeastMinutes', 95, '1 hour, 35 minutes'],
  ])('%s: %j is %s', (field, value, expected) => {
    expect(readingText(known(field, value, stamp), t)).toBe(expected);
  });

  test('what is not there or not understood is no value', () => {
    expect(readingText(absent('disabled', stamp), t)).toBe('not in the answer');
    expect(readingText(absent('webhooks', admin), t)).toBe('not answered yet');
    expect(readingText(unreadable('disabled', '{…}', stamp), t)).toBe('not understood: {…}');
    expect(readingText(notAnswered('disabled', 'timeout', stamp), t)).toBe('no answer in time');
  });
});

test('one line of each source, with the address that an admin knows, in the order of what was found', () => {
  const other = { ...stamp, source: 'repositories', request: 'GET /rest/gitplugin/1.0/repository' } as const;
  const found: Reading<FactValue>[] = [
    known('disabled', false, stamp),
    known('repositories', 3, other),
    known('global', true, stamp),
    known('webhooks', true, admin),
    absent('enforceGitPermissions', admin),
    known('roundMinutes', 3, admin),
    absent('reindexInterval', admin),
  ];
  const at = t.date(NOW);
  expect(readTogether(found, t).map(({ source, readings }) => [source, readings.map(({ field }) => field)])).toEqual([
    [`Read ${at} from /integration`, ['disabled', 'global']],
    [`Read ${at} from /repository`, ['repositories']],
    [`Answered by an admin, ${at}`, ['webhooks']],
    ['GIJ’s REST API does not show it', ['enforceGitPermissions']],
    [`From the data of the tab Reindex interval, ${at}`, ['roundMinutes']],
    ['Nobody gave it in the tab Reindex interval', ['reindexInterval']],
  ]);
});

test('an address under a context path is told without what all of them share', () => {
  const below = { ...stamp, request: 'GET /jira/rest/gitplugin/1.0/integration/4' };
  const jira = { ...stamp, request: 'GET /rest/api/2/serverInfo' };
  const sources = readTogether([known('a', 1, below), known('b', 1, jira)], t).map(({ source }) => source);
  expect(sources).toEqual([
    expect.stringMatching(/ from \/integration\/4$/),
    expect.stringMatching(/ from \/rest\/api\/2\/serverInfo$/),
  ]);
});

test.each<[Verdict, Partial<Finding>, string]>([
  ['pass', {}, 'The display name says what is connected'],
  ['fail', {}, 'The display name does not say what is connected'],
  ['unknown', {}, 'Display name'],
  ['not-applicable', {}, 'Display name'],
  ['to-confirm', { found: [absent('webhooks', admin)] }, 'Do the git hosts send webhooks to Jira?'],
  ['to-confirm', { found: [] }, 'Display name'],
  ['fail', { title: { key: 'severity.high' } }, 'High'],
])('%s says %j', (verdict, changes, expected) => {
  expect(titleOf(finding({ verdict, ...changes }), t)).toBe(expected);
});

const subject = {
  product: 'gitlab',
  hostName: 'gitlab.acme.example',
  repositories: { value: 45, atLeast: false },
  lastIndexed: reading('lastIndexedDate', NOW - HOUR),
  counts: { fails: 2, passed: 8, advice: 1, unread: 0 },
} as unknown as SubjectReport;

test('the head says what is known, and what is not', () => {
  expect(factsOf(subject, NOW, t)).toEqual(['GitLab', 'gitlab.acme.example', '45 repositories', 'indexed 1 hour ago']);
  expect(factsOf({ ...subject, repositories: { value: 1, atLeast: true } }, NOW, t)[2]).toBe('at least 1 repository');
  expect(factsOf({ ...subject, lastIndexed: reading('lastIndexedDate', NOW + HOUR) }, NOW, t)[3]).toBe(
    'indexed 0 seconds ago',
  );
  const { product, counts } = subject;
  const unread = { product, counts } as SubjectReport;
  expect(factsOf({ ...unread, lastIndexed: reading<number>('lastIndexedDate', 'unreadable') }, NOW, t)).toEqual([
    'GitLab',
    'repositories: unknown',
    'last indexed: unknown',
  ]);
  expect(factsOf({ ...subject, lastIndexed: reading<number>('lastIndexedDate', 'absent') }, NOW, t)[3]).toBe(
    'never indexed',
  );
});

test('what is accepted and what could not be checked is counted where there is some', () => {
  expect(countsText(subject, t)).toBe('2 to fix, 8 passed');
  expect(countsText({ counts: { fails: 0, passed: 3, advice: 0, accepted: 2, unread: 1 } }, t)).toBe(
    '0 to fix, 3 passed, 2 accepted, 1 could not be checked',
  );
});

test('what another admin gave says who', () => {
  const given = reading('roundMinutes', 19, 'admin');
  const [together] = readTogether([{ ...given, stamp: { ...given.stamp, by: 'Ada' } }], t);
  expect(together?.source).toMatch(/^From what Ada gave in the tab Reindex interval, /);
});
