import { NO_DECISIONS, withAnswer } from '../../src/decisions/decisions';
import { isSamePlace, parseSharing, sharingText, type KeptSharing, type Place } from '../../src/decisions/kept-sharing';
import { NOW } from '../support/facts';

const base = withAnswer(NO_DECISIONS, { setting: 'webhooks', value: 'on', at: NOW, by: 'Ada' });
const EPIC = { kind: 'issue-type', id: '10000', name: 'Epic' } as const;
const OPS = { kind: 'project', key: 'OPS' } as const;
const ours = base.entries['answer:webhooks'];
if (!ours) throw new Error('no entry');

test.each<[string, KeptSharing]>([
  ['a place', { place: EPIC, base: undefined, conflicts: [] }],
  ['all of it', { place: OPS, base, conflicts: [{ key: 'answer:webhooks', ours }], leftover: EPIC }],
  ['both sides', { place: OPS, base, conflicts: [{ key: 'answer:webhooks', ours, theirs: { ...ours, at: NOW + 1 } }] }],
])('%s that was kept is read', (_, kept) => expect(parseSharing(sharingText(kept))).toEqual(kept));

test.each([
  null,
  '{',
  '{}',
  JSON.stringify({ place: { kind: 'project', key: 'ops/../x' }, conflicts: { keys: [] } }),
  JSON.stringify({ place: { kind: 'issue-type', id: '../1', name: 'x' }, conflicts: { keys: [] } }),
  JSON.stringify({ place: { kind: 'browser' }, conflicts: { keys: [] } }),
])('%s is nothing that was kept', (text) => expect(parseSharing(text)).toBeUndefined());

test('entries that are no possible ones are left out', () => {
  const text = sharingText({ place: EPIC, base, conflicts: [{ key: 'answer:webhooks', ours }] });
  const kept = parseSharing(text.replaceAll('"webhooks"', '"weather"'));
  expect(kept).toEqual({ place: EPIC, base: { ...base, entries: {} }, conflicts: [] });
});

test('places are the same by id or key', () => {
  const places: Place[] = [{ kind: 'browser' }, EPIC, { ...EPIC, id: '2' }, OPS, { ...OPS, key: 'DEV' }];
  for (const [index, one] of places.entries())
    for (const [other, two] of places.entries()) expect(isSamePlace(one, two)).toBe(index === other);
  expect(isSamePlace(EPIC, { ...EPIC, name: 'Renamed' })).toBe(true);
});
