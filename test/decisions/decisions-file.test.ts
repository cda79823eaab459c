import { NO_DECISIONS, withAnswer, withEntries, type Entry } from '../../src/decisions/decisions';
import { decisionsFile, parseDecisionsFile, previewImport, withImported } from '../../src/decisions/decisions-file';
import { NOW } from '../support/facts';

const answered = (value: 'on' | 'off', at = NOW, by = 'Ada') =>
  withAnswer(NO_DECISIONS, { setting: 'webhooks', value, at, by });

const acceptance = (subject: string): Entry => ({
  kind: 'acceptance',
  subject,
  check: 'ssl-verification',
  judged: 'x1',
  severity: 'high',
  reason: 'planned',
  note: '',
  until: NOW + 1,
  at: NOW,
});
const change = (integration: string): Entry => ({
  kind: 'change',
  id: `c${integration}`,
  integration,
  fields: [{ field: 'requireUserPat', before: false, after: true }],
  batch: 'b1',
  at: NOW,
});
const ALL = () => true;

test('what was exported is imported', () => {
  const some = withEntries(answered('on'), [acceptance('integration:1'), change('1')]);
  expect(parseDecisionsFile(decisionsFile(some))).toEqual({ kind: 'read', decisions: some });
  expect(decisionsFile(some)).not.toMatch(/https?:/);
});

test.each([
  ['no JSON', '{', 'unreadable'],
  ['another file', '{"version":1,"revision":1,"entries":{}}', 'unreadable'],
  ['a newer one', '{"format":"git-integration-checkup.decisions","version":2}', 'newer'],
  ['one that is too large', decisionsFile(NO_DECISIONS) + ' '.repeat(5_000_000), 'unreadable'],
])('%s is not taken', (_, text, kind) => expect(parseDecisionsFile(text)).toEqual({ kind }));

test('what is new here, otherwise here and the same here are told apart', () => {
  const here = answered('on', NOW - 5, 'Grace');
  expect(previewImport(NO_DECISIONS, here, ALL)).toMatchObject({ added: [{ kind: 'answer' }], different: [], same: 0 });
  expect(previewImport(here, answered('on'), ALL)).toEqual({ added: [], different: [], same: 1, unmatched: [] });
  expect(previewImport(here, answered('off'), ALL).different).toMatchObject([
    { here: { value: 'on' }, file: { value: 'off' } },
  ]);
});

test('acceptances are left out where the integration is not there', () => {
  const file = withEntries(answered('on'), [acceptance('integration:1'), acceptance('integration:2')]);
  const preview = previewImport(NO_DECISIONS, file, (key) => key === 'integration:1');
  expect(preview.added.map(({ kind }) => kind)).toEqual(['answer', 'acceptance']);
  expect(preview.unmatched.map(({ kind }) => kind)).toEqual(['acceptance']);
});

test('what the advisor said of another Jira, and what was changed there, is not taken', () => {
  const advice: Entry = { kind: 'advice', status: { kind: 'not-enough-history' }, at: NOW };
  expect(previewImport(NO_DECISIONS, withEntries(NO_DECISIONS, [advice, change('1')]), ALL)).toEqual({
    added: [],
    different: [],
    same: 0,
    unmatched: [],
  });
});

test('what was chosen is taken, and nothing chosen changes nothing', () => {
  const here = answered('on');
  expect(withImported(here, [])).toBe(here);
  expect(withImported(here, [acceptance('integration:1')]).entries).toMatchObject({
    'answer:webhooks': {},
    'acceptance:integration:1:ssl-verification': {},
  });
});
