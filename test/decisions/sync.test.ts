import { NO_DECISIONS, withAnswer, type Decisions, type Entry } from '../../src/decisions/decisions';
import { readShared, SHARED_KEY, writeShared } from '../../src/decisions/shared-document';
import { differingKeys, syncDecisions, type Synced } from '../../src/decisions/sync';
import { NOW } from '../support/facts';
import { failedRequest, memoryProperties, type MemoryProperties } from '../support/memory-properties';

type Setting = 'webhooks' | 'enforceGitPermissions' | 'generalRequireUserPat';

const answered = (decisions: Decisions, setting: Setting, value: 'on' | 'off' = 'on', by = 'Ada') =>
  withAnswer(decisions, { setting, value, at: NOW, by });

const one = answered(NO_DECISIONS, 'webhooks');
const keys = ({ decisions }: Pick<Synced, 'decisions'>) => Object.keys(decisions.entries).sort();

let writes = 0;
const newWrite = () => `w${(writes += 1)}`;
beforeEach(() => {
  writes = 0;
});

function sync(properties: MemoryProperties, ours: Decisions, base?: Decisions, mayWrite = true) {
  return syncDecisions({ properties, ours, base, mayWrite, newWrite });
}

/** What another admin writes, over whatever is there by then. */
async function write(properties: MemoryProperties, decisions: Decisions, name = 'other') {
  await writeShared({ ...properties, write: put(properties) }, decisions, name, () => undefined);
}

/** Writes at once, and without being counted. */
const put =
  ({ values }: MemoryProperties) =>
  (key: string, value: unknown) => {
    values.set(key, JSON.parse(JSON.stringify(value)));
    return Promise.resolve();
  };

async function shared(properties: MemoryProperties) {
  const document = await readShared(properties);
  if (document.kind !== 'read') throw new Error(document.kind);
  return document;
}

/** Properties that hold these decisions. */
async function holding(decisions: Decisions) {
  const properties = memoryProperties();
  await write(properties, decisions);
  return properties;
}

test('where nothing is shared yet everything of this browser is written, and read back', async () => {
  const properties = memoryProperties();
  const synced = await sync(properties, one);
  expect(synced).toEqual({ decisions: one, base: one, conflicts: [] });
  expect(properties.asked).toEqual([`read ${SHARED_KEY}`, `write ${SHARED_KEY}`, `read ${SHARED_KEY}`]);
});

test('no decision at all is shared, too: others see that they share', async () => {
  const properties = memoryProperties();
  expect((await sync(properties, NO_DECISIONS)).trouble).toBeUndefined();
  expect((await shared(properties)).decisions).toEqual(NO_DECISIONS);
});

test('what is the same is not written', async () => {
  const properties = await holding(one);
  expect(await sync(properties, { ...one, revision: 7 }, one)).toMatchObject({ base: one, conflicts: [] });
  expect(properties.asked).toEqual([`read ${SHARED_KEY}`]);
});

test('reading alone merges, and writes nothing', async () => {
  const properties = await holding(one);
  const synced = await sync(properties, answered(NO_DECISIONS, 'enforceGitPermissions'), undefined, false);
  expect(keys(synced)).toEqual(['answer:enforceGitPermissions', 'answer:webhooks']);
  expect(synced.base).toEqual(one);
  expect(differingKeys(synced.decisions, one)).toEqual(['answer:enforceGitPermissions']);
  expect(properties.asked).toEqual([`read ${SHARED_KEY}`]);
});

test('reading alone where nothing is shared leaves everything here', async () => {
  expect(await sync(memoryProperties(), one, undefined, false)).toEqual({
    decisions: one,
    base: undefined,
    conflicts: [],
  });
});

test('on a conflict what is shared counts, and the own decision is handed back', async () => {
  const properties = await holding(answered(one, 'webhooks', 'off', 'Grace'));
  const synced = await sync(properties, answered(NO_DECISIONS, 'webhooks', 'on'));
  expect(synced.decisions.entries['answer:webhooks']).toMatchObject({ value: 'off', by: 'Grace' });
  expect(synced.conflicts).toMatchObject([{ key: 'answer:webhooks', ours: { value: 'on' }, theirs: { value: 'off' } }]);
});

