import { gijServer, readRepositories } from '../support/gij';

const gij = gijServer();

test('reduces repositories to counts and a few names', async () => {
  gij.repositories(
    { id: 1, trackedFolderId: 5, displayName: 'a', trustFolderStat: 'true', lastIndexedDate: 200, global: true, origin: 'https://x/a', disableSslVerification: true },
    { id: 2, trackedFolderId: 5, displayName: 'b', trustFolderStat: false, lastIndexedDate: 100, global: false, projectMappingIds: [] },
    { id: 3, trackedFolderId: 5, displayName: 'c', disabled: true, lastIndexedDate: 50 },
    { id: 4, trackedFolderId: 5, displayName: 'd', trustFolderStat: 'perhaps' },
  );
  expect((await readRepositories()).byIntegration.get('5')).toMatchObject({
    total: 4,
    disabled: 1,
    trustFolderStat: { yes: 1, unknown: 2, examples: ['a'] },
    sslVerificationOff: { yes: 1 },
    invisible: { yes: 1, examples: ['b'] },
    neverIndexed: { yes: 1, unknown: 0, examples: ['d'] },
    oldestIndexed: 100,
  });
});

test('SSL verification counts on https only', async () => {
  gij.repositories(
    { id: 1, origin: 'git@host.example:a', disableSslVerification: true },
    { id: 2, origin: 'https://host.example/a', disableSslVerification: false },
    { id: 3, disableSslVerification: true },
  );
  expect((await readRepositories()).single.sslVerificationOff).toEqual({ yes: 0, unknown: 1, examples: [] });
});

test('unusable rows are reported by kind and id, the others are used', async () => {
  gij.repositories({ id: 1 }, 'text', { displayName: 'no id' }, { id: '1' }, { id: 2 });
  expect(await readRepositories()).toMatchObject({
    total: 2,
    problems: [
      { kind: 'repository', id: '#2', problem: 'not-an-object' },
      { kind: 'repository', id: '#3', problem: 'no-id' },
      { kind: 'repository', id: '1', problem: 'duplicate-id' },
    ],
  });
});

test('rows may stand under the name that the vendor’s sample uses', async () => {
  gij.answer('/repository', { success: true, integrations: [{ id: 1 }] });
  expect((await readRepositories()).total).toBe(1);
});
