import { SINGLE_REPOSITORIES } from '../../../src/model/integration';
import {
  checkName,
  countText,
  hostText,
  lastIndexedText,
  subjectName,
} from '../../../src/report/formats/subject-texts';
import { HOUR, NOW, reading } from '../../support/facts';
import { textsIn } from '../../support/texts';

const t = textsIn('en');

test('a row is called by its name, by its id where it has none, or as what it stands for', () => {
  expect(subjectName({ key: 'integration:4', id: '4', name: 'GitLab: payments' }, t)).toBe('GitLab: payments');
  expect(subjectName({ key: 'integration:4', id: '4' }, t)).toBe('Integration 4 (no display name)');
  expect(subjectName({ key: SINGLE_REPOSITORIES }, t)).toBe('Repositories without an integration');
  expect(checkName('ssl-verification', t)).toBe('SSL verification');
});

test('a host is told where it is known', () => {
  expect(hostText({ product: 'gitlab', hostName: 'gitlab.acme.example' }, t)).toBe('GitLab (gitlab.acme.example)');
  expect(hostText({ product: 'unknown' }, t)).toBe('Unknown host');
});

test('a count that is not known is no number', () => {
  expect(countText({ value: 2_000, atLeast: false }, t)).toBe('2,000');
  expect(countText({ value: 2_000, atLeast: true }, t)).toBe('at least 2,000');
  expect(countText(undefined, t)).toBe('Unknown');
});

test('a date of last indexing never lies in the future, and none is not one that could not be read', () => {
  const text = (given: number | 'absent' | 'unreadable') =>
    lastIndexedText({ lastIndexed: reading('lastIndexedDate', given) }, NOW, t);
  expect([NOW - HOUR, NOW + HOUR].map(text)).toEqual(['1 hour ago', '0 seconds ago']);
  expect((['absent', 'unreadable'] as const).map(text)).toEqual(['Never', 'Unknown']);
});
