import { NO_DECISIONS, withAnswer } from '../../src/decisions/decisions';
import { parseDecisions } from '../../src/decisions/kept-decisions';
import { DAY, NOW } from '../support/facts';

const some = withAnswer(NO_DECISIONS, { setting: 'webhooks', value: 'on', at: NOW, by: 'Ada', gijVersion: '5.1.1' });

test('what was written is read', () => {
  expect(parseDecisions(JSON.stringify(some))).toEqual({ kind: 'read', decisions: some });
  expect(parseDecisions(null)).toEqual({ kind: 'read', decisions: NO_DECISIONS });
});

test.each([
  ['a later version', { ...some, version: 2 }, 'newer'],
  ['a later version of another shape', { version: 7 }, 'newer'],
  ['no version', { entries: {} }, 'unreadable'],
  ['no entries', { version: 1, revision: 1 }, 'unreadable'],
  ['a list', [], 'unreadable'],
  ['nothing', null, 'unreadable'],
])('%s', (_, written, kind) => {
  expect(parseDecisions(JSON.stringify(written))).toEqual({ kind });
});

test('what is no JSON cannot be read', () => expect(parseDecisions('{')).toEqual({ kind: 'unreadable' }));

const entry = some.entries['answer:webhooks'];

test.each([
  ['of another setting', { ...entry, setting: 'colour' }],
  ['under the name of another', { ...entry, setting: 'enforceGitPermissions' }],
  ['of another value', { ...entry, value: true }],
  ['of no time', { ...entry, at: 'yesterday' }],
  ['of a time that is none', { ...entry, at: 1e300 }],
  ['of another kind', { ...entry, kind: 'acceptance' }],
  ['by a name of 301 letters', { ...entry, by: 'a'.repeat(301) }],
  ['of nothing', null],
])('an entry %s decides nothing, and the others do', (_, spoilt) => {
  const general = { kind: 'answer', setting: 'generalRequireUserPat', value: 'off', at: NOW };
  const entries = { 'answer:webhooks': spoilt, 'answer:generalRequireUserPat': general };
  expect(parseDecisions(JSON.stringify({ ...some, entries }))).toEqual({
    kind: 'read',
    decisions: { ...some, entries: { 'answer:generalRequireUserPat': general } },
  });
});

const known = (field: string, value: number) => ({
  ...{ kind: 'known', field, value },
  stamp: { source: 'admin', request: '', readAt: NOW },
});
const all = {
  acceptance: {
    ...{ kind: 'acceptance', subject: 'integration:1', check: 'display-name', judged: 'abc', severity: 'low' },
    ...{ reason: 'planned', note: 'In May', at: NOW, until: NOW + 1, by: 'Ada' },
  },
  setting: { kind: 'setting', name: 'limit.repositories', value: 500, at: NOW },
  change: {
    ...{ kind: 'change', id: 'c1', integration: '1', check: 'display-name', batch: 'b1', undoes: 'c0', at: NOW },
    fields: [{ field: 'displayName', before: 'GitHub', after: 'GitHub: payments' }],
  },
  advice: {
    ...{ kind: 'advice', at: NOW, by: 'Ada', schedule: { kind: 'cron', expression: '0 0 * * * ?' } },
    status: {
      ...{ kind: 'advised', verdict: 'good', isSure: true, suggested: 22 },
      ...{ round: known('roundMinutes', 19), current: { ...known('reindexInterval', 22), kind: 'absent' } },
    },
  },
};
const KEYS: Readonly<Record<keyof typeof all, string>> = {
  acceptance: 'acceptance:integration:1:display-name',
  setting: 'setting:limit.repositories',
  change: 'change:c1',
  advice: 'advice',
};

function readBack(kind: keyof typeof all, changes: object): unknown {
  const entries = { [KEYS[kind]]: { ...all[kind], ...changes } };
  const kept = parseDecisions(JSON.stringify({ version: 1, revision: 1, entries }));
  return kept.kind === 'read' ? kept.decisions.entries[KEYS[kind]] : kept;
}

