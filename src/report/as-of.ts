import type { Gathered } from '../model/gathered';
import { allIndexed } from './gate';

/** When the integrations were read, milliseconds since the epoch by the browser's clock. */
export function integrationsReadAt({ integrations }: Pick<Gathered, 'integrations'>): number | undefined {
  return integrations.state === 'read' ? integrations.value.stamp.readAt : undefined;
}

/** Milliseconds to add to the browser's clock for Jira's. */
function clockOffset({ 'server-info': info }: Gathered): number {
  return info.state === 'read' ? (info.value.clockOffset ?? 0) : 0;
}

/**
 * The time by which all is judged, milliseconds since the epoch by Jira's clock: as of the reading, so that what was read
 * three days ago, and kept, is not judged as stale for that.
 */
export function jirasNow(gathered: Gathered, browserNow: number): number {
  return (integrationsReadAt(gathered) ?? browserNow) + clockOffset(gathered);
}

const NO_DATES: readonly number[] = [];

/** Dates of last indexing that tell of a round: none where some may be missing, or what may be an initial indexing, which takes hours, is among them. */
export function roundDates(gathered: Gathered, now: number): readonly number[] {
  const { repositories } = gathered;
  const isWhole = repositories.state === 'read' && !repositories.value.atLeast;
  const isSettled = allIndexed(gathered, now).every(({ state }) => state.kind === 'over');
  return isWhole && isSettled ? repositories.value.indexedDates : NO_DATES;
}
