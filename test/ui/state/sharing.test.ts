import { answerKey, withEntries, type AnswerEntry, type Decisions } from '../../../src/decisions/decisions';
import type { SharedPlace } from '../../../src/decisions/kept-sharing';
import type { TypePlace } from '../../../src/decisions/places';
import { SHARED_KEY } from '../../../src/decisions/shared-document';
import { createDecisions } from '../../../src/ui/state/decisions';
import { createSharing, type SharedAccess } from '../../../src/ui/state/sharing';
import { NOW } from '../../support/facts';
import { failedRequest, memoryProperties, type MemoryProperties } from '../../support/memory-properties';

const type = (id: string, isSubtask = false): TypePlace => ({ kind: 'issue-type', id, name: `Type ${id}`, isSubtask });
const EPIC = { kind: 'issue-type', id: '2', name: 'Type 2' } as const;
const OPS = { kind: 'project', key: 'OPS' } as const;
const BROWSER = { kind: 'browser' } as const;

/** A Jira with issue types, the first of them of sub-tasks, and what is kept at its places. */
function jira() {
  const places = new Map<string, MemoryProperties>();
  const types = [type('1', true), type('2'), type('3')];
  const of = (place: SharedPlace) => {
    const name = place.kind === 'project' ? place.key : place.id;
    const there = places.get(name) ?? memoryProperties();
    places.set(name, there);
    return there;
  };
  const access: SharedAccess = { issueTypes: jest.fn(() => Promise.resolve(types)), propertiesOf: of };
  return { access, types, at: of };
}

let writes = 0;
const ended: (() => void)[] = [];

/** The browser of an admin; each has its own storage. */
function browser({ access }: ReturnType<typeof jira>, by: string) {
  const decisions = createDecisions({ base: `/${by}`, now: () => NOW, about: () => ({ by }) });
  const sharing = createSharing({ decisions, access, newWrite: () => `w${(writes += 1)}` });
  ended.push(decisions.start(), sharing.start());
  const value = (setting: AnswerEntry['setting']) => {
    const entry = decisions.snapshot().decisions.entries[answerKey(setting)];
    return entry?.kind === 'answer' ? entry.value : undefined;
  };
  return { decisions, sharing, value, state: () => decisions.snapshot() };
}

beforeEach(() => localStorage.clear());
afterEach(() => ended.splice(0).forEach((end) => end()));

/** Two admins; the first one shares at the issue type. */
async function twoAdmins() {
  const there = jira();
  const [ada, grace] = [browser(there, 'Ada'), browser(there, 'Grace')];
  ada.decisions.answer('webhooks', 'on');
  await ada.sharing.moveTo(EPIC);
  await grace.sharing.look();
  return { there, ada, grace };
}

describe('before anybody shares', () => {
  test('it is asked by two requests, and nothing is written', async () => {
    const there = jira();
    const ada = browser(there, 'Ada');
    ada.decisions.answer('webhooks', 'on');
    expect(ada.state().sharing).toBe('reading');
    await ada.sharing.look();
    expect(ada.state()).toMatchObject({ sharing: 'off', place: BROWSER });
    expect(there.at(EPIC).asked).toEqual([`read ${SHARED_KEY}`]);
    expect(there.at(type('1')).asked).toEqual([]);
  });

  test('where that fails, it is not taken for no', async () => {
    const there = jira();
    const ada = browser(there, 'Ada');
    there.at(EPIC).before = () => {
      throw failedRequest('forbidden');
    };
    await ada.sharing.look();
    expect(ada.state().sharing).toMatchObject({ why: 'unread', failure: { kind: 'forbidden' } });
    expect(ada.value('webhooks')).toBeUndefined();
    there.at(EPIC).before = () => undefined;
    await ada.sharing.tryAgain();
    expect(ada.state().sharing).toBe('off');
  });

  test('a Jira that has only types of sub-tasks has no place for it', async () => {
    const there = jira();
    there.types.splice(1);
    const ada = browser(there, 'Ada');
    await ada.sharing.look();
    expect(ada.state().sharing).toBe('off');
    expect(await ada.sharing.places()).toEqual({ standard: undefined, found: undefined });
  });
});

