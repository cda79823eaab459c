import { LATEST_MOMENT } from '../../src/model/limits';
import { COMPLETE, gijServer, readIntegrations } from '../support/gij';

const gij = gijServer();

test('of rows of one id, what they agree on is known, and what they do not is not', async () => {
  gij.answer('/integration', {
    success: true,
    integrations: [
      { id: 1, ...COMPLETE },
      { id: 1, ...COMPLETE, requireUserPat: false },
    ],
  });
  const { integrations, unusable, problems } = await readIntegrations();
  expect(integrations).toHaveLength(1);
  expect(integrations[0]).toMatchObject({
    requireUserPat: { kind: 'unreadable', raw: 'true / false' },
    gitViewerEnabled: { kind: 'known', value: true },
  });
  expect([unusable, problems]).toEqual([1, [{ kind: 'integration', id: '1', problem: 'duplicate-id' }]]);
});

test('rows that could not be used are counted', async () => {
  gij.answer('/integration', {
    success: true,
    integrations: [{ id: 1, ...COMPLETE }, null, { ...COMPLETE }, { ...COMPLETE, id: 0 }],
  });
  expect(await readIntegrations()).toMatchObject({ integrations: [{ id: '1' }], unusable: 3 });
});

test.each([0, -1, 1.5, '', 'x', 1e300, true, {}])('%j is no id', async (id) => {
  gij.answer('/integration', {
    success: true,
    integrations: [
      { id: 1, ...COMPLETE },
      { ...COMPLETE, id },
    ],
  });
  expect((await readIntegrations()).unusable).toBe(1);
});

test.each(['origin', 'integrationType'] as const)('a blank %s is none', async (field) => {
  gij.integrations({ id: 1, ...COMPLETE, [field]: '  ' });
  expect((await readIntegrations()).integrations[0]?.[field].kind).toBe('absent');
});

test('blanks around a type say nothing; a blank name is one', async () => {
  gij.integrations({ id: 1, ...COMPLETE, integrationType: ' GITLAB ', displayName: '' });
  expect((await readIntegrations()).integrations[0]).toMatchObject({
    integrationType: { value: 'GITLAB' },
    displayName: { value: '' },
  });
});

test.each([0, -1, LATEST_MOMENT + 1, 1.7e18, '1700000000000000000', 'soon', true])(
  '%j is no date',
  async (lastIndexedDate) => {
    gij.integrations({ id: 1, ...COMPLETE, lastIndexedDate });
    expect((await readIntegrations()).integrations[0]?.lastIndexedDate.kind).toBe('unreadable');
  },
);

test('a field that no integration has, in no answer, is one that GIJ does not report; dates have their own meaning', async () => {
  const rest = { ...COMPLETE, requireUserPat: null, lastIndexedDate: null };
  gij.integrations({ id: 1, ...rest }, { id: 2, ...rest });
  expect((await readIntegrations()).notReported).toEqual(['requireUserPat', 'projectMappingIds']);
  gij.integrations({ id: 1, ...rest }, { id: 2, ...rest, requireUserPat: true });
  expect((await readIntegrations()).notReported).toEqual(['projectMappingIds']);
});

test('no credential is shown of a value that was not understood', async () => {
  gij.answer('/integration', {
    success: true,
    integrations: [{ id: 1, ...COMPLETE, disabled: 'https://u:SECRET@host.example' }],
  });
  expect((await readIntegrations()).integrations[0]?.disabled).toEqual(
    expect.objectContaining({ kind: 'unreadable', raw: 'https://•••@host.example' }),
  );
});
