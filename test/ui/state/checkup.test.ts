import type { SourceFailure } from '../../../src/model/gathered';
import { REQUIRED_SOURCES } from '../../../src/model/gathered';
import type { FailureKind, SourceId } from '../../../src/model/reading';
import type { JiraClient, JiraClientOptions, JsonAnswer, Wait } from '../../../src/sources/jira-client';
import { SourceError } from '../../../src/sources/source-error';
import type { Integration } from '../../../src/model/integration';
import { valueOf } from '../../../src/model/reading';
import { gathered, integration } from '../../support/facts';
import { createCheckup, isComplete, type ConnectClient } from '../../../src/ui/state/checkup';

const ANSWERS: Readonly<Partial<Record<SourceId, unknown>>> = {
  integrations: { success: true, integrations: [] },
  repositories: { success: true, repositories: [] },
  'server-info': { version: '10.3.0' },
  myself: { name: 'ada' },
};

/** A request that waits for its answer. */
interface Held {
  readonly signal: AbortSignal;
  readonly answer: (answer: JsonAnswer) => void;
  readonly fail: (error: SourceError) => void;
}

/** A checkup whose answers come when the test gives them: the newest request of a source is the one answered. */
function heldCheckup() {
  const held = new Map<SourceId, Held>();
  let pauses: Required<Pick<JiraClientOptions, 'onWait' | 'onWaited'>> | undefined;
  const get: JiraClient['get'] = (_, { source, signal }) =>
    new Promise((answer, fail) => held.set(source, { signal, answer, fail }));
  const connect: ConnectClient = (listeners) => {
    pauses = listeners;
    return {
      get,
      getPage: (_, { source, signal }) =>
        new Promise((_answer, fail) => held.set(source, { signal, answer: () => undefined, fail })),
    };
  };
  const checkup = createCheckup(connect);
  const changes: unknown[] = [];
  checkup.subscribe(() => changes.push(checkup.snapshot().outcomes));
  // A source reads its answer in a few promises.
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
  return {
    checkup,
    changes,
    held,
    pauses: () => pauses!,
    read: async (readAt: number, ...sources: readonly SourceId[]) => {
      for (const source of sources.length > 0 ? sources : REQUIRED_SOURCES)
        held.get(source)!.answer({ json: ANSWERS[source], stamp: { source, request: 'GET /x', readAt } });
      await settle();
    },
    fail: async (source: SourceId, kind: FailureKind = 'timeout') => {
      const failure: SourceFailure = { kind, source, request: 'GET /x', at: 300 };
      held.get(source)!.fail(new SourceError(failure));
      await settle();
    },
    /** When each source was read, or how it failed. */
    readAts: () => {
      const { outcomes } = checkup.snapshot();
      return REQUIRED_SOURCES.map((source) => {
        const outcome = outcomes[source];
        return outcome?.state === 'read' ? outcome.value.stamp.readAt : outcome?.state;
      });
    },
  };
}

async function shownCheckup() {
  const made = heldCheckup();
  const stop = made.checkup.start();
  await made.read(1);
  return { ...made, stop };
}

test('the first reading shows each source as soon as it is read', async () => {
  const { checkup, read, readAts } = heldCheckup();
  checkup.start();
  expect(checkup.snapshot().reading).toEqual(REQUIRED_SOURCES);
  await read(1, 'integrations');
  expect(readAts()).toEqual([1, undefined, undefined, undefined]);
  expect(isComplete(checkup.snapshot().outcomes)).toBe(false);
  await read(1, 'repositories', 'server-info', 'myself');
  expect(readAts()).toEqual([1, 1, 1, 1]);
  expect(isComplete(checkup.snapshot().outcomes)).toBe(true);
});

