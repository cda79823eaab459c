import type { FieldChange } from '../model/change';
import type { RequestFailure } from '../model/gathered';
import type { Integration } from '../model/integration';
import { valueOf } from '../model/reading';
import { readSnapshot, type IntegrationSnapshot } from '../sources/integration-snapshot';
import type { JiraClient } from '../sources/jira-client';
import { SourceError } from '../sources/source-error';
import type { JiraWriter, WriteOutcome } from '../sources/writer';
import type { ChangePlan } from './plan';
import { hasValue, movedFields, type MovedField } from './same';

/** What came of a change, told by reading again and by nothing else. */
export type ChangeOutcome =
  /** All wanted values are there. `moved`: other fields that are not as they were, which nobody asked for. */
  | { readonly kind: 'applied'; readonly integration: Integration; readonly moved: readonly MovedField[] }
  /** The wanted values were there already; nothing was sent. */
  | { readonly kind: 'unchanged'; readonly integration: Integration }
  /**
   * It was sent, and not all wanted values are there: `fields` are the changes that are not. With a failure, the answer to
   * the change was lost and it may still arrive.
   */
  | {
      readonly kind: 'not-kept';
      readonly integration: Integration;
      readonly fields: readonly FieldChange[];
      readonly moved: readonly MovedField[];
      readonly failure?: RequestFailure;
    }
  /** Nothing was changed: Jira or GIJ refused it, or the integration could not be read again before. */
  | { readonly kind: 'refused'; readonly failure: RequestFailure }
  /** Somebody changed the integration since the plan; nothing was sent. */
  | { readonly kind: 'changed-meanwhile'; readonly fields: readonly MovedField[] }
  /** There is no such integration any more. */
  | { readonly kind: 'gone' }
  /** It was sent, and could not be read back: nobody knows. */
  | { readonly kind: 'unknown'; readonly failure: RequestFailure };

export interface ApplyOptions {
  readonly client: JiraClient;
  readonly writer: JiraWriter;
  /** Aborted when the page is left. */
  readonly signal: AbortSignal;
  /** The same plan was sent before, and what came of it is unknown: what is there by now came from it. */
  readonly wasSent?: boolean;
}

type Failed = { readonly failure: RequestFailure };

/** What GIJ has now, or why that could not be read. An aborted signal rejects. */
async function readAgain(
  id: string,
  { client, signal }: ApplyOptions,
): Promise<IntegrationSnapshot | undefined | Failed> {
  return readSnapshot(client, id, signal).catch((error: unknown) => {
    if (error instanceof SourceError) return { failure: error.failure };
    throw error;
  });
}

/** All tags are shown no more once a pattern is set, and again once it is blank (page "Update Existing Integration API"). */
const FOLLOWS: Readonly<Record<string, string>> = { tagsFilter: 'showAllTags' };

/** What is there now, beside what was there before. */
function compared({ snapshot, fields }: ChangePlan, after: IntegrationSnapshot) {
  const changed = fields.map(({ field }): string => field);
  const expected = changed.flatMap((field) => FOLLOWS[field] ?? []);
  return {
    integration: after.integration,
    missing: fields.filter((change) => !hasValue(after, change.field, change.after)),
    moved: movedFields(snapshot, after, [...changed, ...expected]),
  };
}

/** What came of a change that was sent, whatever was answered. */
async function readBack(
  plan: ChangePlan,
  sent: Exclude<WriteOutcome, { readonly kind: 'refused' }>,
  options: ApplyOptions,
): Promise<ChangeOutcome> {
  const lost = sent.kind === 'unknown' ? { failure: sent.failure } : {};
  const after = await readAgain(plan.snapshot.integration.id, options).catch((): Failed => leftBefore(plan));
  if (!after) return { kind: 'gone' };
  if ('failure' in after) return { kind: 'unknown', ...after, ...lost };
  const { missing, ...rest } = compared(plan, after);
  return missing.length === 0 ? { kind: 'applied', ...rest } : { kind: 'not-kept', ...rest, fields: missing, ...lost };
}

/** The page was left before it could be read back. */
function leftBefore({ snapshot }: ChangePlan): Failed {
  const { request, readAt } = snapshot.integration.disabled.stamp;
  return { failure: { kind: 'network', request, at: readAt } };
}

/** A 404 may be about the integration, or about GIJ. */
async function refusedOrGone(failure: RequestFailure, id: string, options: ApplyOptions): Promise<ChangeOutcome> {
  const refused = { kind: 'refused', failure } as const;
  if (failure.kind !== 'missing') return refused;
  const after = await readAgain(id, options).catch(() => refused);
  return after === undefined ? { kind: 'gone' } : refused;
}

/**
 * Makes a change: reads again and sends nothing where anything differs from the plan, sends just the fields of the plan and
 * `disabled` as it is, and reads back. Never repeats anything. Rejects with the reason of the signal where it is aborted
 * before anything was sent.
 */
export async function applyChange(plan: ChangePlan, options: ApplyOptions): Promise<ChangeOutcome> {
  const { writer, signal, wasSent = false } = options;
  const { id } = plan.snapshot.integration;
  const now = await readAgain(id, options);
  if (!now) return { kind: 'gone' };
  if ('failure' in now) return { kind: wasSent ? 'unknown' : 'refused', ...now };
  const { missing, integration, moved } = compared(plan, now);
  if (missing.length === 0)
    return wasSent ? { kind: 'applied', integration, moved } : { kind: 'unchanged', integration };
  const fields = movedFields(plan.snapshot, now);
  const disabled = valueOf(now.integration.disabled);
  if (fields.length > 0 || disabled === undefined) return { kind: 'changed-meanwhile', fields };
  const settings = Object.fromEntries(plan.fields.map(({ field, after }) => [field, after]));
  const sent = await writer.putIntegration(id, { ...settings, disabled }, { signal });
  return sent.kind === 'refused' ? refusedOrGone(sent.failure, id, options) : readBack(plan, sent, options);
}
