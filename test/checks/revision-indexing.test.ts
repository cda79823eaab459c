import { revisionIndexing } from '../../src/checks/revision-indexing';
import type { IntegrationChanges } from '../support/facts';
import { inFull, judge, type Case } from '../support/judging';

const cases: Case<IntegrationChanges>[] = [
  ['on', {}, 'pass <- revisionIndexing=true'],
  ['off', { revisionIndexing: false }, 'fail <- revisionIndexing=false -> check.revision-indexing.wanted'],
  [
    'absent',
    { revisionIndexing: 'absent' },
    'unknown: reason.absent(field.revisionIndexing) <- revisionIndexing absent',
  ],
  [
    'unreadable',
    { revisionIndexing: 'unreadable' },
    'unknown: reason.unreadable(field.revisionIndexing, {…}) <- revisionIndexing unreadable',
  ],
];

test.each(cases)('%s', (_, integration, expected) => {
  expect(inFull(judge(revisionIndexing, { integration }))).toBe(expected);
});

test('is advice', () => expect(revisionIndexing.severity).toBe('advisory'));
