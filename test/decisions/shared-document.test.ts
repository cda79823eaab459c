import { NO_DECISIONS, withAnswer, type Decisions, type Entry } from '../../src/decisions/decisions';
import {
  MOST_CHARACTERS,
  readShared,
  removeShared,
  SHARED_KEY,
  TooLargeError,
  writeShared,
} from '../../src/decisions/shared-document';
import { NOW } from '../support/facts';
import { failedRequest, memoryProperties } from '../support/memory-properties';

const some = withAnswer(NO_DECISIONS, { setting: 'webhooks', value: 'on', at: NOW, by: 'Ada' });
const onPart = () => undefined;

/** Entries of a kind that a later build may write, as large as the test wants. */
function large(sizes: readonly number[]): Decisions {
  const entries = sizes.map((size, index) => [`later:${index}`, { kind: 'later', at: NOW, text: 'é'.repeat(size) }]);
  return { ...some, entries: { ...some.entries, ...(Object.fromEntries(entries) as Record<string, Entry>) } };
}

const keysOf = ({ values }: ReturnType<typeof memoryProperties>) => [...values.keys()];

test('where nothing was shared there is nothing', async () => {
  expect(await readShared(memoryProperties())).toEqual({ kind: 'none' });
});

test('what was written is read, from one property', async () => {
  const properties = memoryProperties();
  await writeShared(properties, some, 'a1', onPart);
  expect(keysOf(properties)).toEqual([SHARED_KEY]);
  expect(await readShared(properties)).toEqual({ kind: 'read', decisions: some, write: 'a1', parts: [] });
});

/** Decisions whose head is that long, as one property. */
function ofLength(length: number): Decisions {
  const empty = JSON.stringify({ version: 1, revision: 1, write: 'a1', entries: large([0]).entries }).length;
  return large([length - empty]);
}

test.each([
  [MOST_CHARACTERS, 1],
  [MOST_CHARACTERS + 1, 2],
])('%i characters stand in %i properties', async (length, count) => {
  const properties = memoryProperties();
  await writeShared(properties, ofLength(length), 'a1', onPart);
  expect(keysOf(properties)).toHaveLength(count);
});

test('what is larger stands in parts, which carry the revision; the head is written last', async () => {
  const properties = memoryProperties();
  const parts: string[] = [];
  await writeShared(properties, large([20_000, 20_000, 5_000]), 'a1', (key) => parts.push(key));
  expect(properties.asked).toEqual([`write ${SHARED_KEY}.1-a1.1`, `write ${SHARED_KEY}.1-a1.2`, `write ${SHARED_KEY}`]);
  expect(await readShared(properties)).toMatchObject({ kind: 'read', parts, decisions: some });
  for (const value of properties.values.values()) expect(JSON.stringify(value).length).toBeLessThan(32_768);
});

test('half of it is never taken for all of it', async () => {
  const properties = memoryProperties();
  await writeShared(properties, large([20_000, 20_000]), 'a1', onPart);
  properties.values.delete(`${SHARED_KEY}.1-a1.2`);
  expect(await readShared(properties)).toEqual({ kind: 'unreadable' });
});

test('parts that another admin replaces while they are read are read anew', async () => {
  const properties = memoryProperties();
  await writeShared(properties, large([20_000, 20_000]), 'a1', onPart);
  properties.after = (asked, times) => {
    if (asked !== `read ${SHARED_KEY}` || times > 1) return;
    properties.values.clear();
    properties.values.set(SHARED_KEY, { ...some, write: 'b2' });
  };
  expect(await readShared(properties)).toMatchObject({ kind: 'read', write: 'b2' });
});

test.each([
  ['a later version', { version: 2, revision: 1, write: 'a1', entries: {} }, 'newer'],
  ['a later version of another shape', { version: 3, boxes: 7 }, 'newer'],
  ['a text', 'decisions', 'unreadable'],
  ['null', null, 'unreadable'],
  ['a list', [], 'unreadable'],
  ['no name of its write', { ...some }, 'unreadable'],
  ['a name that leads elsewhere', { ...some, write: '../x' }, 'unreadable'],
  ['no revision', { version: 1, write: 'a1', entries: {} }, 'unreadable'],
  ['parts without number', { version: 1, revision: 1, write: 'a1', parts: 1e9 }, 'unreadable'],
  ['neither entries nor parts', { version: 1, revision: 1, write: 'a1', parts: 0 }, 'unreadable'],
])('%s is not taken for decisions', async (_, head, kind) => {
  const properties = memoryProperties();
  properties.values.set(SHARED_KEY, head);
  expect(await readShared(properties)).toEqual({ kind });
});

test('a part that is none makes all of it unreadable', async () => {
  const properties = memoryProperties();
  await writeShared(properties, large([20_000, 20_000]), 'a1', onPart);
  properties.values.set(`${SHARED_KEY}.1-a1.1`, 'probe');
  expect(await readShared(properties)).toEqual({ kind: 'unreadable' });
});

test('an entry that fits into no property, and more than anybody decides, are refused before anything is written', async () => {
  const properties = memoryProperties();
  await expect(writeShared(properties, large([30_001]), 'a1', onPart)).rejects.toThrow(TooLargeError);
  const many = large(Array.from({ length: 41 }, () => 20_000));
  await expect(writeShared(properties, many, 'a1', onPart)).rejects.toThrow(TooLargeError);
  expect(properties.asked).toEqual([]);
});

test('what is removed is gone with its parts, the head first; parts that cannot be removed do not matter', async () => {
  const properties = memoryProperties();
  await writeShared(properties, large([20_000, 20_000]), 'a1', onPart);
  properties.asked.length = 0;
  properties.before = (asked) => {
    if (asked.startsWith('remove') && asked.endsWith('.1')) throw failedRequest('forbidden');
  };
  await removeShared(properties);
  expect(properties.asked.filter((asked) => asked.startsWith('remove'))[0]).toBe(`remove ${SHARED_KEY}`);
  expect(keysOf(properties)).toEqual([`${SHARED_KEY}.1-a1.1`]);
});

test('what a newer version wrote is not removed', async () => {
  const properties = memoryProperties();
  properties.values.set(SHARED_KEY, { version: 2 });
  await removeShared(properties);
  expect(keysOf(properties)).toEqual([SHARED_KEY]);
});
