import { isHiddenIn } from '../../changes/undo';
import type { ChangeEntry } from '../../decisions/decisions';
import type { Integration, IntegrationList } from '../../model/integration';
import type { Outcome } from '../../model/gathered';
import type { Reading } from '../../model/reading';

/** Whether a change can be taken back, and why not; `undo` is itself one that took another back. */
export type UndoState = 'possible' | 'undo' | 'undone' | 'not-kept' | 'changed-since' | 'integration-gone';

/** Known to have another value since: what was read before the change says nothing. */
function hasMoved({ fields, at }: ChangeEntry, integration: Integration): boolean {
  return fields.some(({ field, after }) => {
    const reading: Reading<boolean | string> = integration[field];
    return reading.kind === 'known' && reading.stamp.readAt >= at && reading.value !== after;
  });
}

/**
 * Whether a change can be taken back, as far as it can be said from what was read; undoing reads the integration again.
 *
 * @param changes all that are kept
 */
export function undoStateOf(
  change: ChangeEntry,
  changes: readonly ChangeEntry[],
  integrations: Outcome<IntegrationList>,
): UndoState {
  if (change.undoes !== undefined) return 'undo';
  if (changes.some(({ undoes }) => undoes === change.id)) return 'undone';
  if (isHiddenIn(change.fields)) return 'not-kept';
  if (integrations.state !== 'read') return 'possible';
  const integration = integrations.value.integrations.find(({ id }) => id === change.integration);
  if (integration) return hasMoved(change, integration) ? 'changed-since' : 'possible';
  const { atLeast, unusable } = integrations.value;
  return atLeast || unusable > 0 ? 'possible' : 'integration-gone';
}
