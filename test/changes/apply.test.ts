import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';

import { applyChange, type ApplyOptions, type ChangeOutcome } from '../../src/changes/apply';
import { planChange, type ChangePlan } from '../../src/changes/plan';
import { planUndo } from '../../src/changes/undo';
import type { WriteTrouble } from '../../src/demo/writes';
import type { SettingValues } from '../../src/model/change';
import type { JiraWriter } from '../../src/sources/writer';
import { BASE, startWriting, type Writing } from '../support/writing';

const server = setupServer();

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

let writing: Writing;
beforeEach(() => (writing = startWriting(server)));

async function planned(wanted: SettingValues, id = '1'): Promise<ChangePlan> {
  const plan = planChange(await writing.snapshot(id), wanted);
  if (plan.kind !== 'change') throw new Error(plan.kind);
  return plan;
}

const apply = (plan: ChangePlan, options: Partial<ApplyOptions> = {}) => applyChange(plan, { ...writing, ...options });

/** `kind: failure status; field moved` in short. */
function inShort(outcome: ChangeOutcome): string {
  const failure = 'failure' in outcome ? outcome.failure : undefined;
  const fields = 'fields' in outcome ? outcome.fields.map(({ field }) => field) : [];
  const moved = 'moved' in outcome ? outcome.moved.map(({ field }) => field) : [];
  const parts = [
    failure && [failure.kind, failure.status].filter(Boolean).join(' '),
    fields.join(' '),
    moved.length > 0 && `moved ${moved.join(' ')}`,
  ];
  return [outcome.kind, ...parts.filter(Boolean)].join('; ');
}

const PAT: SettingValues = { requireUserPat: true };
const row = () => writing.jira.integration(1);

test('just the changed fields are sent, with disabled as it is, and it is applied once it is read back', async () => {
  writing.jira.edit(1, { gitViewerEnabled: false });
  const outcome = await apply(await planned({ ...PAT, gitViewerEnabled: true, trustFolderStat: false }));
  expect(inShort(outcome)).toBe('applied');
  expect(outcome).toMatchObject({
    integration: { requireUserPat: { value: true }, gitViewerEnabled: { value: true } },
  });
  expect(writing.jira.writes.map(({ body }) => body)).toEqual([
    { requireUserPat: true, gitViewerEnabled: true, disabled: false },
  ]);
});

test.each<[WriteTrouble, string]>([
  ['refused', 'refused; http 200'],
  ['conflict', 'refused; http 409'],
  ['rate-limited', 'refused; rate-limited 429'],
  ['websudo', 'refused; websudo 401'],
  ['forbidden', 'refused; forbidden 403'],
  ['server-error', 'not-kept; http 500; requireUserPat'],
  ['lost', 'not-kept; network; requireUserPat'],
  ['lost-applied', 'applied'],
  ['empty', 'applied'],
  ['moves', 'applied; moved maxMinsToCommitEmail'],
  ['not-kept', 'not-kept; requireUserPat'],
])('%s while it is sent: %s', async (trouble, expected) => {
  const plan = await planned(PAT);
  writing.jira.onWrite(() => trouble);
  const outcome = await apply(plan);
  expect(inShort(outcome)).toBe(expected);
  expect(writing.jira.writes).toHaveLength(1);
  expect(outcome.kind === 'applied').toBe(row()?.['requireUserPat']);
});

test('what GIJ says of a refusal is told', async () => {
  const plan = await planned(PAT);
  writing.jira.onWrite(() => 'refused');
  expect(await apply(plan)).toMatchObject({
    failure: { detail: 'The integration cannot be changed at the moment. Try again later.' },
  });
});

test('the session ends while it is sent', async () => {
  const plan = await planned(PAT);
  writing.jira.onWrite(() => void writing.jira.setLoggedIn(false));
  expect(inShort(await apply(plan))).toBe('refused; unauthorised 200');
});

test('the session ends before it is sent: nothing is sent', async () => {
  const plan = await planned(PAT);
  writing.jira.setLoggedIn(false);
  expect(inShort(await apply(plan))).toBe('refused; unauthorised 200');
  expect(writing.jira.writes).toEqual([]);
});

test('deleted before, and while it is sent', async () => {
  const [first, second] = [await planned(PAT), await planned(PAT, '2')];
  writing.jira.edit(1, 'delete');
  expect(inShort(await apply(first))).toBe('gone');
  expect(writing.jira.writes).toEqual([]);
  writing.jira.onWrite(() => void writing.jira.edit(2, 'delete'));
  expect(inShort(await apply(second))).toBe('gone');
});

test('deleted before it is read back', async () => {
  const plan = await planned(PAT);
  const writer: JiraWriter = {
    ...writing.writer,
    async putIntegration(...args) {
      const outcome = await writing.writer.putIntegration(...args);
      writing.jira.edit(1, 'delete');
      return outcome;
    },
  };
  expect(inShort(await apply(plan, { writer }))).toBe('gone');
});

