import { read } from '../../../src/model/gathered';
import { NO_SNAPSHOTS, type Snapshots } from '../../../src/snapshots/snapshot';
import { createStore } from '../../../src/steps/store';
import type { Checkup } from '../../../src/ui/state/checkup';
import type { Judged } from '../../../src/ui/state/judged';
import { createSnapshots } from '../../../src/ui/state/snapshots';
import { DAY, gathered, HOUR, integration, NOW, type GatheredChanges } from '../../support/facts';
import { judgedOn } from '../../support/judged';

const KEY = 'git-integration-checkup snapshots /jira';
const insecure = { integrations: [integration({ disableSslVerification: true })] };

beforeEach(() => localStorage.clear());
afterEach(() => jest.restoreAllMocks());

function judgedOf(changes: GatheredChanges = {}, readAt = NOW): Judged {
  const some = gathered(changes);
  const { integrations: outcome } = some;
  if (outcome.state !== 'read') throw new Error('no integrations');
  const integrations = read({ ...outcome.value, stamp: { ...outcome.value.stamp, readAt } });
  return judgedOn({ ...some, integrations });
}

/** A tab of the page. */
function tab() {
  const checkup = createStore<Checkup>({ outcomes: {}, fresh: {}, failures: [], reading: [], waits: [] });
  const judging = createStore<{ readonly judged: Judged | undefined }>({ judged: undefined });
  const store = createSnapshots({ base: '/jira', checkup, judging });
  const end = store.start();
  return {
    checkup,
    judging,
    end,
    check: (at: number, changes: GatheredChanges = {}) => {
      judging.set({ judged: judgedOf(changes, NOW + at) });
    },
    state: store.snapshot,
    add: store.add,
    takeBack: store.takeBack,
    times: () => store.snapshot().snapshots.snapshots.map(({ at }) => at - NOW),
  };
}

test('each full check is a snapshot, and the next page has them', () => {
  const first = tab();
  first.check(0);
  first.check(HOUR, insecure);
  expect(first.state()).toMatchObject({ trouble: undefined, isPartial: false });
  const second = tab();
  expect(second.times()).toEqual([0, HOUR]);
  second.check(DAY);
  expect(second.state().snapshots.snapshots[2]?.news).toMatchObject([{ kind: 'fixed', check: 'ssl-verification' }]);
});

test('what was judged when the part is loaded is one, too', () => {
  const checkup = createStore<Checkup>({ outcomes: {}, fresh: {}, failures: [], reading: [], waits: [] });
  const judging = createStore({ judged: judgedOf() });
  const store = createSnapshots({ base: '/jira', checkup, judging });
  store.start();
  expect(store.snapshot().snapshots.snapshots).toHaveLength(1);
});

test('what is judged anew, such as after an answer, is none', () => {
  const { judging, times, check } = tab();
  check(0);
  const { judged } = judging.snapshot();
  judging.set({ judged: { ...judged!, report: judgedOf(insecure).report } });
  expect(times()).toEqual([0]);
});

test('an integration that is read alone, such as after a fix, makes none', () => {
  const { judging, times, check } = tab();
  check(0, insecure);
  judging.set({ judged: judgedOf({}, NOW) });
  expect(times()).toEqual([0]);
  check(HOUR);
  expect(times()).toEqual([0, HOUR]);
});

test('a partial check is none, and that is told', () => {
  const { checkup, check, times, state } = tab();
  const failure = { kind: 'timeout', source: 'repositories', request: '', at: NOW, keptFrom: NOW } as const;
  check(0, { failed: { repositories: 'timeout' } });
  expect([times(), state().isPartial]).toEqual([[], true]);
  check(HOUR);
  expect([times(), state().isPartial]).toEqual([[HOUR], false]);
  // What was read before is shown while a later reading fails.
  checkup.change({ failures: [failure] });
  check(2 * HOUR, insecure);
  expect([times(), state().isPartial]).toEqual([[HOUR], true]);
});

test('while it is read, and after the page is left, there is none', () => {
  const { checkup, check, times, end } = tab();
  checkup.change({ reading: ['repositories'] });
  check(0);
  expect(times()).toEqual([]);
  checkup.change({ reading: [] });
  expect(times()).toEqual([0]);
  end();
  check(HOUR, insecure);
  expect(times()).toEqual([0]);
});