describe('another admin writes', () => {
  const ours = answered(one, 'enforceGitPermissions');
  const theirs = answered(one, 'generalRequireUserPat', 'off', 'Grace');
  const ALL = ['answer:enforceGitPermissions', 'answer:generalRequireUserPat', 'answer:webhooks'];

  test('between reading and writing: the read back tells, and both are kept', async () => {
    const properties = await holding(one);
    properties.after = (asked, times) => {
      // It is lost for a moment: what was written over it is read back as the own one.
      if (asked === `write ${SHARED_KEY}` && times === 1) void write(properties, theirs);
    };
    const synced = await sync(properties, ours, one);
    expect(keys(synced)).toEqual(ALL);
    expect(Object.keys((await shared(properties)).decisions.entries).sort()).toEqual(ALL);
    expect(synced.trouble).toBeUndefined();
  });

  test('the same revision at the same moment is not taken for the own', async () => {
    const properties = await holding(one);
    properties.after = (asked, times) => {
      if (asked === `write ${SHARED_KEY}` && times === 1)
        void write(properties, { ...theirs, revision: ours.revision + 1 });
    };
    expect(keys(await sync(properties, ours, one))).toEqual(ALL);
  });

  test('three times: it is merged each time; a fourth time it stays here, and is said', async () => {
    const busy = (most: number) => async () => {
      const properties = await holding(one);
      properties.after = (asked, times) => {
        if (asked === `write ${SHARED_KEY}` && times <= most) void write(properties, theirs, `o${times}`);
      };
      return sync(properties, ours, one);
    };
    expect((await busy(3)()).trouble).toBeUndefined();
    const given = await busy(4)();
    expect(given.trouble).toEqual({ why: 'busy' });
    expect(keys(given)).toEqual(ALL);
    expect(given.base).toMatchObject({ entries: theirs.entries });
  });

  test('and removes everything: what is gone is said, and nothing is lost here', async () => {
    const properties = await holding(one);
    properties.after = (asked) => {
      if (asked === `write ${SHARED_KEY}`) properties.values.clear();
    };
    const synced = await sync(properties, ours, one);
    expect(synced.trouble).toEqual({ why: 'gone' });
    expect(keys(synced)).toEqual(['answer:enforceGitPermissions', 'answer:webhooks']);
  });

  test('and their conflict of the second reading is handed back, too', async () => {
    const properties = await holding(one);
    properties.after = (asked, times) => {
      if (asked === `write ${SHARED_KEY}` && times === 1)
        void write(properties, answered(one, 'enforceGitPermissions', 'off', 'Grace'));
    };
    const synced = await sync(properties, ours, one);
    expect(synced.conflicts).toMatchObject([{ key: 'answer:enforceGitPermissions', ours: { value: 'on' } }]);
    expect(synced.decisions.entries['answer:enforceGitPermissions']).toMatchObject({ by: 'Grace' });
  });
});

