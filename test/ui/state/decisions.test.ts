import { createDecisions } from '../../../src/ui/state/decisions';
import { NOW } from '../../support/facts';

const KEY = 'git-integration-checkup decisions /jira';

const created = () =>
  createDecisions({ base: '/jira', now: () => NOW, about: () => ({ by: 'Ada Admin', gijVersion: '5.1.1' }) });

beforeEach(() => localStorage.clear());
afterEach(() => jest.restoreAllMocks());

test('an answer is kept with who gave it, when, and under which version of GIJ', () => {
  const store = created();
  const told = jest.fn();
  store.subscribe(told);
  store.answer('webhooks', 'off');
  expect(told).toHaveBeenCalledTimes(1);
  expect(created().snapshot()).toEqual(store.snapshot());
  expect(store.snapshot().decisions.entries).toEqual({
    'answer:webhooks': {
      kind: 'answer',
      setting: 'webhooks',
      value: 'off',
      at: NOW,
      by: 'Ada Admin',
      gijVersion: '5.1.1',
    },
  });
});

test('two tabs lose nothing of each other, and hear of each other', () => {
  const [one, other] = [created(), created()];
  const end = other.start();
  one.answer('webhooks', 'on');
  other.answer('enforceGitPermissions', 'off');
  expect(Object.keys(created().snapshot().decisions.entries)).toEqual([
    'answer:webhooks',
    'answer:enforceGitPermissions',
  ]);
  one.answer('generalRequireUserPat', 'on');
  window.dispatchEvent(new StorageEvent('storage', { key: KEY }));
  expect(Object.keys(other.snapshot().decisions.entries)).toHaveLength(3);
  end();
  localStorage.clear();
  window.dispatchEvent(new StorageEvent('storage', { key: null }));
  expect(Object.keys(other.snapshot().decisions.entries)).toHaveLength(3);
});

test('each Jira has its own', () => {
  created().answer('webhooks', 'on');
  const other = createDecisions({ base: '/other', now: () => NOW, about: () => ({}) });
  expect(other.snapshot().decisions.entries).toEqual({});
});

test('what a newer version wrote is left as it is, and answers hold while the page is open', () => {
  localStorage.setItem(KEY, '{"version":2}');
  const store = created();
  store.answer('webhooks', 'on');
  expect(store.snapshot().trouble).toBe('newer');
  expect(Object.keys(store.snapshot().decisions.entries)).toEqual(['answer:webhooks']);
  expect(localStorage.getItem(KEY)).toBe('{"version":2}');
});

test('what cannot be read is told, until an answer takes its place', () => {
  localStorage.setItem(KEY, '{');
  const store = created();
  expect(store.snapshot().trouble).toBe('unreadable');
  store.answer('webhooks', 'on');
  expect(store.snapshot().trouble).toBeUndefined();
  expect(Object.keys(created().snapshot().decisions.entries)).toEqual(['answer:webhooks']);
});

test('a browser that keeps nothing is told of, and loses no answer while the page is open', () => {
  jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new Error('full');
  });
  const store = created();
  store.answer('webhooks', 'on');
  store.answer('enforceGitPermissions', 'on');
  expect(store.snapshot().trouble).toBe('unwritten');
  expect(Object.keys(store.snapshot().decisions.entries)).toHaveLength(2);
});