describe('sharing', () => {
  test('tries the place first, then everything is written, and what is decided next', async () => {
    const { there, ada } = await twoAdmins();
    expect(there.at(EPIC).asked.slice(0, 3)).toEqual([
      'write git-integration-checkup.probe',
      'read git-integration-checkup.probe',
      'remove git-integration-checkup.probe',
    ]);
    expect([...there.at(EPIC).values.keys()]).toEqual([SHARED_KEY]);
    expect(ada.state()).toMatchObject({ place: EPIC, sharing: 'shared', conflicts: [] });
  });

  test('what is decided while something is sent is sent together', async () => {
    const { there, ada } = await twoAdmins();
    const before = there.at(EPIC).asked.length;
    for (const value of ['off', 'on', 'off', 'unknown'] as const) ada.decisions.answer('webhooks', value);
    await ada.sharing.look();
    const written = there
      .at(EPIC)
      .asked.slice(before)
      .filter((one) => one.startsWith('write'));
    expect(written).toEqual([`write ${SHARED_KEY}`]);
    expect(ada.state().sharing).toBe('shared');
    ada.decisions.answer('webhooks', 'on');
    await ada.sharing.look();
    expect(JSON.stringify(there.at(EPIC).values.get(SHARED_KEY))).toContain('"value":"on"');
  });

  test('other admins see it without doing anything, and what either of them decides', async () => {
    const { ada, grace } = await twoAdmins();
    expect(grace.state()).toMatchObject({ place: EPIC, sharing: 'shared' });
    expect(grace.value('webhooks')).toBe('on');
    grace.decisions.answer('enforceGitPermissions', 'off');
    expect(grace.state().sharing).toBe('shared');
    await grace.sharing.look();
    await ada.sharing.look();
    expect(ada.value('enforceGitPermissions')).toBe('off');
  });

  test('what an admin decided before joining stays in the browser until something is written', async () => {
    const there = jira();
    const [ada, grace] = [browser(there, 'Ada'), browser(there, 'Grace')];
    grace.decisions.answer('enforceGitPermissions', 'on');
    await ada.sharing.moveTo(EPIC);
    const before = there.at(EPIC).asked.length;
    await grace.sharing.look();
    expect(there.at(EPIC).asked.slice(before)).toEqual([`read ${SHARED_KEY}`]);
    expect(grace.value('enforceGitPermissions')).toBe('on');
    await grace.sharing.tryAgain();
    await ada.sharing.look();
    expect(ada.value('enforceGitPermissions')).toBe('on');
  });

  test('what was decided while it was written is kept, and sent next', async () => {
    const { there, ada, grace } = await twoAdmins();
    there.at(EPIC).after = (asked) => {
      there.at(EPIC).after = () => undefined;
      if (asked === `read ${SHARED_KEY}`) ada.decisions.answer('generalRequireUserPat', 'on');
    };
    ada.decisions.answer('enforceGitPermissions', 'on');
    await ada.sharing.look();
    // It was queued behind that.
    await ada.sharing.look();
    await grace.sharing.look();
    expect([grace.value('enforceGitPermissions'), grace.value('generalRequireUserPat')]).toEqual(['on', 'on']);
  });

  test('a place that cannot be written is not taken', async () => {
    const there = jira();
    const ada = browser(there, 'Ada');
    ada.decisions.answer('webhooks', 'on');
    there.at(EPIC).before = (asked) => {
      if (asked.startsWith('write')) throw failedRequest('forbidden');
    };
    await ada.sharing.moveTo(EPIC);
    expect(ada.state()).toMatchObject({
      place: BROWSER,
      sharing: { why: 'unwritten', failure: { kind: 'forbidden' } },
    });
    expect(ada.value('webhooks')).toBe('on');
  });

  test('a place that gives back something else is not taken', async () => {
    const there = jira();
    const ada = browser(there, 'Ada');
    there.at(EPIC).after = (asked) => {
      if (asked === 'write git-integration-checkup.probe') there.at(EPIC).values.clear();
    };
    await ada.sharing.moveTo(EPIC);
    expect(ada.state()).toMatchObject({ place: BROWSER, sharing: { failure: { kind: 'malformed' } } });
  });

  test('what could not be written stays here, is said, and is written on the next try', async () => {
    const { there, ada, grace } = await twoAdmins();
    there.at(EPIC).before = (asked) => {
      if (asked.startsWith('write')) throw failedRequest('network', true);
    };
    ada.decisions.answer('enforceGitPermissions', 'on');
    await ada.sharing.look();
    expect(ada.value('enforceGitPermissions')).toBe('on');
    there.at(EPIC).before = () => undefined;
    await ada.sharing.tryAgain();
    await grace.sharing.look();
    expect(ada.state().sharing).toBe('shared');
    expect(grace.value('enforceGitPermissions')).toBe('on');
  });

  test('the page that is left asks no more', async () => {
    const { there, ada } = await twoAdmins();
    ended.splice(0).forEach((end) => end());
    const before = there.at(EPIC).asked.length;
    ada.decisions.answer('enforceGitPermissions', 'on');
    await ada.sharing.look();
    expect(there.at(EPIC).asked).toHaveLength(before);
  });
});

