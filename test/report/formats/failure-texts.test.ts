import type { SourceFailure } from '../../../src/model/gathered';
import type { FailureKind } from '../../../src/model/reading';
import { failuresOf, failureTexts } from '../../../src/report/formats/failure-texts';
import { commandLineTexts, exportedOf } from '../../support/exported';
import { gathered, NOW } from '../../support/facts';

const t = commandLineTexts();

function texts(kind: FailureKind, more: Partial<SourceFailure> = {}) {
  return failureTexts({ source: 'repositories', kind, request: 'GET /repositories', at: NOW, ...more }, t);
}

test('it says what happened to what, what to do, and what was asked', () => {
  expect(texts('timeout')).toEqual({
    what: 'Repositories could not be read: no answer in time.',
    advice: 'Try again. If it stays so, Jira may be overloaded: look at its load and its log.',
    details: ['Request: GET /repositories'],
  });
});

test('what the answer says stands there', () => {
  expect(texts('http', { status: 500, detail: 'out of memory' }).details).toEqual([
    'Request: GET /repositories (HTTP 500)',
    'The answer says: out of memory',
  ]);
});

test.each<[FailureKind, RegExp]>([
  ['unauthorised', /token/],
  ['forbidden', /token of a Jira administrator/],
  ['websudo', /no token answers/],
  ['malformed', /with a browser/],
])('who asks with a token is told of that where %s', (kind, advice) => {
  expect(texts(kind).advice).toMatch(advice);
});

test('all sources that failed are told, and none that is still being read', () => {
  const given = gathered({ failed: { repositories: 'http', schedule: 'forbidden' } });
  const failures = failuresOf(exportedOf({ ...given, myself: { state: 'pending', source: 'myself' } }));
  expect(failures.map(({ source }) => source)).toEqual(['repositories', 'schedule']);
});
