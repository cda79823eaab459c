import type { IntegrationList } from '../../../src/model/integration';
import type { SourceId } from '../../../src/model/reading';
import { NOTHING_YET, reduceCheckup, type Checkup } from '../../../src/ui/state/use-checkup';

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

describe('a later reading of all sources', () => {
  const SOURCES = ['integrations', 'repositories', 'server-info', 'myself'] as const;
  const start = { type: 'started', sources: SOURCES } as const;
  const failure = (source: SourceId) => ({ kind: 'timeout', source, request: 'GET /x', at: 300 }) as const;
  const outcome = (source: SourceId, readAt: number | undefined) =>
    ({
      type: 'finished',
      source,
      outcome:
        readAt === undefined
          ? { state: 'failed', failure: failure(source) }
          : { state: 'read', value: { stamp: { source, request: '', readAt } } },
    }) as Parameters<typeof reduceCheckup>[1];
  const readAts = ({ outcomes }: Checkup) =>
    SOURCES.map((source) =>
      outcomes[source]?.state === 'read' ? outcomes[source].value.stamp.readAt : outcomes[source]?.state,
    );
  const all = (readAt: number) => SOURCES.map((source) => outcome(source, readAt));
  const after = (state: Checkup, ...actions: readonly Parameters<typeof reduceCheckup>[1][]) =>
    actions.reduce(reduceCheckup, state);
  const shown = after(NOTHING_YET, start, ...all(1));

  test('the first one shows each source as soon as it is read', () => {
    expect(readAts(after(NOTHING_YET, start, outcome('integrations', 1)))).toEqual([
      1,
      undefined,
      undefined,
      undefined,
    ]);
    expect(readAts(shown)).toEqual([1, 1, 1, 1]);
  });

  test('is shown whole, when the last source is there, and the same object until then', () => {
    const states = [start, ...all(2)].map((_, place, actions) => after(shown, ...actions.slice(0, place + 1)));
    expect(states.slice(0, -1).every(({ outcomes }) => outcomes === shown.outcomes)).toBe(true);
    expect(readAts(states.at(-1)!)).toEqual([2, 2, 2, 2]);
    expect(states.at(-1)).toMatchObject({ fresh: {}, reading: [] });
  });

  test('a failure is told at once; what was read before stays', () => {
    const failing = after(shown, start, outcome('integrations', undefined));
    expect(failing.failures).toMatchObject([{ source: 'integrations', keptFrom: 1 }]);
    const end = after(failing, ...all(2).slice(1));
    expect(readAts(end)).toEqual([1, 2, 2, 2]);
    expect(end.failures).toMatchObject([{ source: 'integrations', keptFrom: 1 }]);
  });

  test('a failure is over when what was read instead is shown', () => {
    const failed = after(
      shown,
      start,
      outcome('repositories', undefined),
      outcome('integrations', 1),
      ...all(1).slice(2),
    );
    const repaired = after(failed, start, ...all(3).slice(0, 3));
    expect(repaired.failures).toMatchObject([{ source: 'repositories' }]);
    expect(after(repaired, outcome('myself', 3)).failures).toEqual([]);
  });

  test('asked for once more in between, only what was read last is shown', () => {
    const again = after(shown, start, outcome('integrations', 2), outcome('repositories', 2), start);
    expect(again.fresh).toEqual({});
    expect(readAts(after(again, ...all(3)))).toEqual([3, 3, 3, 3]);
  });

  test('one source alone is shown at once', () => {
    const alone = after(shown, { type: 'started', sources: ['repositories'] }, outcome('repositories', 2));
    expect(readAts(alone)).toEqual([1, 2, 1, 1]);
  });
});