describe('conflicts', () => {
  async function conflict() {
    const both = await twoAdmins();
    both.ada.decisions.answer('webhooks', 'off');
    await both.ada.sharing.look();
    both.grace.decisions.answer('webhooks', 'unknown');
    await both.grace.sharing.look();
    return both;
  }

  test('what is shared counts until an admin chooses, and the choice of theirs writes nothing', async () => {
    const { there, grace } = await conflict();
    const [open] = grace.state().conflicts;
    expect(open).toMatchObject({ ours: { value: 'unknown' }, theirs: { value: 'off', by: 'Ada' } });
    expect(grace.value('webhooks')).toBe('off');
    const before = there.at(EPIC).asked.length;
    if (open) grace.sharing.choose(open, 'theirs');
    expect(grace.state().conflicts).toEqual([]);
    expect(there.at(EPIC).asked).toHaveLength(before);
  });

  test('the own one counts for everybody once it was chosen', async () => {
    const { ada, grace } = await conflict();
    const [open] = grace.state().conflicts;
    if (open) grace.sharing.choose(open, 'ours');
    await grace.sharing.look();
    await ada.sharing.look();
    expect(ada.value('webhooks')).toBe('unknown');
    expect(grace.state().conflicts).toEqual([]);
  });

  test('it is kept over a reload', async () => {
    const { there } = await conflict();
    expect(browser(there, 'Grace').state().conflicts).toMatchObject([{ ours: { value: 'unknown' } }]);
  });

  test('one that is chosen while it is read does not come back', async () => {
    const { there, grace } = await conflict();
    const [open] = grace.state().conflicts;
    there.at(EPIC).before = () => {
      if (open) grace.sharing.choose(open, 'theirs');
    };
    await grace.sharing.look();
    expect(grace.state().conflicts).toEqual([]);
  });

  test('one that another tab meets meanwhile is not lost', async () => {
    const { there, ada, grace } = await twoAdmins();
    ada.decisions.answer('webhooks', 'off');
    await ada.sharing.look();
    const slow: SharedAccess = {
      ...there.access,
      propertiesOf(place) {
        const properties = there.at(place);
        async function read(key: string) {
          const value = await properties.read(key);
          if (grace.value('webhooks') === 'on') grace.decisions.answer('webhooks', 'unknown');
          await grace.sharing.look();
          return value;
        }
        return { ...properties, read };
      },
    };
    const tab = browser({ ...there, access: slow }, 'Grace');
    await tab.sharing.look();
    expect(tab.state().conflicts).toMatchObject([{ ours: { value: 'unknown' }, theirs: { value: 'off' } }]);
  });

  test('deciding anew ends it', async () => {
    const { grace } = await conflict();
    grace.decisions.answer('webhooks', 'on');
    await grace.sharing.look();
    expect(grace.state().conflicts).toEqual([]);
    expect(grace.value('webhooks')).toBe('on');
  });
});

