import { message } from '../../../src/model/message';
import type { InitialIndexing } from '../../../src/model/initial-indexing';
import { gateText, indexingText, type KnownGate } from '../../../src/report/formats/gate-texts';
import { HOUR, MINUTE, NOW } from '../../support/facts';
import { subjectReport } from '../../support/subject-report';
import { textsIn } from '../../support/texts';

const t = textsIn('en_GB');
const of = (name: string, initialIndexing: InitialIndexing) => subjectReport({ name, initialIndexing });
const moving: InitialIndexing = { isMoving: true, since: NOW - 2 * HOUR, left: 29.6 * MINUTE };

test.each<[KnownGate, string]>([
  [{ kind: 'open' }, 'You may connect the next integration: no initial indexing is running.'],
  [
    { kind: 'unknown', reason: message('gate.unknown.list-cut') },
    'Not known whether you may connect the next integration: the list of integrations may be cut.',
  ],
  [{ kind: 'wait', for: ['1'] }, 'Wait: A is in initial indexing: since 2 hours, about 30 minutes left'],
])('%j: %s', (gate, text) => {
  expect(gateText(gate, gate.kind === 'wait' ? [of('A', moving)] : [], NOW, t)).toBe(text);
});

test('of several it says how many', () => {
  const both = [of('A', moving), of('B', { isMoving: false })];
  expect(gateText({ kind: 'wait', for: ['1', '2'] }, both, NOW, t)).toBe(
    'Wait: 2 integrations are in initial indexing.',
  );
});

test.each<[InitialIndexing, string]>([
  [{ isMoving: true }, 'A is in initial indexing'],
  [{ isMoving: false }, 'A is in initial indexing: nothing was indexed for an hour'],
  [
    { isMoving: true, progress: { done: 3, total: 9, atLeast: true }, since: NOW + 1 },
    'A is in initial indexing: 3 of at least 9 repositories',
  ],
])('%j: %s', (indexing, text) => {
  expect(indexingText(of('A', indexing), NOW, t)).toBe(text);
});
