import { gijServer, readRepositories } from '../support/gij';

const gij = gijServer();

test('reduces repositories to counts and a few names', async () => {
  gij.repositories(
    {
      id: 1,
      trackedFolderId: 5,
      displayName: 'a',
      trustFolderStat: 'true',
      disabled: false,
      lastIndexedDate: 200,
      global: true,
      origin: 'https://x/a',
      disableSslVerification: true,
    },
    {
      id: 2,
      trackedFolderId: 5,
      displayName: 'b',
      trustFolderStat: false,
      disabled: false,
      lastIndexedDate: 100,
      global: false,
      projectMappingIds: [],
    },
    { id: 3, trackedFolderId: 5, displayName: 'c', disabled: true, lastIndexedDate: 50 },
    { id: 4, trackedFolderId: 5, displayName: 'd', trustFolderStat: 'perhaps', disabled: false },
    { id: 5, trackedFolderId: 5, displayName: 'e', trustFolderStat: false, disabled: 'perhaps', lastIndexedDate: 10 },
    { id: 6, trackedFolderId: 5, displayName: 'f', trustFolderStat: false, disabled: false, lastIndexedDate: 1e17 },
  );
  expect((await readRepositories()).byIntegration['5']).toMatchObject({
    total: 6,
    disabled: 1,
    unusable: 0,
    trustFolderStat: { yes: 1, unknown: 2, examples: ['a'] },
    sslVerificationOff: { yes: 1 },
    invisible: { yes: 1, examples: ['b'] },
    neverIndexed: { yes: 1, unknown: 2, examples: ['d'] },
    oldestIndexed: 100,
    newestIndexed: 200,
  });
});

test('tells the three most frequent groups of an integration, without blank ones and credentials', async () => {
  const groups = [
    'c',
    'a',
    'b',
    'a',
    ' ',
    null,
    'b',
    'a',
    7,
    'https://me:secret-word@x',
    'https://me:secret-word@x',
    'broken\uFFFD',
  ];
  gij.repositories(...groups.map((group, place) => ({ id: place + 1, trackedFolderId: 5, disabled: false, group })));
  const { byIntegration, single } = await readRepositories();
  expect(byIntegration['5']?.groups).toEqual(['a', 'b', expect.stringContaining('@x')]);
  expect(JSON.stringify(byIntegration)).not.toContain('secret-word');
  expect(single.groups).toEqual([]);
});

test('SSL verification counts on https only', async () => {
  gij.repositories(
    { id: 1, disabled: false, origin: 'git@host.example:a', disableSslVerification: true },
    { id: 2, disabled: false, origin: 'https://host.example/a', disableSslVerification: false },
    { id: 3, disabled: false, disableSslVerification: true },
    { id: 4, disabled: false, origin: 'ghe.example', disableSslVerification: true },
    { id: 5, disabled: false, origin: 'ghe.example', disableSslVerification: false },
    { id: 6, disabled: false, origin: 'git@host.example:a', disableSslVerification: 'perhaps' },
    { id: 7, disabled: false, origin: 'https://host.example/a', disableSslVerification: 'perhaps' },
    {
      id: 8,
      disabled: false,
      trackedFolderId: 5,
      origin: 'git-codecommit.us-west-2/x',
      integrationType: 'AWS',
      disableSslVerification: true,
      displayName: 'x',
    },
  );
  const { single, byIntegration } = await readRepositories();
  expect(single.sslVerificationOff).toEqual({ yes: 0, unknown: 3, examples: [] });
  expect(byIntegration['5']?.sslVerificationOff).toEqual({ yes: 1, unknown: 0, examples: ['x'] });
});