test.each<[string, Record<string, unknown>]>([
  ['apiFilter', { apiFilter: '[?x]' }],
  ['projectMappingIds', { projectMappingIds: [10000] }],
  ['gitViewerEnabled', { gitViewerEnabled: false }],
  ['disabled', { disabled: true }],
  ['tagsFilter', { tagsFilter: 'x' }],
])('somebody changed %s since: nothing is sent, and both values are told', async (field, changes) => {
  const plan = await planned(PAT);
  writing.jira.edit(1, changes);
  const outcome = await apply(plan);
  expect(inShort(outcome)).toBe(`changed-meanwhile; ${field}`);
  expect(writing.jira.writes).toEqual([]);
});

test('somebody put it right since: nothing is sent', async () => {
  const plan = await planned(PAT);
  writing.jira.edit(1, { requireUserPat: true });
  expect(inShort(await apply(plan))).toBe('unchanged');
  expect(writing.jira.writes).toEqual([]);
});

test('a wiped field is told with what was there', async () => {
  writing.jira.edit(1, { apiFilter: '[?x]' });
  const plan = await planned(PAT);
  writing.jira.onWrite(() => void writing.jira.edit(1, { apiFilter: undefined }));
  expect(await apply(plan)).toMatchObject({
    kind: 'applied',
    moved: [{ field: 'apiFilter', before: { value: '[?x]' }, after: { kind: 'absent' } }],
  });
});

test('half of it is kept', async () => {
  writing.jira.edit(1, { gitViewerEnabled: false });
  const plan = await planned({ ...PAT, gitViewerEnabled: true });
  const writer: JiraWriter = {
    ...writing.writer,
    putIntegration: (id, { requireUserPat = true, disabled }, how) =>
      writing.writer.putIntegration(id, { requireUserPat, disabled }, how),
  };
  expect(inShort(await apply(plan, { writer }))).toBe('not-kept; gitViewerEnabled');
});

test('a pattern of tags ends that all are shown, which is no surprise; its undo is made the same way', async () => {
  writing.jira.edit(1, { showAllTags: true, tagsFilter: '' });
  const plan = await planned({ tagsFilter: 'v.*' });
  expect(inShort(await apply(plan))).toBe('applied');
  const undo = planUndo(plan, await writing.snapshot());
  expect(inShort(await apply(undo as ChangePlan))).toBe('applied');
  expect(row()).toMatchObject({ tagsFilter: '', showAllTags: true });
});

const INTEGRATION = `${BASE}/rest/gitplugin/1.0/integration`;

test.each<[string, string, number, string]>([
  ['the one', `${INTEGRATION}/1`, 500, 'unknown; http 500'],
  ['the list', INTEGRATION, 503, 'unknown; starting 503'],
  ['the session, of the one', `${INTEGRATION}/1`, 401, 'unknown; unauthorised 401'],
])('it cannot be read back (%s): nobody knows', async (_, url, status, expected) => {
  const plan = await planned(PAT);
  writing.jira.onWrite(() => void server.use(http.get(url, () => HttpResponse.json({}, { status }))));
  expect(inShort(await apply(plan))).toBe(expected);
});

test('the answer is lost, and it cannot be read back: the loss is told', async () => {
  const plan = await planned(PAT);
  writing.jira.onWrite(() => {
    server.use(http.get(`${INTEGRATION}/1`, () => HttpResponse.json({}, { status: 500 })));
    return 'lost-applied';
  });
  const outcome = await apply(plan);
  expect(inShort(outcome)).toBe('unknown; network');
  expect(outcome).toMatchObject({ failure: { request: 'PUT /rest/gitplugin/1.0/integration/1' } });
});

test('left before it is sent: nothing is sent', async () => {
  const plan = await planned(PAT);
  await expect(apply(plan, { signal: AbortSignal.abort(new Error('left')) })).rejects.toThrow('left');
  expect(writing.jira.writes).toEqual([]);
});

test.each<[string, WriteTrouble | undefined]>([
  ['the answer is there', undefined],
  ['the answer is lost', 'lost'],
])('left before it is read back, %s: nobody knows', async (_, trouble) => {
  const plan = await planned(PAT);
  const leaving = new AbortController();
  const writer: JiraWriter = {
    ...writing.writer,
    async putIntegration(...args) {
      const outcome = await writing.writer.putIntegration(...args);
      leaving.abort(new Error('left'));
      return outcome;
    },
  };
  writing.jira.onWrite(() => trouble);
  expect(inShort(await apply(plan, { writer, signal: leaving.signal }))).toBe('unknown; network');
});

describe('once more, of what was sent before and ended nobody knows how', () => {
  test('it is there by now: applied, without another request', async () => {
    const plan = await planned(PAT);
    writing.jira.edit(1, { requireUserPat: true, maxMinsToCommitEmail: 60 });
    expect(inShort(await apply(plan, { wasSent: true }))).toBe('applied; moved maxMinsToCommitEmail');
    expect(writing.jira.writes).toEqual([]);
  });

  test('it is not: it is sent again', async () => {
    expect(inShort(await apply(await planned(PAT), { wasSent: true }))).toBe('applied');
    expect(writing.jira.writes).toHaveLength(1);
  });

  test('it cannot be read: still nobody knows', async () => {
    const plan = await planned(PAT);
    writing.jira.setLoggedIn(false);
    expect(inShort(await apply(plan, { wasSent: true }))).toBe('unknown; unauthorised 200');
  });
});
