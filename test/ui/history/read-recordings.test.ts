import { NO_DECISIONS, withEntries } from '../../../src/decisions/decisions';
import { judgeInSteps } from '../../../src/judging/judge';
import { read, type Gathered } from '../../../src/model/gathered';
import { readRecordings } from '../../../src/ui/history/read-recordings';
import { recordingText } from '../../../src/sources/write-recording';
import { DAY, gathered, integration, NOW } from '../../support/facts';

const BASE = 'https://jira.example.com/jira';
const BY = { baseUrl: BASE, decisions: NO_DECISIONS, judge: judgeInSteps, now: NOW };

const text = (given: Gathered = gathered(), baseUrl = BASE) =>
  recordingText(given, { baseUrl, appVersion: '1.1.0', now: NOW });
const file = (content: string, name = 'one.json') => new File([content], name);
const { integrations, repositories } = gathered();

function withIntegrations(changes: object): Gathered {
  if (integrations.state !== 'read') throw new Error('no integrations');
  return { ...gathered(), integrations: read({ ...integrations.value, ...changes }) };
}

const failed: Gathered['repositories'] = {
  state: 'failed',
  failure: { kind: 'timeout', source: 'repositories', request: 'GET /repository', at: NOW },
};

test.each([
  ['no recording', '{}', 'history.import.why.unreadable'],
  ['cut off', text().slice(0, -100), 'history.import.why.unreadable'],
  ['of a newer version', text().replace('"version": 1', '"version": 2'), 'history.import.why.newer'],
  ['of another Jira', text(gathered(), 'https://jira.example.com'), 'history.import.why.other-jira'],
  ['in the future', text(), 'history.import.why.ahead', NOW - 1],
  ['a source failed', text({ ...gathered(), repositories: failed }), 'failure.title'],
  [
    'a source was being read',
    text({ ...gathered(), repositories: { state: 'pending', source: 'repositories' } }),
    'failure.title',
  ],
  ['the list is cut', text(withIntegrations({ atLeast: true })), 'history.import.why.cut'],
])('%s: it is no check, and the page says why', async (_, content, key, now = NOW) => {
  const { checks, unusable } = await readRecordings([file(content)], { ...BY, now });
  expect(checks).toEqual([]);
  expect(unusable).toEqual([{ name: 'one.json', why: expect.objectContaining({ key }) as unknown }]);
  expect(repositories.state).toBe('read');
});

test.each(['https://jira.example.com/jira', 'http://JIRA.example.com/jira/'])('%s is this Jira', async (base) => {
  const { checks } = await readRecordings([file(text(gathered(), base))], BY);
  expect(checks.map(({ at }) => at)).toEqual([NOW]);
});

test('no credential of an address is told', async () => {
  const other = text().replace(BASE, 'https://ada:secret@other.example.com');
  const { unusable } = await readRecordings([file(other)], BY);
  expect(JSON.stringify(unusable)).toContain('other.example.com');
  expect(JSON.stringify(unusable)).not.toContain('secret');
});

test('each is judged as of its time, by what is decided now; the others are read all the same', async () => {
  const insecure = gathered({ integrations: [integration({ disableSslVerification: true })] });
  const decisions = withEntries(NO_DECISIONS, [
    { kind: 'setting', name: 'check.ssl-verification.off', value: true, at: NOW + DAY },
  ]);
  const files = [file('', 'empty.json'), file(text(insecure), 'two.json')];
  const verdict = async (by: typeof BY) => {
    const { checks, unusable } = await readRecordings(files, by);
    expect(unusable).toHaveLength(1);
    return checks[0]?.report.subjects[0]?.findings.find(({ check }) => check === 'ssl-verification')?.verdict;
  };
  expect(await verdict({ ...BY, now: NOW + 90 * DAY })).toBe('fail');
  expect(await verdict({ ...BY, decisions })).toBe('not-applicable');
});