test.each(['acceptance', 'setting', 'change'] as const)('an entry of the kind %s is read', (kind) => {
  expect(readBack(kind, {})).toEqual(all[kind]);
});

test('advice is read, and no value of what is absent', () => {
  const { status, ...rest } = all.advice;
  const { kind, field, stamp } = status.current;
  expect(readBack('advice', {})).toEqual({ ...rest, status: { ...status, current: { kind, field, stamp } } });
  const bound = { kind: 'at-least', verdict: 'too-short', suggested: 22, isProbable: true, atLeast: 19.34 };
  const atLeast = { ...bound, bound: known('atLeastMinutes', 19.3), current: known('reindexInterval', 5) };
  expect(readBack('advice', { status: atLeast })).toMatchObject({ status: atLeast });
  const off = { kind: 'not-enough-history', off: known('reindexInterval', 0) };
  expect(readBack('advice', { status: off })).toMatchObject({ status: off });
});

test.each<[keyof typeof all, object]>([
  ['acceptance', { reason: 'because' }],
  ['acceptance', { note: 'x'.repeat(501) }],
  ['acceptance', { until: 0 }],
  ['acceptance', { severity: 'urgent' }],
  ['acceptance', { judged: 5 }],
  ['setting', { value: null }],
  ['setting', { value: 'x'.repeat(301) }],
  ['setting', { value: [] }],
  ['change', { fields: [] }],
  ['change', { fields: [{ field: 'origin', before: 'a', after: 'b' }] }],
  ['change', { fields: [{ field: 'requireUserPat', before: 0, after: true }] }],
  ['change', { batch: undefined }],
  ['advice', { status: { kind: 'guessed' } }],
  ['advice', { status: { ...all.advice.status, verdict: 'fine' } }],
  ['advice', { status: { ...all.advice.status, suggested: -1 } }],
  ['advice', { schedule: { kind: 'cron', expression: 5 } }],
])('an impossible %s is left out: %j', (kind, changes) => expect(readBack(kind, changes)).toBeUndefined());

test('a finding is accepted for a year at the most, whoever wrote it', () => {
  const year = 365 * DAY;
  expect(readBack('acceptance', { until: NOW + 2 * year })).toMatchObject({ until: NOW + year });
  expect(readBack('acceptance', { until: NOW + year })).toMatchObject({ until: NOW + year });
});

test('no secret comes in, whoever wrote it', () => {
  const secret = 's3cret-of-the-bot';
  const address = `https://bot:${secret}@git.example.com`;
  const spoilt = [
    readBack('acceptance', { note: address, by: address }),
    readBack('change', { fields: [{ field: 'displayName', before: address, after: address }] }),
    readBack('advice', { by: address }),
  ];
  expect(JSON.stringify(spoilt)).not.toContain(secret);
  expect(JSON.stringify(spoilt[1])).not.toContain('git.example.com');
  expect(spoilt).not.toContain(undefined);
});

test('an entry of a kind that a later build knows stays as it is', () => {
  const entries = { 'mood:1': { kind: 'mood', value: 'good', more: [1] } };
  const kept = parseDecisions(JSON.stringify({ ...some, entries }));
  expect(kept).toEqual({ kind: 'read', decisions: { ...some, entries } });
});

test('the last 200 changes are read', () => {
  const entries = Object.fromEntries(
    Array.from({ length: 201 }, (_, at) => [`change:${at}`, { ...all.change, id: `${at}`, at: NOW + at }]),
  );
  const kept = parseDecisions(JSON.stringify({ version: 1, revision: 1, entries }));
  const ids = kept.kind === 'read' ? Object.keys(kept.decisions.entries) : [];
  expect(ids).toHaveLength(200);
  expect(ids).not.toContain('change:0');
});