describe('failures', () => {
  test('an answer that is lost counts as written where it reads back so', async () => {
    const properties = await holding(one);
    properties.after = (asked) => {
      if (asked === `write ${SHARED_KEY}`) throw failedRequest('network', true);
    };
    const ours = answered(one, 'enforceGitPermissions');
    expect(await sync(properties, ours, one)).toMatchObject({ base: { entries: ours.entries }, conflicts: [] });
  });

  test('a write that is lost stays here, and is said', async () => {
    const properties = await holding(one);
    properties.before = (asked) => {
      if (asked === `write ${SHARED_KEY}`) throw failedRequest('network', true);
    };
    const synced = await sync(properties, answered(one, 'enforceGitPermissions'), one);
    expect(synced.trouble).toMatchObject({ why: 'unwritten', failure: { kind: 'network' } });
    expect(synced.base).toEqual(one);
    expect(keys(synced)).toHaveLength(2);
  });

  test('a write that is refused is not tried again', async () => {
    const properties = await holding(one);
    properties.before = (asked) => {
      if (asked.startsWith('write')) throw failedRequest('forbidden');
    };
    const synced = await sync(properties, answered(one, 'enforceGitPermissions'), one);
    expect(synced.trouble).toMatchObject({ why: 'unwritten', failure: { kind: 'forbidden' } });
    expect(properties.asked).toEqual([`read ${SHARED_KEY}`, `write ${SHARED_KEY}`]);
  });

  test.each(['read', 'read back'])('what cannot be %s', async (which) => {
    const properties = await holding(one);
    properties.before = (asked, times) => {
      if (asked === `read ${SHARED_KEY}` && times === (which === 'read' ? 1 : 2)) throw failedRequest('network');
    };
    const synced = await sync(properties, answered(one, 'enforceGitPermissions'), one);
    expect(synced.trouble).toMatchObject({ why: which === 'read' ? 'unread' : 'unwritten' });
    expect(keys(synced)).toHaveLength(2);
    expect(synced.base).toEqual(one);
  });

  test.each([{ version: 2 }, 'text'])('%j is left as it is', async (head) => {
    const properties = memoryProperties();
    properties.values.set(SHARED_KEY, head);
    const synced = await sync(properties, one);
    expect(synced.trouble).toEqual({ why: head === 'text' ? 'unreadable' : 'newer' });
    expect(properties.values.get(SHARED_KEY)).toEqual(head);
    expect(synced.decisions).toBe(one);
  });

  test('what was shared and is not there is gone', async () => {
    const properties = memoryProperties();
    expect(await sync(properties, one, one)).toEqual({
      decisions: one,
      base: one,
      conflicts: [],
      trouble: { why: 'gone' },
    });
    expect(properties.values.size).toBe(0);
  });

  test('a mistake of the program is not hidden', async () => {
    const properties = await holding(one);
    properties.before = () => {
      throw new RangeError('mistake');
    };
    await expect(sync(properties, one)).rejects.toThrow(RangeError);
  });
});

describe('in parts', () => {
  const text = (letter: string) => ({ kind: 'later', at: NOW, text: letter.repeat(20_000) }) as unknown as Entry;
  const large = (letter: string): Decisions => ({
    ...one,
    revision: 5,
    entries: { ...one.entries, 'later:1': text(letter), 'later:2': text(letter) },
  });
  const partsIn = ({ values }: MemoryProperties) => [...values.keys()].filter((key) => key !== SHARED_KEY);

  test('those of the former revision are removed once the new one was read back', async () => {
    const properties = await holding(large('a'));
    await sync(properties, answered(large('a'), 'enforceGitPermissions'), large('a'));
    expect(partsIn(properties)).toEqual((await shared(properties)).parts);
    expect(partsIn(properties)[0]).toMatch(/\.6-w1\.1$/);
  });

  test('those of a write that another admin replaced are removed, and the next has its own', async () => {
    const properties = await holding(large('a'));
    properties.after = (asked, times) => {
      if (asked === `write ${SHARED_KEY}` && times === 1)
        void put(properties)(SHARED_KEY, { ...one, revision: 9, write: 'grace' });
    };
    const ours = answered(large('a'), 'enforceGitPermissions');
    expect((await sync(properties, ours, large('a'))).trouble).toBeUndefined();
    expect(partsIn(properties).filter((key) => key.includes('w1'))).toEqual([]);
  });

  test('those of a write that was refused in the middle are removed, and what was shared stays', async () => {
    const properties = await holding(large('a'));
    const before = [...properties.values.keys()];
    properties.before = (asked) => {
      if (asked.startsWith('write') && asked.endsWith('.2')) throw failedRequest('forbidden');
    };
    const synced = await sync(properties, answered(large('a'), 'enforceGitPermissions'), large('a'));
    expect(synced.trouble).toMatchObject({ why: 'unwritten' });
    expect([...properties.values.keys()]).toEqual(before);
  });

  test('more than the properties hold stays here', async () => {
    const huge = { kind: 'later', at: NOW, text: 'a'.repeat(40_000) } as unknown as Entry;
    const properties = await holding(one);
    const synced = await sync(properties, { ...one, entries: { ...one.entries, 'later:1': huge } }, one);
    expect(synced.trouble).toEqual({ why: 'size' });
    expect((await shared(properties)).decisions).toEqual(one);
  });
});