test('what is weaker than it could be is counted of repositories that are not disabled', async () => {
  const weak = {
    trackedFolderId: 5,
    requireUserPat: false,
    global: true,
    origin: 'https://x/a',
    disableSslVerification: true,
  };
  const strict = {
    trackedFolderId: 5,
    requireUserPat: true,
    global: false,
    origin: 'https://x/a',
    disableSslVerification: false,
  };
  gij.repositories(
    { id: 1, displayName: 'weak', ...weak, disabled: false },
    { id: 2, displayName: 'disabled', ...weak, disabled: true },
    { id: 3, displayName: 'maybe disabled', ...weak, disabled: 'perhaps' },
    { id: 4, displayName: 'strict', ...strict, disabled: false },
    { id: 5, displayName: 'strict, maybe disabled', ...strict },
    { id: 6, displayName: 'says nothing', trackedFolderId: 5, disabled: false },
    { id: 7, displayName: 'says nothing, disabled', trackedFolderId: 5, disabled: true },
  );
  const counted = { yes: 1, unknown: 2, examples: ['weak'] };
  expect((await readRepositories()).byIntegration['5']).toMatchObject({
    userPatOff: counted,
    sslVerificationOff: counted,
    everywhere: counted,
  });
});

test.each<[unknown, object]>([
  ['http://git.example.com/x', { yes: 1, unknown: 0 }],
  ['http://localhost/x', { yes: 0, unknown: 0 }],
  ['https://git.example.com/x', { yes: 0, unknown: 0 }],
  ['git@git.example.com:x', { yes: 0, unknown: 0 }],
  ['git.example.com', { yes: 0, unknown: 1 }],
  ['', { yes: 0, unknown: 1 }],
  [7, { yes: 0, unknown: 1 }],
])('a repository at %j in clear text', async (origin, counted) => {
  gij.repositories(
    { id: 1, disabled: false, origin: origin as string },
    { id: 2, disabled: true, origin: 'http://git.example.com/y' },
  );
  expect((await readRepositories()).single.clearText).toMatchObject(counted);
});

test.each<[unknown, object]>([
  ['ERROR', { yes: 1, unknown: 0 }],
  [' error ', { yes: 1, unknown: 0 }],
  ['QUEUED', { yes: 0, unknown: 0 }],
  ['UPDATED', { yes: 0, unknown: 0 }],
  ['SCANNING', { yes: 0, unknown: 0 }],
  [0, { yes: 0, unknown: 0 }],
  [2, { yes: 0, unknown: 0 }],
  [3, { yes: 1, unknown: 0 }],
  ['3', { yes: 1, unknown: 0 }],
  [4, { yes: 0, unknown: 1 }],
  [-1, { yes: 0, unknown: 1 }],
  [2.5, { yes: 0, unknown: 1 }],
  ['BROKEN', { yes: 0, unknown: 1 }],
  ['', { yes: 0, unknown: 1 }],
  [null, { yes: 0, unknown: 1 }],
  [{}, { yes: 0, unknown: 1 }],
])('the state %j of an enabled repository counts, of a disabled one it does not', async (state, counted) => {
  gij.repositories(
    { id: 1, disabled: false, trackedFolderId: 5, state: state as string },
    { id: 2, disabled: true, trackedFolderId: 5, state: 'ERROR' },
  );
  const list = await readRepositories();
  expect(list.byIntegration['5']?.inError).toMatchObject(counted);
  expect(list.notReported).not.toContain('state');
});

test('a state in error that is a number is counted as such', async () => {
  const states = ['ERROR', 3, ' 3 ', 2, 'UPDATED'];
  const rows = states.map((state, place) => ({
    id: place + 1,
    trackedFolderId: 5,
    displayName: String(state),
    disabled: false,
    state,
  }));
  gij.repositories(
    ...rows,
    { id: 8, trackedFolderId: 5, disabled: true, state: 3 },
    { id: 9, trackedFolderId: 5, state: 3 },
  );
  expect((await readRepositories()).byIntegration['5']).toMatchObject({
    inError: { yes: 3, unknown: 1 },
    inErrorByNumber: { yes: 2, unknown: 0, examples: ['3', ' 3 '] },
  });
});

test('a state in error of one that may be disabled is not known', async () => {
  gij.repositories({ id: 1, trackedFolderId: 5, state: 'ERROR' });
  expect((await readRepositories()).byIntegration['5']?.inError).toMatchObject({ yes: 0, unknown: 1 });
});

