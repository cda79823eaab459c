import type { FieldChange } from '../model/change';
import { message } from '../model/message';
import { HIDDEN } from '../model/redact';
import type { IntegrationSnapshot } from '../sources/integration-snapshot';
import { impossible, whyNot, type Plan } from './plan';
import { hasValue } from './same';

/**
 * What taking a change back would do: only while each setting still has the value that the change gave it. A value before that
 * held a credential was not kept, so that it cannot be given back.
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
  if (!fields.every(({ field, after }) => hasValue(snapshot, field, after)))
    return impossible(message('change.impossible.changed-since'));
  if (fields.some(({ before }) => typeof before === 'string' && before.includes(HIDDEN)))
    return impossible(message('change.impossible.hidden-before'));
  const back = fields.map(({ field, before, after }) => ({ field, before: after, after: before }));
  return { kind: 'change', snapshot, fields: back };
}
