import { unlessUnlinked } from '../../src/checks/unlinked';
import { fail, pass } from '../../src/model/verdict';
import { evidence, reading, type EvidenceChanges } from '../support/facts';
import { inFull, type Case } from '../support/judging';

const found = [reading('lastIndexedDate', 'absent')];
const failed = 'fail <- lastIndexedDate absent -> wanted';

test.each<Case<EvidenceChanges>>([
  ['on', {}, failed],
  [
    'off',
    { integration: { revisionIndexing: false } },
    'not-applicable: reason.revision-indexing-off <- revisionIndexing=false, lastIndexedDate absent',
  ],
  [
    'absent',
    { integration: { revisionIndexing: 'absent' } },
    'unknown: reason.absent(field.revisionIndexing) <- revisionIndexing absent',
  ],
  [
    'absent, and others are reported of none',
    { integration: { revisionIndexing: 'absent' }, notReported: ['global'] },
    'unknown: reason.absent(field.revisionIndexing) <- revisionIndexing absent',
  ],
  ['reported of none', { integration: { revisionIndexing: 'absent' }, notReported: ['revisionIndexing'] }, failed],
  [
    'unreadable where it is reported of none',
    { integration: { revisionIndexing: 'unreadable' }, notReported: ['revisionIndexing'] },
    'unknown: reason.unreadable(field.revisionIndexing, {…}) <- revisionIndexing unreadable',
  ],
])('a Fail, revision indexing %s', (_, changes, expected) => {
  const { integration, integrationList } = evidence(changes);
  const judgement = unlessUnlinked(fail(found, { wanted: { key: 'wanted' } }), integration, integrationList);
  expect(inFull(judgement)).toBe(expected);
});

test('what does not fail stays as it is', () => {
  const { integration, integrationList } = evidence({ integration: { revisionIndexing: false } });
  const judgement = pass(found);
  expect(unlessUnlinked(judgement, integration, integrationList)).toBe(judgement);
});