describe('moving', () => {
  test('everything moves to a project, and the old place is emptied after the new one was read back', async () => {
    const { there, ada } = await twoAdmins();
    await ada.sharing.moveTo(OPS);
    expect(ada.state()).toMatchObject({ place: OPS, sharing: 'shared' });
    expect(there.at(EPIC).values.size).toBe(0);
    expect([...there.at(OPS).values.keys()]).toEqual([SHARED_KEY]);
    expect(ada.value('webhooks')).toBe('on');
  });

  test('what another admin shared meanwhile moves along', async () => {
    const { ada, grace } = await twoAdmins();
    grace.decisions.answer('enforceGitPermissions', 'on');
    await grace.sharing.look();
    await ada.sharing.moveTo(OPS);
    expect(ada.value('enforceGitPermissions')).toBe('on');
  });

  test('what another admin shares at the old place while everything moves comes along, too', async () => {
    const { there, ada, grace } = await twoAdmins();
    let isLate = false;
    there.at(OPS).after = (asked) => {
      if (asked !== `write ${SHARED_KEY}` || isLate) return;
      const entry = { ...grace.state().decisions.entries[answerKey('webhooks')], setting: 'enforceGitPermissions' };
      const { entries, ...head } = there.at(EPIC).values.get(SHARED_KEY) as { entries: object };
      there.at(EPIC).values.set(SHARED_KEY, {
        ...head,
        write: 'late',
        entries: { ...entries, [answerKey('enforceGitPermissions')]: entry },
      });
      isLate = true;
    };
    await ada.sharing.moveTo(OPS);
    expect(ada.state()).toMatchObject({ place: OPS, sharing: 'shared' });
    expect(ada.value('enforceGitPermissions')).toBe('on');
    expect(JSON.stringify(there.at(OPS).values.get(SHARED_KEY))).toContain('enforceGitPermissions');
    expect(there.at(EPIC).values.size).toBe(0);
  });

  test('where the new place fails, the old one stays as it was', async () => {
    const { there, ada } = await twoAdmins();
    there.at(OPS).before = (asked) => {
      if (asked === `write ${SHARED_KEY}`) throw failedRequest('forbidden');
    };
    await ada.sharing.moveTo(OPS);
    expect(ada.state()).toMatchObject({ place: EPIC, sharing: { why: 'unwritten' } });
    expect([...there.at(EPIC).values.keys()]).toEqual([SHARED_KEY]);
  });

  test('an old place that cannot be emptied is said, also after a reload, and emptied on the next try', async () => {
    const { there, ada } = await twoAdmins();
    there.at(EPIC).before = (asked) => {
      if (asked.startsWith('remove')) throw failedRequest('network', true);
    };
    await ada.sharing.moveTo(OPS);
    expect(ada.state()).toMatchObject({ place: OPS, sharing: { why: 'leftover', failure: { kind: 'network' } } });
    const again = browser(there, 'Ada');
    await again.sharing.look();
    expect(again.state().sharing).toEqual({ why: 'leftover' });
    there.at(EPIC).before = () => undefined;
    await again.sharing.tryAgain();
    expect(again.state().sharing).toBe('shared');
    expect(there.at(EPIC).values.size).toBe(0);
  });

  test('back to this browser: the place is emptied, and nothing is lost here', async () => {
    const { there, ada, grace } = await twoAdmins();
    await ada.sharing.moveTo(BROWSER);
    expect(ada.state()).toMatchObject({ place: BROWSER, sharing: 'off' });
    expect(there.at(EPIC).values.size).toBe(0);
    expect(ada.value('webhooks')).toBe('on');
    await grace.sharing.look();
    expect(grace.state()).toMatchObject({ place: EPIC, sharing: { why: 'gone' } });
    expect(grace.value('webhooks')).toBe('on');
  });

  test('what is gone can be shared again, at the same place', async () => {
    const { there, grace } = await twoAdmins();
    there.at(EPIC).values.clear();
    await grace.sharing.look();
    await grace.sharing.moveTo(EPIC);
    expect(grace.state().sharing).toBe('shared');
    expect([...there.at(EPIC).values.keys()]).toEqual([SHARED_KEY]);
  });

  test('what moved to another issue type is found there', async () => {
    const { there, ada, grace } = await twoAdmins();
    const other = { kind: 'issue-type', id: '3', name: 'Type 3' } as const;
    await ada.sharing.moveTo(other);
    await grace.sharing.look();
    expect(grace.state()).toMatchObject({ place: other, sharing: 'shared' });
    expect(await browser(there, 'Linus').sharing.places()).toEqual({ standard: EPIC, found: other });
  });

  test('what cannot be read is not moved from, unless it is to be replaced', async () => {
    const { there, ada } = await twoAdmins();
    there.at(EPIC).values.set(SHARED_KEY, 'torn');
    await ada.sharing.moveTo(OPS);
    expect(ada.state()).toMatchObject({ place: EPIC, sharing: { why: 'unreadable' } });
    expect(there.at(OPS).asked).toEqual([]);
    await ada.sharing.moveTo(EPIC, true);
    expect(ada.state()).toMatchObject({ place: EPIC, sharing: 'shared' });
    expect(ada.value('webhooks')).toBe('on');
  });

  test('what a newer version wrote is left as it is', async () => {
    const { there, ada } = await twoAdmins();
    there.at(EPIC).values.set(SHARED_KEY, { version: 2 });
    ada.decisions.answer('enforceGitPermissions', 'on');
    await ada.sharing.moveTo(EPIC, true);
    await ada.sharing.moveTo(BROWSER);
    expect(ada.state()).toMatchObject({ place: EPIC, sharing: { why: 'newer' } });
    expect(there.at(EPIC).values.get(SHARED_KEY)).toEqual({ version: 2 });
    expect(ada.value('enforceGitPermissions')).toBe('on');
  });
});