test('a first failure is what there is, and a success takes it back', async () => {
  const { checkup, fail, read } = heldCheckup();
  checkup.start();
  await fail('integrations');
  expect(checkup.snapshot().outcomes.integrations?.state).toBe('failed');
  expect(checkup.snapshot().failures).toMatchObject([{ kind: 'timeout', keptFrom: undefined }]);
  checkup.tryAgain(['integrations']);
  await read(2, 'integrations');
  expect(checkup.snapshot().failures).toEqual([]);
});

test('a pause that Jira asked for ends with itself, with the reading, or with another one', async () => {
  const { checkup, pauses, read } = heldCheckup();
  checkup.start();
  const wait: Wait = { source: 'integrations', kind: 'starting', pause: 5 };
  pauses().onWait(wait);
  pauses().onWait(wait);
  expect(checkup.snapshot().waits).toEqual([wait]);
  pauses().onWaited('integrations');
  expect(checkup.snapshot().waits).toEqual([]);
  pauses().onWait(wait);
  await read(1, 'integrations');
  expect(checkup.snapshot().waits).toEqual([]);
  pauses().onWait({ ...wait, source: 'myself' });
  checkup.tryAgain(['myself']);
  expect(checkup.snapshot().waits).toEqual([]);
});

describe('a later reading of all sources', () => {
  test('is shown whole, when the last source is there, and the same object until then', async () => {
    const { checkup, changes, read, readAts } = await shownCheckup();
    const before = checkup.snapshot().outcomes;
    changes.length = 0;
    checkup.checkAgain();
    await read(2, 'integrations', 'repositories', 'server-info');
    expect(readAts()).toEqual([1, 1, 1, 1]);
    await read(2, 'myself');
    expect(readAts()).toEqual([2, 2, 2, 2]);
    expect(new Set(changes)).toEqual(new Set([before, checkup.snapshot().outcomes]));
    expect(checkup.snapshot()).toMatchObject({ fresh: {}, reading: [] });
  });

  test('a failure is told at once; what was read before stays', async () => {
    const { checkup, fail, read, readAts } = await shownCheckup();
    checkup.checkAgain();
    await fail('integrations');
    expect(checkup.snapshot().failures).toMatchObject([{ source: 'integrations', keptFrom: 1 }]);
    await read(2, 'repositories', 'server-info', 'myself');
    expect(readAts()).toEqual([1, 2, 2, 2]);
    expect(checkup.snapshot().failures).toMatchObject([{ source: 'integrations', keptFrom: 1 }]);
  });

  test('a failure is over when what was read instead is shown', async () => {
    const { checkup, fail, read } = await shownCheckup();
    checkup.checkAgain();
    await fail('repositories');
    await read(2, 'integrations', 'server-info', 'myself');
    checkup.checkAgain();
    await read(3, 'integrations', 'repositories', 'server-info');
    expect(checkup.snapshot().failures).toMatchObject([{ source: 'repositories' }]);
    await read(3, 'myself');
    expect(checkup.snapshot().failures).toEqual([]);
  });

  test('asked for once more in between, only what was read last is shown', async () => {
    const { checkup, held, read, readAts } = await shownCheckup();
    checkup.checkAgain();
    await read(2, 'integrations', 'repositories');
    const { signal } = held.get('myself')!;
    checkup.checkAgain();
    expect(signal.aborted).toBe(true);
    expect(checkup.snapshot().fresh).toEqual({});
    await read(3);
    expect(readAts()).toEqual([3, 3, 3, 3]);
  });

  test('one source alone is shown at once', async () => {
    const { checkup, read, readAts } = await shownCheckup();
    checkup.tryAgain(['repositories']);
    await read(2, 'repositories');
    expect(readAts()).toEqual([1, 2, 1, 1]);
  });
});

test('ended, it ends what it was reading, and an answer that comes all the same is nothing', async () => {
  const { checkup, held, read, readAts, stop } = await shownCheckup();
  checkup.checkAgain();
  stop();
  expect([...held.values()].every(({ signal }) => signal.aborted)).toBe(true);
  await read(2);
  expect(readAts()).toEqual([1, 1, 1, 1]);
});

