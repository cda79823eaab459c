import { NO_DECISIONS, withEntries, type Decisions, type SettingEntry } from '../../../src/decisions/decisions';
import {
  isRecommended,
  problemsIn,
  recommendedDraft,
  shownText,
  unsavedOf,
  withSettings,
} from '../../../src/ui/settings/draft';

const setting = (name: string, value: SettingEntry['value']): SettingEntry => ({
  kind: 'setting',
  name,
  value,
  at: 1,
  by: 'Ada',
});
const kept = (...entries: SettingEntry[]): Decisions => withEntries(NO_DECISIONS, entries);
const GRACE = { at: 2, by: 'Grace' };

test('a field shows what is typed, else what is kept, else what is recommended', () => {
  const decisions = kept(setting('limit.repositories', 500));
  expect(shownText('limit.repositories', { 'limit.repositories': '7' }, decisions)).toBe('7');
  expect(shownText('limit.repositories', {}, decisions)).toBe('500');
  expect(shownText('limit.repositories', {}, NO_DECISIONS)).toBe('2000');
  expect(isRecommended('limit.repositories', {}, decisions)).toBe(false);
  expect(isRecommended('limit.repositories', { 'limit.repositories': '2000' }, decisions)).toBe(true);
  expect(isRecommended('limit.repositories', { 'limit.repositories': 'x' }, decisions)).toBe(false);
});

test('what is as recommended has no entry, what stays as it was keeps its own', () => {
  const before = kept(setting('limit.repositories', 500), setting('policy.quantile', 0.9), setting('read-only', true));
  const draft = { 'limit.repositories': '2000', 'policy.quantile': '90', 'limit.stale-rounds': '4' };
  expect(unsavedOf(draft, before)).toEqual(['limit.repositories', 'limit.stale-rounds']);
  expect(withSettings(before, draft, GRACE).entries).toEqual({
    'setting:policy.quantile': setting('policy.quantile', 0.9),
    'setting:read-only': setting('read-only', true),
    'setting:limit.stale-rounds': { kind: 'setting', name: 'limit.stale-rounds', value: 4, ...GRACE },
  });
});

test('a value that cannot be used goes, one of a later version stays', () => {
  const before = kept(setting('limit.repositories', -1), setting('later.setting', 1));
  expect(shownText('limit.repositories', {}, before)).toBe('2000');
  expect(Object.keys(withSettings(before, {}, GRACE).entries)).toEqual(['setting:later.setting']);
});

test('problems are in the order of the form', () => {
  expect(problemsIn({ 'name-pattern': '(', 'limit.stale-rounds': '', 'read-only': 'true' })).toEqual([
    'limit.stale-rounds',
    'name-pattern',
  ]);
  expect(problemsIn(recommendedDraft())).toEqual([]);
});