test('GIJ does not report states where no row of a whole answer has one', async () => {
  gij.repositories({ id: 1 }, { id: 2 });
  expect((await readRepositories()).notReported).toContain('state');
  gij.repositories({ id: 1 }, { id: 2, state: 'UPDATED' });
  expect((await readRepositories()).notReported).not.toContain('state');
  gij.repositories({ id: 1 }, { state: 'UPDATED' });
  expect((await readRepositories()).notReported).not.toContain('state');
  gij.repositories({ id: 1 }, {}, null);
  expect((await readRepositories()).notReported).toEqual(['state']);
  gij.answer('/repository', { success: true, total: 9, repositories: [{ id: 1 }] });
  expect((await readRepositories()).notReported).not.toContain('state');
});

test('where revision indexing is off, no date is expected; where nobody knows, none is missing for sure', async () => {
  gij.repositories(
    { id: 1, displayName: 'on', disabled: false, revisionIndexing: true, lastIndexedDate: 500 },
    { id: 2, displayName: 'on, never', disabled: false, revisionIndexing: true },
    { id: 3, displayName: 'off', disabled: false, revisionIndexing: false, lastIndexedDate: 600 },
    { id: 4, displayName: 'off, never', disabled: false, revisionIndexing: false },
    { id: 5, displayName: 'unknown', disabled: false, revisionIndexing: 'perhaps', lastIndexedDate: 200 },
    { id: 6, displayName: 'unknown, never', disabled: false },
    { id: 7, displayName: 'off, disabled', disabled: true, revisionIndexing: false, lastIndexedDate: 100 },
    { id: 8, displayName: 'off, maybe disabled', revisionIndexing: false, lastIndexedDate: 100 },
    { id: 9, displayName: 'off, no date', disabled: false, revisionIndexing: false, lastIndexedDate: 'soon' },
  );
  expect((await readRepositories()).single).toMatchObject({
    oldestIndexed: 500,
    // It was indexed then, whatever of it was.
    newestIndexed: 600,
    oldestUnlinked: 200,
    neverIndexed: { yes: 1, unknown: 3, examples: ['on, never'] },
    unlinked: { yes: 3, unknown: 2, examples: ['off', 'off, never', 'off, no date'] },
  });
});

test('a version of GIJ that reports revision indexing of no repository is read as if it were on', async () => {
  gij.repositories(
    { id: 1, disabled: false, lastIndexedDate: 500 },
    { id: 2, disabled: false, revisionIndexing: null },
  );
  const { single } = await readRepositories();
  expect(single).not.toHaveProperty('oldestUnlinked');
  expect(single).toMatchObject({
    oldestIndexed: 500,
    neverIndexed: { yes: 1, unknown: 0 },
    unlinked: { yes: 0, unknown: 0 },
  });
});

test('names of examples hold no credential', async () => {
  gij.repositories({ id: 1, trackedFolderId: 5, displayName: 'https://u:SECRET@x/a', disabled: false, global: true });
  expect((await readRepositories()).byIntegration['5']?.everywhere.examples).toEqual(['https://•••@x/a']);
});

test('unusable rows are reported by kind and id, the others are used', async () => {
  gij.repositories({ id: 1 }, 'text', { displayName: 'no id' }, { id: 1 }, { id: 2 }, { id: 3, trackedFolderId: 'x' });
  expect(await readRepositories()).toMatchObject({
    total: 2,
    unusable: 4,
    problems: [
      { kind: 'repository', id: '#2', problem: 'not-an-object' },
      { kind: 'repository', id: '#3', problem: 'no-id' },
      { kind: 'repository', id: '1', problem: 'duplicate-id' },
      { kind: 'repository', id: '3', problem: 'no-parent' },
    ],
  });
});

