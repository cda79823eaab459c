import { planUndo } from '../../src/changes/undo';
import type { FieldChange } from '../../src/model/change';
import { HIDDEN } from '../../src/model/redact';
import type { IntegrationChanges } from '../support/facts';
import { snapshot } from '../support/snapshots';

const pat: FieldChange = { field: 'requireUserPat', before: false, after: true };
const browser: FieldChange = { field: 'gitViewerEnabled', before: false, after: true };
const name: FieldChange = { field: 'displayName', before: 'old', after: 'new' };

test.each<[string, readonly FieldChange[], IntegrationChanges | undefined, string]>([
  ['as it was left', [pat, browser], {}, 'requireUserPat: true -> false, gitViewerEnabled: true -> false'],
  ['a name', [name], { displayName: 'new' }, 'displayName: new -> old'],
  ['as before already', [pat], { requireUserPat: false }, 'nothing'],
  ['a name that somebody changed since', [name], { displayName: 'other' }, 'change.impossible.changed-since'],
  ['one of two changed back', [pat, browser], { requireUserPat: false }, 'change.impossible.changed-since'],
  ['unread', [pat], { requireUserPat: 'absent' }, 'change.impossible.changed-since'],
  ['disabled', [pat], { disabled: true }, 'change.impossible.disabled'],
  ['nobody knows whether it is disabled', [pat], { disabled: 'absent' }, 'change.impossible.unread'],
  ['gone', [pat], undefined, 'change.impossible.gone'],
  [
    'held a credential',
    [{ ...name, before: `https://${HIDDEN}@x` }],
    { displayName: 'new' },
    'change.impossible.hidden-before',
  ],
])('%s', (_, fields, changes, expected) => {
  const plan = planUndo({ fields }, changes && snapshot(changes));
  const said =
    plan.kind === 'change'
      ? plan.fields.map(({ field, before, after }) => `${field}: ${String(before)} -> ${String(after)}`).join(', ')
      : plan.kind === 'impossible'
        ? plan.reason.key
        : plan.kind;
  expect(said).toBe(expected);
});
