import { entriesOf, withEntries } from '../../../src/decisions/decisions';
import { createDecisions } from '../../../src/ui/state/decisions';
import { takeOverPolicy } from '../../../src/ui/state/earlier-policy';

const EARLIER = 'git-integration-checkup policy /jira';
const DECISIONS = 'git-integration-checkup decisions /jira';

beforeEach(() => localStorage.clear());

function takenOver() {
  const store = createDecisions({ base: '/jira', now: () => 1_700_000_000_000, about: () => ({}) });
  takeOverPolicy(store, '/jira');
  return Object.fromEntries(entriesOf(store.snapshot().decisions, 'setting').map(({ name, value }) => [name, value]));
}

test('what was kept and is possible becomes settings, once', () => {
  localStorage.setItem(
    EARLIER,
    JSON.stringify({
      marginMinutes: 7,
      quantile: 0.95,
      floorMinutes: -1,
      historyDays: '5',
      highRounds: null,
      other: 1,
    }),
  );
  expect(takenOver()).toEqual({ 'policy.marginMinutes': 7 });
  expect(localStorage.getItem(EARLIER)).toBeNull();
  expect(takenOver()).toEqual({ 'policy.marginMinutes': 7 });
});

test('what an admin set since stays', () => {
  localStorage.setItem(EARLIER, '{"marginMinutes":7}');
  const store = createDecisions({ base: '/jira', now: () => 1_700_000_000_000, about: () => ({}) });
  store.decide((all, { at }) => withEntries(all, [{ kind: 'setting', name: 'policy.marginMinutes', value: 4, at }]));
  expect(takenOver()).toEqual({ 'policy.marginMinutes': 4 });
});

test.each(['{"marginMinutes":7,', '[7]', 'null', '"7"', '{}'])('of %s there is nothing to take over', (kept) => {
  localStorage.setItem(EARLIER, kept);
  expect(takenOver()).toEqual({});
  expect(localStorage.getItem(EARLIER)).toBeNull();
  expect(localStorage.getItem(DECISIONS)).toBeNull();
});

test('where decisions cannot be kept, it waits', () => {
  localStorage.setItem(EARLIER, '{"marginMinutes":7}');
  localStorage.setItem(DECISIONS, JSON.stringify({ version: 99 }));
  expect(takenOver()).toEqual({});
  expect(localStorage.getItem(EARLIER)).toBe('{"marginMinutes":7}');
});

test('where the storage is full, it counts for now and stays', () => {
  localStorage.setItem(EARLIER, '{"marginMinutes":7}');
  jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('', 'QuotaExceededError');
  });
  expect(takenOver()).toEqual({ 'policy.marginMinutes': 7 });
  expect(localStorage.getItem(EARLIER)).toBe('{"marginMinutes":7}');
});
