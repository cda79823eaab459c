import { NO_DECISIONS, withAnswer } from '../../src/decisions/decisions';
import { parseDecisions } from '../../src/decisions/kept-decisions';
import { NOW } from '../support/facts';

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
