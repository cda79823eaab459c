import type { ChangeEntry } from '../../../src/decisions/decisions';
import type { FieldChange } from '../../../src/model/change';
import { known } from '../../../src/model/reading';
import { HIDDEN } from '../../../src/model/redact';
import { undoStateOf } from '../../../src/ui/history/undo-state';
import { gathered, integration, NOW, stampOf, type GatheredChanges } from '../../support/facts';

const PAT: FieldChange = { field: 'requireUserPat', before: false, after: true };
const change = (changes: Partial<ChangeEntry> = {}): ChangeEntry => ({
  kind: 'change',
  id: 'one',
  integration: '1',
  batch: 'b',
  at: NOW - 1,
  fields: [PAT],
  ...changes,
});
const stateOf = (of: ChangeEntry, read: GatheredChanges = {}, others: ChangeEntry[] = []) =>
  undoStateOf(of, [of, ...others], gathered(read).integrations);

test.each([
  ['it is as the change left it', {}, 'possible'],
  ['it has another value', { integrations: [integration({ requireUserPat: false })] }, 'changed-since'],
  ['its value is not known', { integrations: [integration({ requireUserPat: 'absent' })] }, 'possible'],
  ['the list could not be read', { failed: { integrations: 'timeout' } }, 'possible'],
  ['it is not in the list', { integrations: [integration({ id: '2' })] }, 'integration-gone'],
  ['it may be missing in a list that is cut', { integrations: [], integrationsAtLeast: true }, 'possible'],
  ['it may be a row that could not be used', { integrations: [], integrationsUnusable: 1 }, 'possible'],
] as [string, GatheredChanges, string][])('%s', (_, read, expected) => {
  expect(stateOf(change(), read)).toBe(expected);
});

test('what was read before the change tells nothing of it', () => {
  const before = { ...integration(), requireUserPat: known('requireUserPat', false, stampOf('integrations')) };
  const readAt = before.requireUserPat.stamp.readAt;
  expect(stateOf(change({ at: readAt + 1 }), { integrations: [before] })).toBe('possible');
  expect(stateOf(change({ at: readAt }), { integrations: [before] })).toBe('changed-since');
});

test('a value that was not kept is not given back', () => {
  expect(stateOf(change({ fields: [{ field: 'displayName', before: HIDDEN, after: 'GitHub: acme' }] }))).toBe(
    'not-kept',
  );
});

test('one of several settings that moved is enough', () => {
  const two = change({ fields: [PAT, { field: 'displayName', before: 'a', after: 'b' }] });
  expect(stateOf(two)).toBe('changed-since');
});

test('what was undone is not undone again, nor is an undo', () => {
  const undo = change({ id: 'two', undoes: 'one' });
  expect(stateOf(change(), {}, [undo])).toBe('undone');
  expect(stateOf(undo, {}, [change()])).toBe('undo');
});