test('a page that the browser kept and shows again on Back reads again', async () => {
  const { checkup, held, stop } = await shownCheckup();
  checkup.checkAgain();
  const { signal } = held.get('myself')!;
  window.dispatchEvent(new Event('pagehide'));
  expect(signal.aborted).toBe(true);
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }));
  expect(held.get('myself')!.signal).toBe(signal);
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  expect(held.get('myself')!.signal).not.toBe(signal);
  stop();
  expect(held.get('myself')!.signal.aborted).toBe(true);
});

describe('the schedule, which not every admin may see', () => {
  test('is not waited for, and a refusal is not told', async () => {
    const { checkup, read, fail } = heldCheckup();
    checkup.start();
    expect(checkup.snapshot().reading).toEqual(REQUIRED_SOURCES);
    await fail('schedule', 'websudo');
    await read(100);
    const { outcomes, failures, reading } = checkup.snapshot();
    expect(outcomes.schedule).toMatchObject({ state: 'failed', failure: { kind: 'websudo' } });
    expect({ failures, reading }).toEqual({ failures: [], reading: [] });
  });
});

describe('the admin comes back to the page', () => {
  const comeBack = () => window.dispatchEvent(new Event('focus'));

  test.each(['unauthorised', 'websudo'] as const)(
    'what failed for %s is read once more, and nothing else',
    async (kind) => {
      const { checkup, fail, read, stop, held } = await shownCheckup();
      checkup.checkAgain();
      await fail('repositories', kind);
      await fail('myself', 'timeout');
      await read(2, 'integrations', 'server-info');
      const before = held.get('repositories');
      comeBack();
      expect(checkup.snapshot().reading).toEqual(['repositories']);
      expect(held.get('repositories')).not.toBe(before);
      const asked = held.get('repositories');
      comeBack();
      expect(held.get('repositories')).toBe(asked);
      await read(3, 'repositories');
      expect(checkup.snapshot().failures).toMatchObject([{ source: 'myself' }]);
      comeBack();
      expect(checkup.snapshot().reading).toEqual([]);
      stop();
    },
  );

  test('after the page was left nothing is read', async () => {
    const { checkup, fail, stop } = await shownCheckup();
    checkup.tryAgain(['repositories']);
    await fail('repositories', 'unauthorised');
    stop();
    comeBack();
    expect(checkup.snapshot().reading).toEqual([]);
  });
});

describe('an integration that was read by itself', () => {
  const nameOf = ({ displayName }: Integration) => valueOf(displayName);

  async function listed() {
    const shown = heldCheckup();
    const stop = shown.checkup.start();
    const list = gathered({ integrations: [integration({ id: '1' }), integration({ id: '2', displayName: 'Other' })] });
    await shown.read(1);
    Object.assign(shown.checkup.snapshot().outcomes, { integrations: list.integrations });
    const names = () => {
      const { integrations } = shown.checkup.snapshot().outcomes;
      return integrations?.state === 'read' ? integrations.value.integrations.map(nameOf) : [];
    };
    return { ...shown, stop, names };
  }

  test('takes the place of the one that is shown; the others stay, and nothing is read', async () => {
    const { checkup, names, stop } = await listed();
    checkup.replace(integration({ id: '1', displayName: 'New' }));
    expect(names()).toEqual(['New', 'Other']);
    expect(checkup.snapshot().reading).toEqual([]);
    stop();
  });

  test('ends a reading of the list that may be older, and begins it anew', async () => {
    const { checkup, held, stop } = await listed();
    checkup.checkAgain();
    const older = held.get('integrations')!;
    checkup.replace(integration({ id: '1', displayName: 'New' }));
    expect(older.signal.aborted).toBe(true);
    expect(held.get('integrations')).not.toBe(older);
    expect(checkup.snapshot().reading).toContain('integrations');
    stop();
  });
});