test('two tabs at once: each takes its snapshot onto those of the other', () => {
  const [one, other] = [tab(), tab()];
  one.check(0);
  other.check(HOUR, insecure);
  one.check(2 * HOUR);
  expect(one.times()).toEqual([0, HOUR, 2 * HOUR]);
  expect(other.times()).toEqual([0, HOUR]);
  window.dispatchEvent(new StorageEvent('storage', { key: KEY }));
  expect(other.times()).toEqual([0, HOUR, 2 * HOUR]);
});

test('what another tab keeps elsewhere changes nothing', () => {
  const one = tab();
  tab().check(0);
  window.dispatchEvent(new StorageEvent('storage', { key: 'something else' }));
  expect(one.times()).toEqual([]);
});

test('what a newer version wrote is left as it is', () => {
  const newer = JSON.stringify({ version: 2 });
  localStorage.setItem(KEY, newer);
  const { check, state, times } = tab();
  check(0);
  expect([times(), state().trouble, localStorage.getItem(KEY)]).toEqual([[0], 'newer', newer]);
});

test('a newer version that began in another tab meanwhile is not overwritten either', () => {
  const { check, state } = tab();
  check(0);
  localStorage.setItem(KEY, JSON.stringify({ version: 2 }));
  check(HOUR, insecure);
  expect(state().trouble).toBe('newer');
  expect(localStorage.getItem(KEY)).toBe(JSON.stringify({ version: 2 }));
});

test('what cannot be read is replaced, and that is told', () => {
  localStorage.setItem(KEY, '{');
  const { check, state } = tab();
  expect(state().trouble).toBe('unreadable');
  check(0);
  expect(state().trouble).toBe('unreadable');
  expect(tab().times()).toEqual([0]);
});

test('a full storage is told, and what was taken lasts as long as the page', () => {
  const { check, state, times } = tab();
  jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  check(0);
  check(HOUR, insecure);
  expect([times(), state().trouble]).toEqual([[0, HOUR], 'unwritten']);
});

test('a browser that forbids its storage keeps nothing', () => {
  jest.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
    throw new DOMException('no', 'SecurityError');
  });
  expect(tab().state()).toMatchObject({ trouble: 'unwritten', snapshots: { snapshots: [] } });
});

describe('checks that are added', () => {
  const other: Snapshots = { ...NO_SNAPSHOTS, snapshots: [{ at: NOW - DAY, healths: {}, news: [], more: 0 }] };
  const onto = (kept: Snapshots) => ({ snapshots: { ...kept, snapshots: [...other.snapshots, ...kept.snapshots] } });

  test('are kept beside what is there by now, also of another tab, and can be taken back', () => {
    const here = tab();
    here.check(0);
    const elsewhere = tab();
    elsewhere.check(2 * HOUR);
    elsewhere.add(onto);
    expect(elsewhere.times()).toEqual([-DAY, 0, 2 * HOUR]);
    expect(tab().times()).toEqual([-DAY, 0, 2 * HOUR]);
    elsewhere.takeBack();
    expect(elsewhere.times()).toEqual([0, 2 * HOUR]);
    expect(tab().times()).toEqual([0, 2 * HOUR]);
    expect(elsewhere.state().before).toBeUndefined();
  });

  test('are there to stay once another check was kept', () => {
    const here = tab();
    here.check(0);
    here.add(onto);
    expect(here.state().before).toBeDefined();
    here.check(2 * HOUR);
    expect(here.state().before).toBeUndefined();
    here.takeBack();
    expect(here.times()).toEqual([-DAY, 0, 2 * HOUR]);
  });

  test('what this page found is told where it is the last check of all', () => {
    const add = jest.fn(onto);
    const here = tab();
    here.add(add);
    expect(add).toHaveBeenLastCalledWith(expect.anything(), undefined);
    here.check(0);
    here.add(add);
    expect(add).toHaveBeenLastCalledWith(expect.anything(), expect.objectContaining({ integrations: 1 }));
    tab().check(HOUR);
    here.add(add);
    expect(add).toHaveBeenLastCalledWith(expect.anything(), undefined);
  });

  test('what a newer version wrote is left as it is', () => {
    const text = JSON.stringify({ version: 2 });
    localStorage.setItem(KEY, text);
    const here = tab();
    here.add(onto);
    expect(here.times()).toEqual([-DAY]);
    expect(localStorage.getItem(KEY)).toBe(text);
  });
});
