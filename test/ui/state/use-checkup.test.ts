import type { IntegrationList } from '../../../src/model/integration';
import { NOTHING_YET, reduceCheckup } from '../../../src/ui/state/use-checkup';

const stamp = { source: 'integrations', request: 'GET /x', readAt: 100 } as const;
const list: IntegrationList = { integrations: [], atLeast: false, unusable: 0, notReported: [], problems: [], stamp };
const read = { type: 'finished', source: 'integrations', outcome: { state: 'read', value: list } } as const;
const failed = {
  type: 'finished',
  source: 'integrations',
  outcome: { state: 'failed', failure: { kind: 'timeout', source: 'integrations', request: 'GET /x', at: 200 } },
} as const;

test('a first failure is what there is', () => {
  const state = reduceCheckup(NOTHING_YET, failed);
  expect(state.outcomes.integrations?.state).toBe('failed');
  expect(state.failures).toMatchObject([{ kind: 'timeout', keptFrom: undefined }]);
});

test('a later failure keeps what was read, and says from when it is', () => {
  const state = reduceCheckup(reduceCheckup(NOTHING_YET, read), failed);
  expect(state.outcomes.integrations).toEqual({ state: 'read', value: list });
  expect(state.failures).toMatchObject([{ kind: 'timeout', keptFrom: 100 }]);
});

test('a success takes the failure back', () => {
  expect(reduceCheckup(reduceCheckup(NOTHING_YET, failed), read).failures).toEqual([]);
});

test('a pause that Jira asked for ends with the reading', () => {
  const started = reduceCheckup(NOTHING_YET, { type: 'started', sources: ['integrations'] });
  const wait = { source: 'integrations', kind: 'starting', pause: 5 } as const;
  const waiting = reduceCheckup(reduceCheckup(started, { type: 'waiting', wait }), { type: 'waiting', wait });
  expect(waiting).toMatchObject({ reading: ['integrations'], waits: [wait] });
  expect(reduceCheckup(waiting, read)).toMatchObject({ reading: [], waits: [] });
});
