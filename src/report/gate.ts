import { repositoriesOf } from '../checks/run-checks';
import type { Gathered } from '../model/gathered';
import { initialIndexingOf, type Gate, type InitialIndexingState } from '../model/initial-indexing';
import { countedMessage, message } from '../model/message';

/** One integration, and where its initial indexing is. */
export interface Indexed {
  readonly key: string;
  readonly state: InitialIndexingState;
}

/**
 * Where the initial indexing of each integration is.
 *
 * @param now milliseconds since the epoch, by Jira's clock
 */
export function allIndexed(gathered: Gathered, now: number): readonly Indexed[] {
  const { integrations } = gathered;
  const all = integrations.state === 'read' ? integrations.value.integrations : [];
  return all.map((one) => ({
    key: one.key,
    state: initialIndexingOf(one, repositoriesOf(gathered, one.id), now),
  }));
}

/**
 * Whether the next integration may be connected. The vendor: one or two at a time, and each initial indexing finished
 * first (page "Post Integration creation configuration"). Undefined while there is no integration.
 */
export function gateOf({ integrations }: Pick<Gathered, 'integrations'>, all: readonly Indexed[]): Gate | undefined {
  if (integrations.state === 'pending') return { kind: 'checking' };
  if (integrations.state === 'failed') return undefined;
  const { atLeast, unusable } = integrations.value;
  if (all.length === 0 && !atLeast && unusable === 0) return undefined;
  const running = all.filter(({ state }) => state.kind === 'running').map(({ key }) => key);
  if (running.length > 0) return { kind: 'wait', for: running };
  if (all.some(({ state }) => state.kind === 'pending')) return { kind: 'checking' };
  const unknown = all.filter(({ state }) => state.kind === 'unknown').length;
  if (unknown > 0) return { kind: 'unknown', reason: countedMessage('gate.unknown.integrations', unknown) };
  if (unusable > 0) return { kind: 'unknown', reason: countedMessage('gate.unknown.rows', unusable) };
  if (atLeast) return { kind: 'unknown', reason: message('gate.unknown.list-cut') };
  return { kind: 'open' };
}
