import { keptCheckKey, type KeptCheck } from '../../src/last-check/kept-check';
import { parseKeptCheck, readKeptCheck } from '../../src/last-check/read-kept-check';

const subject = { id: '3', name: 'GitLab', health: 'at-risk', fails: ['ssl-verification'], unread: [] } as const;
const check: KeptCheck = { version: 1, at: 1_000, repositories: 300, badges: 'on', subjects: [subject] };

const read = (changes: object) => parseKeptCheck(JSON.stringify({ ...check, ...changes }));
const withSubject = (changes: object) => read({ subjects: [subject, { ...subject, ...changes }] });

afterEach(() => {
  jest.restoreAllMocks();
  localStorage.clear();
});

test('a whole record is read as it was written, each Jira its own', () => {
  localStorage.setItem(keptCheckKey('/jira'), JSON.stringify(check));
  expect(readKeptCheck('/jira')).toEqual(check);
  expect(readKeptCheck('')).toBeUndefined();
});

test.each([
  ['no number of repositories', { repositories: undefined }],
  ['no integrations', { subjects: [] }],
  ['an integration without a name', { subjects: [{ ...subject, name: undefined }] }],
  ['the setting off', { badges: 'off' }],
  ['the setting last-check', { badges: 'last-check' }],
])('%s is no fault', (_, changes) => {
  expect(read(changes)).toEqual(JSON.parse(JSON.stringify({ ...check, ...changes })));
});

test.each([
  ['nothing', null],
  ['no text of JSON', '{'],
  ['null', 'null'],
  ['a number', '7'],
  ['a list', '[]'],
])('%s is no record', (_, text) => {
  expect(parseKeptCheck(text)).toBeUndefined();
});

test.each([
  ['another version', { version: 2 }],
  ['no time', { at: undefined }],
  ['a time that is a text', { at: '1000' }],
  ['repositories that are no number', { repositories: 'many' }],
  ['a setting that nobody knows', { badges: 'sometimes' }],
  ['no setting', { badges: undefined }],
  ['integrations that are no list', { subjects: { 0: subject } }],
  ['an integration that is null', { subjects: [null] }],
])('of a record with %s nothing is taken', (_, changes) => {
  expect(read(changes)).toBeUndefined();
});

test.each([
  ['no id', { id: undefined }],
  ['an id that is a number', { id: 3 }],
  ['a name that is a number', { name: 3 }],
  ['a health that nobody knows', { health: 'fine' }],
  ['no health', { health: undefined }],
  ['fails that are no list', { fails: 'ssl-verification' }],
  ['a fail that is no text', { fails: [1] }],
  ['no fails', { fails: undefined }],
  ['unread checks that are no list', { unread: null }],
])('of a record that holds an integration with %s nothing is taken, of the others neither', (_, changes) => {
  expect(withSubject(changes)).toBeUndefined();
});

test('a browser that forbids its storage has no record', () => {
  jest.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
    throw new Error('forbidden');
  });
  expect(readKeptCheck('/jira')).toBeUndefined();
});
