import fc from 'fast-check';

import { planChange } from '../../src/changes/plan';
import { INTEGRATION_CHECKS } from '../../src/checks/registry';
import { WRITABLE_FIELDS, type SettingValues } from '../../src/model/change';
import { confirmations, type Given, type IntegrationChanges } from '../support/facts';
import { snapshot } from '../support/snapshots';

/** `field: before -> after` of each change, or what there is instead. */
function inShort(changes: IntegrationChanges | undefined, wanted: SettingValues): string {
  const plan = planChange(changes && snapshot(changes), wanted);
  if (plan.kind === 'nothing') return plan.kind;
  if (plan.kind === 'impossible')
    return [plan.reason.key, ...(plan.reason.args ?? []).map((one) => JSON.stringify(one))].join(' ');
  return plan.fields.map(({ field, before, after }) => `${field}: ${String(before)} -> ${String(after)}`).join(', ');
}

const unread = (field: string) => `change.impossible.unread {"key":"field.${field}"}`;
const TYPED: SettingValues = { displayName: 'GitHub: payments', tagsFilter: 'v.*' };

/** Each check that has a fix, on an integration that it fails. */
const FAILING: readonly [string, IntegrationChanges, string][] = [
  ['require-user-pat', { requireUserPat: false }, 'requireUserPat: false -> true'],
  [
    'require-user-pat',
    { requireUserPat: false, gitViewerEnabled: false },
    'requireUserPat: false -> true, gitViewerEnabled: false -> true',
  ],
  ['require-user-pat', { gitViewerEnabled: false }, 'gitViewerEnabled: false -> true'],
  ['display-name', { displayName: 'GitHub' }, 'displayName: GitHub -> GitHub: payments'],
  ['ssl-verification', { disableSslVerification: true }, 'disableSslVerification: true -> false'],
  ['trust-folder-stat', { trustFolderStat: true }, 'trustFolderStat: true -> false'],
  ['unused-features', { smartCommitsEnabled: true }, 'smartCommitsEnabled: true -> false'],
  ['unused-features', { sendCommitEmails: true }, 'sendCommitEmails: true -> false'],
  ['unused-features', { showAllTags: true, tagsFilter: '' }, 'tagsFilter:  -> v.*'],
  ['unused-features', { showAllTags: true, tagsFilter: 'absent' }, 'tagsFilter:  -> v.*'],
];

function wantedBy(check: string, changes: IntegrationChanges): SettingValues {
  const fix = INTEGRATION_CHECKS.find(({ id }) => id === check)?.fix?.(snapshot(changes).integration, confirmations());
  if (!fix) throw new Error(`${check} has no fix`);
  return { ...fix.set, ...(fix.typed && { [fix.typed]: TYPED[fix.typed] }) };
}

test('all checks with a fix are here', () => {
  const fixable = INTEGRATION_CHECKS.filter((check) => 'fix' in check).map(({ id }) => id);
  expect([...new Set(FAILING.map(([check]) => check))].sort()).toEqual(fixable.sort());
});

describe.each(FAILING)('%s, %j', (check, changes, expected) => {
  const wanted = wantedBy(check, changes);
  const fields = WRITABLE_FIELDS.filter((field) => wanted[field] !== undefined);

  test('enabled: what is wrong changes', () => expect(inShort(changes, wanted)).toBe(expected));

  test('put right meanwhile: nothing', () => expect(inShort(wanted as IntegrationChanges, wanted)).toBe('nothing'));

  test.each<[Given<boolean>, string]>([
    [true, 'change.impossible.disabled'],
    ['absent', unread('disabled')],
    ['unreadable', unread('disabled')],
  ])('disabled is %s: %s', (disabled, reason) => expect(inShort({ ...changes, disabled }, wanted)).toBe(reason));

  test('gone', () => expect(inShort(undefined, wanted)).toBe('change.impossible.gone'));

  test.each(fields)('%s is unreadable', (field) => {
    expect(inShort({ ...changes, [field]: 'unreadable' }, wanted)).toBe(unread(field));
  });
});

test.each<[string, IntegrationChanges, SettingValues, string]>([
  [
    'what is as wanted is left out',
    { requireUserPat: false },
    { requireUserPat: true, gitViewerEnabled: true },
    'requireUserPat: false -> true',
  ],
  ['blanks around a text say nothing', { displayName: 'a' }, { displayName: ' b ' }, 'displayName: a -> b'],
  ['nor are they a change', { displayName: 'a' }, { displayName: ' a ' }, 'nothing'],
  ['a setting that is absent', { requireUserPat: 'absent' }, { requireUserPat: true }, unread('requireUserPat')],
  [
    'a pattern that is absent where not all tags are shown',
    { tagsFilter: 'absent' },
    { tagsFilter: 'v' },
    unread('tagsFilter'),
  ],
  [
    'a pattern that is absent where nobody knows',
    { tagsFilter: 'absent', showAllTags: 'absent' },
    { tagsFilter: 'v' },
    unread('tagsFilter'),
  ],
  ['a credential is never sent', {}, { displayName: 'https://me:secret@git.example' }, 'change.impossible.credential'],
])('%s', (_, changes, wanted, expected) => expect(inShort(changes, wanted)).toBe(expected));

const flags = fc.constantFrom<Given<boolean>>(true, false, 'absent', 'unreadable');
const texts = fc.constantFrom<Given<string>>('', 'x', 'absent', 'unreadable');
const FLAGS = [
  'requireUserPat',
  'gitViewerEnabled',
  'disableSslVerification',
  'trustFolderStat',
  'smartCommitsEnabled',
  'sendCommitEmails',
] as const;
const settings = Object.fromEntries([
  ...FLAGS.map((field) => [field, flags]),
  ['displayName', texts],
  ['tagsFilter', texts],
]) as Record<string, fc.Arbitrary<unknown>>;
const values = Object.fromEntries([
  ...FLAGS.map((field) => [field, fc.boolean()]),
  ['displayName', fc.constantFrom('x', 'y')],
  ['tagsFilter', fc.constantFrom('x', 'y')],
]) as Record<string, fc.Arbitrary<unknown>>;

test('whatever is there and wanted: a plan changes nothing that was not wanted, and says each value before as it was read', () => {
  fc.assert(
    fc.property(
      fc.record({ ...settings, disabled: flags }),
      fc.record(values, { requiredKeys: [] }),
      (given, wanted) => {
        const before = snapshot(given);
        const plan = planChange(before, wanted);
        if (plan.kind !== 'change') return;
        expect(before.integration.disabled).toMatchObject({ kind: 'known', value: false });
        for (const change of plan.fields) {
          expect(wanted[change.field]).toBe(change.after);
          const read = before.integration[change.field];
          expect(change.before).toBe(read.kind === 'known' ? read.value : '');
          expect(change.before).not.toBe(change.after);
        }
      },
    ),
  );
});
