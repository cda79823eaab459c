import { WRITABLE_FIELDS, type FieldChange, type SettingValue, type SettingValues } from '../model/change';
import { message, type Message } from '../model/message';
import { valueOf } from '../model/reading';
import { redact } from '../model/redact';
import type { IntegrationSnapshot } from '../sources/integration-snapshot';
import { settingOf } from './same';

/** A change that can be made: just these fields, of an integration as it was read. */
export interface ChangePlan {
  readonly kind: 'change';
  readonly snapshot: IntegrationSnapshot;
  /** At least one. */
  readonly fields: readonly FieldChange[];
}

export type Plan =
  ChangePlan | { readonly kind: 'nothing' } | { readonly kind: 'impossible'; readonly reason: Message };

export function impossible(reason: Message): Plan {
  return { kind: 'impossible', reason };
}

/** Why nothing of an integration may be changed; undefined where it may. A PUT says whether it is disabled, so that has to be known. */
export function whyNot(snapshot: IntegrationSnapshot | undefined): Message | undefined {
  if (!snapshot) return message('change.impossible.gone');
  const disabled = valueOf(snapshot.integration.disabled);
  if (disabled === undefined) return message('change.impossible.unread', message('field.disabled'));
  return disabled ? message('change.impossible.disabled') : undefined;
}

/** Blanks around a text say nothing. */
function trimmed(value: SettingValue): SettingValue {
  return typeof value === 'string' ? value.trim() : value;
}

/**
 * What a change would do to an integration.
 *
 * @param snapshot as it was read just now; undefined where GIJ has no such integration
 * @param wanted settings with the values that they are to have
 */
export function planChange(snapshot: IntegrationSnapshot | undefined, wanted: SettingValues): Plan {
  const reason = whyNot(snapshot);
  if (reason || !snapshot) return impossible(reason ?? message('change.impossible.gone'));
  const fields: FieldChange[] = [];
  for (const field of WRITABLE_FIELDS) {
    const value = wanted[field];
    if (value === undefined) continue;
    const after = trimmed(value);
    if (typeof after === 'string' && redact(after) !== after)
      return impossible(message('change.impossible.credential'));
    const before = settingOf(snapshot, field);
    if (before === undefined) return impossible(message('change.impossible.unread', message(`field.${field}`)));
    if (before !== after) fields.push({ field, before, after });
  }
  return fields.length === 0 ? { kind: 'nothing' } : { kind: 'change', snapshot, fields };
}
