import { keptCheckKey, LAST_CHECK_EVENT, writeKeptCheck, type KeptCheck } from '../../src/last-check/kept-check';
import { NOW } from '../support/facts';

const check: KeptCheck = { version: 1, at: NOW, badges: 'on', subjects: [] };
const heard = jest.fn();
const kept = () => localStorage.getItem(keptCheckKey('/jira'));

beforeEach(() => {
  localStorage.clear();
  heard.mockReset();
  window.addEventListener(LAST_CHECK_EVENT, heard);
});
afterEach(() => {
  window.removeEventListener(LAST_CHECK_EVENT, heard);
  jest.restoreAllMocks();
});

test('what is written is there, and the page hears of it', () => {
  let there: string | null = null;
  heard.mockImplementation(() => (there = kept()));
  writeKeptCheck('/jira', check);
  expect(there).toBe(JSON.stringify(check));
});

test('two Jiras of one browser do not mix', () => {
  writeKeptCheck('/jira', check);
  writeKeptCheck('', { ...check, badges: 'off' });
  expect(kept()).toBe(JSON.stringify(check));
});

test('what is the same is not written again', () => {
  writeKeptCheck('/jira', check);
  const write = jest.spyOn(Storage.prototype, 'setItem');
  writeKeptCheck('/jira', { ...check });
  expect(write).not.toHaveBeenCalled();
  expect(heard).toHaveBeenCalledTimes(1);
  writeKeptCheck('/jira', { ...check, badges: 'off' });
  expect(heard).toHaveBeenCalledTimes(2);
});

test.each(['getItem', 'setItem'] as const)('a browser that forbids %s keeps none, and nothing breaks', (method) => {
  jest.spyOn(Storage.prototype, method).mockImplementation(() => {
    throw new DOMException('no', 'SecurityError');
  });
  writeKeptCheck('/jira', check);
  expect(heard).not.toHaveBeenCalled();
});
