import fc from 'fast-check';

import {
  keyOf,
  NO_DECISIONS,
  withEntries,
  withoutEntries,
  type Decisions,
  type Entry,
} from '../../src/decisions/decisions';
import { mergeDecisions, resolve } from '../../src/decisions/merge';
import { NOW } from '../support/facts';

const moments = fc.integer({ min: NOW, max: NOW + 3 });
const by = fc.constantFrom({}, { by: 'Ada' }, { by: 'Grace' });
const names = fc.constantFrom('read-only', 'limit.repositories', 'name-pattern', 'limit.stale-rounds');

const setting: fc.Arbitrary<Entry> = fc
  .tuple(names, fc.constantFrom(1, 2), moments, by)
  .map(([name, value, at, who]) => ({ kind: 'setting', name, value, at, ...who }));
const change: fc.Arbitrary<Entry> = fc.tuple(fc.constantFrom('a', 'b', 'c'), moments).map(([id, at]) => ({
  ...{ kind: 'change', id, integration: '1', batch: id, at },
  fields: [{ field: 'requireUserPat', before: false, after: true }],
}));
const advice: fc.Arbitrary<Entry> = fc.tuple(fc.constantFrom(5, 6), moments).map(([minutes, at]) => ({
  ...{ kind: 'advice', at, status: { kind: 'not-enough-history' } },
  schedule: { kind: 'interval', minutes },
}));

function document(entries: fc.Arbitrary<Entry>): fc.Arbitrary<Decisions> {
  return fc
    .tuple(fc.array(entries, { maxLength: 6 }), fc.nat(9))
    .map(([some, revision]) => ({ ...withEntries(NO_DECISIONS, some), revision }));
}
const any = document(fc.oneof(setting, change, advice));

/** What is only on one side, or the same on both, or taken out on one: nothing that both decided. */
const apart = fc.tuple(any, any, any).map(([base, ours, theirs]) => {
  const kept = Object.keys(base.entries);
  const own = Object.values(ours.entries).filter((entry) => !kept.includes(keyOf(entry)));
  const other = Object.values(theirs.entries).filter(
    (entry) => !kept.includes(keyOf(entry)) && !ours.entries[keyOf(entry)],
  );
  const half = kept.filter((_, place) => place % 2 === 0);
  return {
    base,
    ours: withEntries(withoutEntries(base, half), own),
    theirs: withEntries(base, other),
  };
});

test('what only one side decided counts, whichever side that is, without a conflict', () => {
  fc.assert(
    fc.property(apart, ({ base, ours, theirs }) => {
      const [one, other] = [mergeDecisions(base, ours, theirs), mergeDecisions(base, theirs, ours)];
      expect(one.conflicts).toEqual([]);
      expect(one.merged).toEqual(other.merged);
    }),
  );
});

test('the same on both sides stays as it is', () => {
  fc.assert(
    fc.property(any, any, (base, ours) => {
      expect(mergeDecisions(base, ours, ours)).toEqual({ merged: ours, conflicts: [] });
    }),
  );
});

test('what nobody else changed is ours, but for what is done and advised, which stays', () => {
  fc.assert(
    fc.property(any, document(setting), (base, ours) => {
      const settled = Object.fromEntries(Object.entries(base.entries).filter(([, { kind }]) => kind !== 'setting'));
      const { merged, conflicts } = mergeDecisions(base, ours, base);
      expect(merged.entries).toEqual({ ...settled, ...ours.entries });
      expect(conflicts).toEqual([]);
    }),
  );
});

const OF_ALL = ['change', 'advice'];

test('no entry is lost but by a decision, and none is made up', () => {
  fc.assert(
    fc.property(any, any, any, (base, ours, theirs) => {
      const { merged, conflicts } = mergeDecisions(base, ours, theirs);
      const disputed = new Set(conflicts.map(({ key }) => key));
      for (const key of new Set([base, ours, theirs].flatMap(({ entries }) => Object.keys(entries)))) {
        const [was, our, their, is] = [base, ours, theirs, merged].map(({ entries }) => entries[key]);
        const candidates = [our, their];
        expect(is === undefined || candidates.includes(is)).toBe(true);
        if (is !== undefined || disputed.has(key)) continue;
        // One side took it out, and the other left it as it was.
        expect(OF_ALL).not.toContain((our ?? their)?.kind);
        const left = our ?? their;
        expect(left === undefined || JSON.stringify(left) === JSON.stringify(was)).toBe(true);
      }
    }),
  );
});

