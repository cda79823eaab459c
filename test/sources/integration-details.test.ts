import type { IntegrationList, RowProblem } from '../../src/model/integration';
import { loadIntegrations } from '../../src/sources/integrations';
import { testClient } from '../support/client';
import { COMPLETE } from '../support/gij';

type Row = Readonly<Record<string, unknown>>;

const MANY = 500;

const without = (...fields: readonly string[]): Row =>
  Object.fromEntries(Object.entries(COMPLETE).filter(([field]) => !fields.includes(field)));

/** Integrations from 1 on: what the list says of each, and what the answer about it says, or a status. */
interface Gij {
  readonly count?: number;
  readonly listed: (id: number) => Row;
  readonly detailed: (id: number) => Row | number;
}

/** Reads them; which were asked for by themselves, in that order, and how many of these at once. */
async function readFrom({ count = MANY, listed, detailed }: Gij) {
  const asked: number[] = [];
  let [underWay, atOnce] = [0, 0];
  const answerTo = async (id: number) => {
    asked.push(id);
    underWay += 1;
    atOnce = Math.max(atOnce, underWay);
    await new Promise((resolve) => setTimeout(resolve, 0));
    underWay -= 1;
    const row = detailed(id);
    if (row === 0) throw new TypeError('Failed to fetch');
    return typeof row === 'number'
      ? Response.json({}, { status: row })
      : Response.json({ success: 'true', integration: [{ id, ...row }] });
  };
  const rows = Array.from({ length: count }, (_, place) => ({ id: place + 1, ...listed(place + 1) }));
  const send = (path: string) => {
    const id = /integration\/(\d+)$/.exec(path)?.[1];
    return id === undefined
      ? Promise.resolve(Response.json({ success: true, integrations: rows }))
      : answerTo(Number(id));
  };
  const list = await loadIntegrations(testClient({ send }), new AbortController().signal);
  return { ...list, asked, atOnce };
}

const kindsOf = ({ integrations }: IntegrationList, field: 'requireUserPat' | 'lastIndexedDate' | 'trustFolderStat') =>
  integrations.map((one) => one[field].kind);
const lacking = without('requireUserPat');
const idsFrom = (first: number, last = MANY) => Array.from({ length: last - first + 1 }, (_, place) => first + place);

/** Ids by problem, in the order of the ids. */
function problemsOf({ problems }: IntegrationList): Partial<Record<RowProblem['problem'], number[]>> {
  const ids: Partial<Record<RowProblem['problem'], number[]>> = {};
  for (const { id, problem } of problems) ids[problem] = [...(ids[problem] ?? []), Number(id)].sort((a, b) => a - b);
  return ids;
}

test('all lack the same field, and the first has it no more by itself: one request, and GIJ does not report it', async () => {
  const list = await readFrom({ listed: () => lacking, detailed: () => lacking });
  expect(list.asked).toEqual([1]);
  expect(new Set(kindsOf(list, 'requireUserPat'))).toEqual(new Set(['absent']));
  expect(list.notReported).toEqual(['requireUserPat', 'projectMappingIds']);
  expect(list.problems).toEqual([]);
});

test('all lack it, and the first has it by itself: all are asked, four at once, and each has its own value', async () => {
  const list = await readFrom({
    listed: () => lacking,
    detailed: (id) => ({ ...lacking, requireUserPat: id % 2 === 0 }),
  });
  expect([list.asked.length, new Set(list.asked).size, list.atOnce]).toEqual([MANY, MANY, 4]);
  expect(list.integrations.map(({ requireUserPat }) => requireUserPat)).toMatchObject(
    list.integrations.map((_, place) => ({ kind: 'known', value: place % 2 === 1 })),
  );
  expect(list.notReported).not.toContain('requireUserPat');
});

test('one lacks it: one request', async () => {
  const list = await readFrom({ listed: (id) => (id === 7 ? lacking : COMPLETE), detailed: () => lacking });
  expect(list.asked).toEqual([7]);
  expect(list.notReported).not.toContain('requireUserPat');
});

test('half of them lack it: one request where it has none, those that lack it where it has', async () => {
  const half = (id: number) => (id % 2 === 0 ? lacking : COMPLETE);
  expect((await readFrom({ listed: half, detailed: () => lacking })).asked).toEqual([2]);
  expect((await readFrom({ listed: half, detailed: () => COMPLETE })).asked).toHaveLength(MANY / 2);
});

test('nothing is lacking: no request', async () => {
  expect((await readFrom({ listed: () => COMPLETE, detailed: () => 500 })).asked).toEqual([]);
});

test('one of them is asked for each set of fields, and each type: what one reports says nothing of another', async () => {
  const sets = [lacking, without('trustFolderStat'), { ...lacking, integrationType: 'AWS' }];
  const listed = (id: number) => sets[id % sets.length] ?? {};
  const detailed = (id: number) => (id % sets.length === 1 ? COMPLETE : listed(id));
  const list = await readFrom({ count: 30, listed, detailed });
  expect([...list.asked].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 7, 10, 13, 16, 19, 22, 25, 28]);
  expect(list.notReported).not.toContain('trustFolderStat');
});

