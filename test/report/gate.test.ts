import { gateOf } from '../../src/report/gate';
import type { InitialIndexingState } from '../../src/model/initial-indexing';
import { gathered, type GatheredChanges } from '../support/facts';

const over: InitialIndexingState = { kind: 'over' };
const running: InitialIndexingState = { kind: 'running', indexing: { isMoving: true } };
const unknown: InitialIndexingState = { kind: 'unknown' };
const pending: InitialIndexingState = { kind: 'pending' };

const gate = (states: readonly InitialIndexingState[], changes: GatheredChanges = {}) =>
  gateOf(
    gathered(changes),
    states.map((state, place) => ({ key: `integration:${place + 1}`, state })),
  );

test.each<[string, readonly InitialIndexingState[], GatheredChanges, unknown]>([
  ['all are over', [over, over], {}, { kind: 'open' }],
  ['one is running', [over, running], {}, { kind: 'wait', for: ['integration:2'] }],
  [
    'some run, whatever else is unknown',
    [running, unknown, running, pending],
    { integrationsAtLeast: true },
    { kind: 'wait', for: ['integration:1', 'integration:3'] },
  ],
  ['one is still being read', [over, pending, unknown], {}, { kind: 'checking' }],
  [
    'of one nobody knows',
    [over, unknown],
    {},
    { kind: 'unknown', reason: { key: 'gate.unknown.integrations', count: 1, args: [1] } },
  ],
  [
    'a row could not be used',
    [over],
    { integrationsUnusable: 2 },
    { kind: 'unknown', reason: { key: 'gate.unknown.rows', count: 2, args: [2] } },
  ],
  [
    'the list may be cut',
    [over],
    { integrationsAtLeast: true },
    { kind: 'unknown', reason: { key: 'gate.unknown.list-cut' } },
  ],
  ['there is none yet', [], {}, undefined],
  [
    'there is none, but a row that could not be used',
    [],
    { integrationsUnusable: 1 },
    { kind: 'unknown', reason: { key: 'gate.unknown.rows', count: 1, args: [1] } },
  ],
  ['the list could not be read', [], { failed: { integrations: 'timeout' } }, undefined],
])('%s', (_, states, changes, expected) => {
  expect(gate(states, changes)).toEqual(expected);
});

test('while the list is read nobody knows', () => {
  expect(gateOf({ integrations: { state: 'pending', source: 'integrations' } }, [])).toEqual({ kind: 'checking' });
});