test.each<[string, object[], { five?: number; six?: number; single: number; unplaced: number }]>([
  [
    'a row without an id belongs to the integration it names',
    [{ trackedFolderId: 5 }],
    { five: 1, six: 0, single: 0, unplaced: 0 },
  ],
  [
    'a row without an id and without an integration may be of any',
    [{ displayName: 'x' }],
    { five: 1, six: 1, single: 1, unplaced: 1 },
  ],
  [
    'rows of one id that disagree concern all that they name',
    [
      { id: 9, trackedFolderId: 5 },
      { id: 9, trackedFolderId: 6 },
    ],
    { five: 1, six: 1, single: 0, unplaced: 0 },
  ],
  [
    'rows of one id that agree count once, and a copy may stand for any other',
    [
      { id: 9, trackedFolderId: 5 },
      { id: 9, trackedFolderId: 5 },
    ],
    { five: 1, six: 1, single: 1, unplaced: 1 },
  ],
  [
    'an integration that is not understood may be any',
    [{ id: 9, trackedFolderId: -1 }],
    { five: 1, six: 1, single: 1, unplaced: 1 },
  ],
  ['a blank integration may be any', [{ id: 9, trackedFolderId: '' }], { five: 1, six: 1, single: 1, unplaced: 1 }],
  [
    'null may be any',
    [{ id: 9, trackedFolderId: null, integrationType: 'GITHUB' }],
    { five: 1, six: 1, single: 1, unplaced: 1 },
  ],
])('%s', async (_, rows, { five, six, single, unplaced }) => {
  gij.repositories({ id: 1, trackedFolderId: 5 }, { id: 2, trackedFolderId: 6 }, ...(rows as { id: number }[]));
  const list = await readRepositories();
  const found = {
    five: list.byIntegration['5']?.unusable,
    six: list.byIntegration['6']?.unusable,
    single: list.single.unusable,
    unplaced: list.unplaced,
  };
  expect(found).toEqual({ five, six, single, unplaced });
});

test('null is no integration where the type is that of plain git', async () => {
  gij.repositories({ id: 9, trackedFolderId: null, integrationType: ' external ' });
  expect((await readRepositories()).single).toMatchObject({ total: 1, unusable: 0 });
});

test('a setting that no row of a whole answer has is one that GIJ does not report', async () => {
  const row = {
    state: 'UPDATED',
    revisionIndexing: true,
    trackedFolderId: 5,
    disabled: false,
    requireUserPat: true,
    disableSslVerification: false,
    global: true,
    projectMappingIds: [],
  };
  gij.repositories({ id: 1, ...row }, { id: 2, ...row, trustFolderStat: null });
  expect((await readRepositories()).byIntegration['5']?.notReported).toEqual(['trustFolderStat']);
  gij.repositories({ id: 1, ...row }, { id: 2, ...row, trustFolderStat: false });
  expect((await readRepositories()).notReported).toEqual([]);
  gij.repositories({ id: 1, ...row }, { ...row });
  expect((await readRepositories()).notReported).toEqual([]);
  gij.answer('/repository', { success: true, total: 9, repositories: [{ id: 1, ...row }] });
  expect((await readRepositories()).notReported).toEqual([]);
});

test('rows may stand under the name that the vendor’s sample uses', async () => {
  gij.answer('/repository', { success: true, integrations: [{ id: 1 }] });
  expect((await readRepositories()).total).toBe(1);
});

test('keeps the dates of last indexing of all that are not disabled', async () => {
  const row = { trackedFolderId: 5, disabled: false, revisionIndexing: true };
  gij.repositories(
    { ...row, id: 1, lastIndexedDate: 300 },
    { ...row, id: 2, lastIndexedDate: 100, trackedFolderId: 7 },
    { ...row, id: 3, lastIndexedDate: 200, disabled: true },
    { ...row, id: 4 },
    { ...row, id: 5, lastIndexedDate: 'soon' },
    { ...row, id: 6, lastIndexedDate: 400, disabled: 'perhaps', revisionIndexing: false },
  );
  expect((await readRepositories()).indexedDates).toEqual([300, 100, 400]);
});