test('what both changed to different values is a conflict, in which either can be chosen', () => {
  fc.assert(
    fc.property(any, any, any, (base, ours, theirs) => {
      const { merged, conflicts } = mergeDecisions(base, ours, theirs);
      for (const conflict of conflicts) {
        expect(merged.entries[conflict.key]).toBe(theirs.entries[conflict.key]);
        expect(conflict.ours).toBe(ours.entries[conflict.key]);
        expect(resolve(merged, conflict, 'theirs')).toBe(merged);
        const chosen = resolve(merged, conflict, 'ours');
        expect(chosen.entries[conflict.key]).toBe(conflict.ours);
        expect(conflict.key in chosen.entries).toBe(conflict.ours !== undefined);
        expect(chosen.revision).toBe(merged.revision + 1);
      }
    }),
  );
});

const off: Entry = { kind: 'answer', setting: 'webhooks', value: 'off', at: NOW };
const on: Entry = { ...off, value: 'on' };
const doc = (revision: number, ...entries: Entry[]): Decisions => ({ ...withEntries(NO_DECISIONS, entries), revision });

test.each<[string, Decisions, Decisions, Decisions, Entry | undefined, number]>([
  ['both changed it', doc(1, off), doc(2, { ...on, at: NOW + 2 }), doc(2), undefined, 1],
  ['both answered differently', doc(1), doc(2, on), doc(2, off), off, 1],
  ['we took it out, they changed it', doc(1, off), doc(2), doc(2, on), on, 1],
  ['we confirmed it, they changed it', doc(1, off), doc(2, { ...off, at: NOW + 1 }), doc(2, on), on, 1],
  [
    'both answered alike',
    doc(1),
    doc(2, on),
    doc(2, { ...on, at: NOW + 1, by: 'Ada' }),
    { ...on, at: NOW + 1, by: 'Ada' },
    0,
  ],
  ['we took it out', doc(1, off), doc(2), doc(1, off), undefined, 0],
  ['both took it out', doc(1, off), doc(2), doc(2), undefined, 0],
  ['they confirmed it', doc(1, off), doc(1, off), doc(2, { ...off, at: NOW + 1 }), { ...off, at: NOW + 1 }, 0],
])('%s', (_, base, ours, theirs, entry, conflicts) => {
  const merge = mergeDecisions(base, ours, theirs);
  expect(merge.merged.entries['answer:webhooks']).toEqual(entry);
  expect(merge.conflicts).toHaveLength(conflicts);
});

test.each<[string, Decisions, Decisions, number]>([
  ['both alike', doc(3, on), doc(3, on), 3],
  ['theirs says it all', doc(2, on), doc(3, on), 3],
  ['ours says it all, at a lower revision', doc(2, on), doc(5), 6],
  ['ours says it all', doc(6, on), doc(5), 6],
])('the revision where %s', (_, ours, theirs, revision) => {
  expect(mergeDecisions(NO_DECISIONS, ours, theirs).merged.revision).toBe(revision);
});

test('of the advice and of a change the later counts, and the last 200 changes stay', () => {
  const said = (at: number): Entry => ({
    kind: 'advice',
    status: { kind: 'not-enough-history' },
    at,
    ...{ by: `${at}` },
  });
  const later = { ...said(NOW + 1), schedule: { kind: 'interval', minutes: 5 } } as const;
  expect(mergeDecisions(doc(1, said(NOW)), doc(2, later), doc(2, said(NOW - 1))).merged.entries['advice']).toEqual(
    later,
  );
  const changes = (from: number): Entry[] =>
    Array.from({ length: 150 }, (_, place) => ({
      ...{ kind: 'change', id: `${from + place}`, integration: '1', batch: '1', at: NOW + from + place },
      fields: [{ field: 'requireUserPat', before: false, after: true }],
    }));
  const { merged } = mergeDecisions(NO_DECISIONS, doc(1, on, ...changes(0)), doc(1, ...changes(150)));
  expect(Object.keys(merged.entries)).toHaveLength(201);
  expect(merged.entries['change:100']).toBeDefined();
  expect(merged.entries['change:99']).toBeUndefined();
});
