import { hasValue, movedFields, settingOf } from '../../src/changes/same';
import type { Given } from '../support/facts';
import type { FactValue } from '../../src/model/reading';
import { snapshot } from '../support/snapshots';

const moved = (before: Given<FactValue>, after: Given<FactValue>, field = 'prHideFilter') =>
  movedFields(snapshot({}, { [field]: before }), snapshot({}, { [field]: after })).map((one) => one.field);

test.each<[Given<FactValue>, Given<FactValue>]>([
  ['x', 'x'],
  ['', 'absent'],
  ['absent', ''],
  [[], 'absent'],
  [
    ['1', '2'],
    ['1', '2'],
  ],
  ['unreadable', 'unreadable'],
  [false, false],
])('%j and %j are the same', (before, after) => expect(moved(before, after)).toEqual([]));

test.each<[Given<FactValue>, Given<FactValue>]>([
  ['x', 'y'],
  ['x', 'absent'],
  ['x', ''],
  ['absent', 'x'],
  ['x', 'unreadable'],
  ['unreadable', 'absent'],
  [false, 'absent'],
  [0, 'absent'],
  [true, 'true'],
  [['1'], ['1', '2']],
])('%j and %j are not', (before, after) => expect(moved(before, after)).toEqual(['prHideFilter']));

test('what is left out is not told, and what is told has both values', () => {
  const before = snapshot({ trustFolderStat: true }, { apiFilter: 'a' });
  expect(movedFields(before, snapshot(), ['trustFolderStat'])).toMatchObject([
    { field: 'apiFilter', before: { value: 'a' }, after: { value: '' } },
  ]);
});

test('dates are not watched', () => {
  expect(movedFields(snapshot({ lastIndexedDate: 1 }), snapshot({ lastIndexedDate: 2 }))).toEqual([]);
});

test('a setting that nobody knows has no value, but for a pattern that is left out while all tags are shown', () => {
  expect(settingOf(snapshot({ requireUserPat: 'absent' }), 'requireUserPat')).toBeUndefined();
  expect(settingOf(snapshot({ tagsFilter: 'absent', showAllTags: true }), 'tagsFilter')).toBe('');
  expect(settingOf(snapshot({ tagsFilter: 'unreadable', showAllTags: true }), 'tagsFilter')).toBeUndefined();
  expect(settingOf(snapshot({ tagsFilter: 'absent', showAllTags: false }), 'tagsFilter')).toBeUndefined();
  expect(hasValue(snapshot({ trustFolderStat: 'absent' }), 'trustFolderStat', false)).toBe(false);
  expect(hasValue(snapshot({ trustFolderStat: false }), 'trustFolderStat', false)).toBe(true);
});