describe('read-only', () => {
  const readOnly = (value: boolean) => (decisions: Decisions) =>
    withEntries(decisions, [{ kind: 'setting', name: 'read-only', value, at: NOW }]);

  async function shared() {
    const { there, ada } = await twoAdmins();
    ada.decisions.decide(readOnly(true));
    await ada.sharing.look();
    const writes = () => there.at(EPIC).asked.filter((asked) => !asked.startsWith('read')).length;
    return { there, ada, writes, before: writes() };
  }

  test('it is shared itself, and nothing after it, also on another try', async () => {
    const { there, ada, writes, before } = await shared();
    expect(JSON.stringify(there.at(EPIC).values.get(SHARED_KEY))).toContain('read-only');
    ada.decisions.answer('enforceGitPermissions', 'on');
    await ada.sharing.tryAgain();
    expect(writes()).toBe(before);
    expect(ada.value('enforceGitPermissions')).toBe('on');
  });

  test('its end is shared, with all that was decided meanwhile', async () => {
    const { there, ada } = await shared();
    ada.decisions.answer('enforceGitPermissions', 'on');
    ada.decisions.decide(readOnly(false));
    await ada.sharing.look();
    expect(JSON.stringify(there.at(EPIC).values.get(SHARED_KEY))).toContain('enforceGitPermissions');
  });

  test.each([OPS, BROWSER])('nothing is moved, where another admin set it meanwhile: %j', async (place) => {
    const { ada, writes, before } = await shared();
    await ada.sharing.moveTo(place);
    expect(writes()).toBe(before);
    expect(ada.state().place).toEqual(EPIC);
  });
});

test('another tab of this browser hears of the place, and reads it', async () => {
  const there = jira();
  const [one, other] = [browser(there, 'Ada'), browser(there, 'Ada')];
  one.decisions.answer('webhooks', 'on');
  await one.sharing.moveTo(EPIC);
  const key = 'git-integration-checkup shared decisions /Ada';
  window.dispatchEvent(new StorageEvent('storage', { key }));
  expect(other.state().place).toEqual(EPIC);
  await other.sharing.tryAgain();
  expect(other.state().sharing).toBe('shared');
});

test('a browser that keeps nothing shares while the page is open', async () => {
  jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new Error('full');
  });
  const there = jira();
  const ada = browser(there, 'Ada');
  await ada.sharing.moveTo(EPIC);
  ada.decisions.answer('webhooks', 'on');
  await ada.sharing.look();
  expect(ada.state()).toMatchObject({ place: EPIC, sharing: 'shared' });
  expect(JSON.stringify(there.at(EPIC).values.get(SHARED_KEY))).toContain('webhooks');
  jest.restoreAllMocks();
});
