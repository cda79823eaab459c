import { read } from '../../../src/model/gathered';
import { provenanceOf } from '../../../src/report/formats/exported';
import { gathered, NOW, stampOf } from '../../support/facts';

const FROM = { baseUrl: 'https://jira.example.com/jira', appVersion: '1.1.0', now: NOW + 60_000 };

test('what is exported says where it is from', () => {
  expect(provenanceOf(gathered(), FROM)).toEqual({
    baseUrl: 'https://jira.example.com/jira',
    jiraVersion: '10.3.2',
    gijVersion: '5.1.1',
    appVersion: '1.1.0',
    exportedBy: 'Ada Admin',
    checkedAt: NOW,
    judgedAt: NOW,
    exportedAt: NOW + 60_000,
    unread: [],
  });
});

test('what could not be read is left out, and told', () => {
  const failed = {
    integrations: 'forbidden',
    'server-info': 'timeout',
    myself: 'http',
    'gij-version': 'missing',
  } as const;
  const provenance = provenanceOf(gathered({ failed }), FROM);
  expect(Object.keys(provenance).sort()).toEqual(['appVersion', 'baseUrl', 'exportedAt', 'judgedAt', 'unread']);
  const pending = { ...gathered(), repositories: { state: 'pending', source: 'repositories' } } as const;
  expect(provenanceOf(pending, FROM).unread).toEqual([{ state: 'pending', source: 'repositories' }]);
  expect(provenance.unread.map((one) => (one.state === 'failed' ? one.failure.source : one.state))).toEqual([
    'integrations',
    'server-info',
    'myself',
    'gij-version',
  ]);
});

test('a credential in the address of Jira goes no further', () => {
  const { baseUrl } = provenanceOf(gathered(), { ...FROM, baseUrl: 'https://ada:s3cret@jira.example.com' });
  expect(baseUrl).toBe('https://•••@jira.example.com');
});

test('it was judged by Jira’s clock', () => {
  const given = gathered();
  const info = { version: '10.3.2', clockOffset: -3_600_000, stamp: stampOf('server-info') };
  const { judgedAt, checkedAt } = provenanceOf({ ...given, 'server-info': read(info) }, FROM);
  expect([judgedAt, checkedAt]).toEqual([NOW - 3_600_000, NOW]);
});