test('a date that is not there says that it was never indexed, which no other can answer for', async () => {
  const never = without('lastIndexedDate', 'initDate');
  const list = await readFrom({ count: 20, listed: () => never, detailed: (id) => (id > 10 ? COMPLETE : never) });
  expect(list.asked).toHaveLength(20);
  expect(kindsOf(list, 'lastIndexedDate')).toEqual([
    ...Array<string>(10).fill('absent'),
    ...Array<string>(10).fill('known'),
  ]);
});

test('of one that was indexed, nobody needs to know since when it is there', async () => {
  expect((await readFrom({ listed: () => without('initDate'), detailed: () => COMPLETE })).asked).toEqual([]);
});

describe('the one that is asked fails', () => {
  test.each([500, 404])('with HTTP %d: the next one is asked, and speaks for the others', async (status) => {
    const list = await readFrom({ count: 6, listed: () => lacking, detailed: (id) => (id < 3 ? status : lacking) });
    expect(list.asked).toEqual([1, 2, 3]);
    expect(kindsOf(list, 'requireUserPat')).toEqual([
      'unreadable',
      'unreadable',
      'absent',
      'absent',
      'absent',
      'absent',
    ]);
    expect(list.problems.map(({ id, problem }) => [id, problem])).toEqual([
      ['1', 'details-failed'],
      ['2', 'details-failed'],
    ]);
    expect(list.notReported).not.toContain('requireUserPat');
  });

  test.each([0, 401, 403, 429, 503])(
    'with a failure of the connection or the session (%d): nobody else is asked, and nothing is taken for absent',
    async (status) => {
      const list = await readFrom({ listed: () => lacking, detailed: () => status });
      expect(new Set(list.asked)).toEqual(new Set([1]));
      expect(new Set(kindsOf(list, 'requireUserPat'))).toEqual(new Set(['unreadable']));
      expect(problemsOf(list)).toEqual({ 'details-failed': [1], 'details-not-asked': idsFrom(2) });
      expect(list.notReported).not.toContain('requireUserPat');
    },
  );
});

test('the session ends half-way: what was not asked any more is not taken for absent, and nobody is asked any more', async () => {
  const list = await readFrom({ count: 40, listed: () => lacking, detailed: (id) => (id < 20 ? COMPLETE : 401) });
  expect(list.asked.length).toBeLessThanOrEqual(20 + 4);
  expect(kindsOf(list, 'requireUserPat').slice(0, 19)).toEqual(Array(19).fill('known'));
  expect(new Set(kindsOf(list, 'requireUserPat').slice(19))).toEqual(new Set(['unreadable']));
});

describe('each one that is asked fails', () => {
  const never = without('lastIndexedDate', 'initDate');

  test.each([
    [404, 'missing'],
    [500, 'http'],
  ])('with HTTP %d: three are asked, and what the others lack is not taken for absent', async (status, failure) => {
    const list = await readFrom({ listed: () => lacking, detailed: () => status });
    expect(list.asked).toEqual([1, 2, 3]);
    const unreadable = { kind: 'unreadable', failure, stamp: { request: 'GET /rest/gitplugin/1.0/integration/3' } };
    expect(list.integrations.slice(2).map(({ requireUserPat }) => requireUserPat)).toMatchObject(
      Array(MANY - 2).fill(unreadable),
    );
    expect(list.integrations.at(-1)?.gitViewerEnabled).toMatchObject({ kind: 'known', value: true });
    expect(problemsOf(list)).toEqual({ 'details-failed': [1, 2, 3], 'details-not-asked': idsFrom(4) });
    expect(list.notReported).toEqual(['projectMappingIds']);
  });

  test('also where no other can answer for one: those are given up that were not under way', async () => {
    const list = await readFrom({ listed: () => never, detailed: () => 500 });
    expect(list.asked).toEqual([1, 2, 3, 4, 5, 6]);
    expect(new Set(kindsOf(list, 'lastIndexedDate'))).toEqual(new Set(['unreadable']));
    expect(problemsOf(list)).toEqual({ 'details-failed': [1, 2, 3, 4, 5, 6], 'details-not-asked': idsFrom(7) });
  });

  test('but not all: who answers in between tells that it is not all of them', async () => {
    const list = await readFrom({ count: 30, listed: () => never, detailed: (id) => (id % 3 === 0 ? never : 500) });
    expect(list.asked).toHaveLength(30);
  });

  test('once one had the field: the others are asked until three fail in a row', async () => {
    const list = await readFrom({ listed: () => lacking, detailed: (id) => (id <= 20 ? COMPLETE : 500) });
    expect(list.asked).toEqual(idsFrom(1, 26));
    expect(kindsOf(list, 'requireUserPat').slice(0, 20)).toEqual(Array(20).fill('known'));
    expect(new Set(kindsOf(list, 'requireUserPat').slice(20))).toEqual(new Set(['unreadable']));
  });

  test('of one type: those of another type are asked all the same', async () => {
    const listed = (id: number) => (id % 2 === 0 ? { ...lacking, integrationType: 'AWS' } : lacking);
    const list = await readFrom({ count: 40, listed, detailed: (id) => (id % 2 === 0 ? 500 : COMPLETE) });
    expect(list.asked.filter((id) => id % 2 === 0)).toEqual([2, 4, 6]);
    expect(list.asked.filter((id) => id % 2 === 1)).toHaveLength(20);
  });
});
