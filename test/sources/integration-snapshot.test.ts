import { http, HttpResponse } from 'msw';

import { readSnapshot } from '../../src/sources/integration-snapshot';
import { failureOf, testClient } from '../support/client';
import { COMPLETE, gijServer } from '../support/gij';

const gij = gijServer();
const { signal } = new AbortController();

const read = (id = '7') => readSnapshot(testClient(), id, signal);

/** All that is documented of an integration. */
const ROW = {
  ...COMPLETE,
  id: 7,
  projectMappingIds: [10100, 10000],
  maxMinsToCommitEmail: 1440,
  prHideFilter: 'wip',
  sourcesDiffViewEnabled: true,
  refSpecNotes: true,
  refSpecChanges: false,
  apiPath: '/x',
  apiFilter: '[?name]',
};
const without = (...fields: string[]) =>
  Object.fromEntries(Object.entries(ROW).filter(([field]) => !fields.includes(field)));
const asked: string[] = [];

function answers({ single, list }: { single: object | number; list?: readonly object[] | number }): void {
  asked.length = 0;
  const reply = (name: string, body: object | number | undefined, envelope: (body: object) => object) => () => {
    asked.push(name);
    if (body === undefined) throw new Error(`${name} was asked for`);
    return typeof body === 'number' ? HttpResponse.json({}, { status: body }) : HttpResponse.json(envelope(body));
  };
  gij.use(
    http.get(
      gij.url('/integration/7'),
      reply('single', single, (row) => ('success' in row ? row : { success: 'true', integration: [row] })),
    ),
    http.get(
      gij.url('/integration'),
      reply('list', list, (integrations) => ({ success: true, integrations })),
    ),
  );
}

test('an answer that lacks nothing is enough', async () => {
  answers({ single: ROW });
  const snapshot = await read();
  expect(snapshot?.integration).toMatchObject({
    key: 'integration:7',
    id: '7',
    displayName: { value: 'GitHub: acme' },
  });
  expect(asked).toEqual(['single']);
});

test('all that is documented is watched but ids, dates and credentials', async () => {
  answers({ single: { ...ROW, encryptedPat: 'x', username: 'y', password: 'z' } });
  const snapshot = await read();
  const values = Object.values(snapshot?.watched ?? {}).map((reading) => [
    reading.field,
    'value' in reading && reading.value,
  ]);
  expect(Object.fromEntries(values)).toEqual({
    ...without('id', 'initDate', 'lastIndexedDate'),
    projectMappingIds: ['10000', '10100'],
  });
});

test('what the answer left out is taken from the row of the list, and nothing else is', async () => {
  answers({
    single: { ...without('showAllTags', 'prHideFilter'), trustFolderStat: true },
    list: [{ ...ROW, id: 8, prHideFilter: 'other' }, ROW],
  });
  const snapshot = await read();
  expect(snapshot?.integration).toMatchObject({ showAllTags: { value: false }, trustFolderStat: { value: true } });
  expect(snapshot?.watched).toMatchObject({
    prHideFilter: { value: 'wip' },
    showAllTags: { value: false },
    trustFolderStat: { value: true },
  });
  expect(asked).toEqual(['single', 'list']);
});

test('what neither has stays absent', async () => {
  answers({ single: without('refSpecNotes'), list: [without('refSpecNotes')] });
  expect((await read())?.watched['refSpecNotes']?.kind).toBe('absent');
});

test('two rows of the list with its id answer nothing', async () => {
  answers({ single: without('apiPath'), list: [ROW, ROW] });
  expect((await read())?.watched['apiPath']?.kind).toBe('absent');
});

test('a credential is not kept', async () => {
  answers({ single: { ...ROW, origin: 'https://me:secret-word@git.example', apiFilter: 'https://me:secret-word@x' } });
  expect(JSON.stringify(await read())).not.toContain('secret-word');
});

test.each<[string, object | number, readonly object[] | number, string]>([
  ['404, and the list has it no more', 404, [{ ...ROW, id: 8 }], 'gone'],
  ['404, and the list has it', 404, [ROW], 'missing'],
  ['404 of both: GIJ is not there', 404, 404, 'missing'],
  ['404, and the list is not answered', 404, 500, 'http'],
  ['404, and the session is over', 404, 401, 'unauthorised'],
  ['404, and 100 others', 404, Array.from({ length: 100 }, (_, place) => ({ ...ROW, id: place + 100 })), 'gone'],
  ['a refusal, and the list has it no more', { success: false, error: 'Not found' }, [{ ...ROW, id: 8 }], 'gone'],
  ['a refusal, and the list has it', { success: false, error: 'No' }, [ROW], 'http'],
  [
    'a refusal, and the list may be cut',
    { success: false },
    Array.from({ length: 100 }, (_, place) => ({ ...ROW, id: place + 100 })),
    'http',
  ],
  ['a refusal, and a row of the list has no id', { success: false }, [{ ...ROW, id: null }], 'http'],
  ['the list fails that has the rest', without('apiPath'), 500, 'http'],
  ['another integration', { ...ROW, id: 8 }, [ROW], 'malformed'],
])('%s: %#', async (_, single, list, expected) => {
  answers({ single, list });
  const result = await read().then(
    (snapshot) => (snapshot === undefined ? 'gone' : 'read'),
    async () => (await failureOf(read())).kind,
  );
  expect(result).toBe(expected);
});

test.each([401, 403, 500])('HTTP %d: the list is not asked', async (status) => {
  answers({ single: status });
  await failureOf(read());
  expect(asked).toEqual(['single']);
});

test('leaving the page ends it', async () => {
  answers({ single: ROW });
  await expect(readSnapshot(testClient(), '7', AbortSignal.abort(new Error('left')))).rejects.toThrow('left');
});
