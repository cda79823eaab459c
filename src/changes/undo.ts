import type { FieldChange, SettingValue } from '../model/change';
import { message } from '../model/message';
import { HIDDEN } from '../model/redact';
import type { IntegrationSnapshot } from '../sources/integration-snapshot';
import { impossible, whyNot, type Plan } from './plan';
import { hasValue } from './same';

const isHidden = (value: SettingValue) => typeof value === 'string' && value.includes(HIDDEN);

/** Something of the values was not kept. */
export function isHiddenIn(fields: readonly FieldChange[]): boolean {
  return fields.some(({ before, after }) => isHidden(before) || isHidden(after));
}

/**
 * What taking a change back would do: only while each setting still has the value that the change gave it. A value that held
 * an address or a credential was not kept, so that it cannot be given back.
 *
 * @param snapshot as it was read just now; undefined where GIJ has no such integration
 */
export function planUndo(
  { fields }: { readonly fields: readonly FieldChange[] },
  snapshot: IntegrationSnapshot | undefined,
): Plan {
  const reason = whyNot(snapshot);
  if (reason || !snapshot) return impossible(reason ?? message('change.impossible.gone'));
  if (fields.every(({ field, before }) => hasValue(snapshot, field, before))) return { kind: 'nothing' };
  if (isHiddenIn(fields)) return impossible(message('change.impossible.hidden-before'));
  if (!fields.every(({ field, after }) => hasValue(snapshot, field, after)))
    return impossible(message('change.impossible.changed-since'));
  const back = fields.map(({ field, before, after }) => ({ field, before: after, after: before }));
  return { kind: 'change', snapshot, fields: back };
}
