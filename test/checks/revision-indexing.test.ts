import { revisionIndexing } from '../../src/checks/revision-indexing';
import type { IntegrationChanges } from '../support/facts';
import { inShort, judge, type Case } from '../support/judging';

const cases: Case<IntegrationChanges>[] = [
  ['on', {}, 'pass'],
  ['off', { revisionIndexing: false }, 'fail'],
  ['absent', { revisionIndexing: 'absent' }, 'unknown: reason.absent'],
  ['unreadable', { revisionIndexing: 'unreadable' }, 'unknown: reason.unreadable'],
];

test.each(cases)('%s', (_, integration, expected) => {
  expect(inShort(judge(revisionIndexing, { integration }))).toBe(expected);
});

test('is advice', () => expect(revisionIndexing.severity).toBe('advisory'));
