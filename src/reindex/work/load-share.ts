import { SCHEDULED, type QueueFacts } from '../facts/facts';
import type { Newest } from '../facts/newest';
import type { Numbers } from '../policy';
import type { StuckTasks } from '../facts/stuck';
import { lastAtMost, type Ticks } from '../rounds/ticks';

/**
 * Where rounds overlap, a repository always waits, and every webhook merges into its task. In a round with room around
 * it half of them come when their repository is done already, and are load.
 */
const AFTER_ITS_REPOSITORY = 0.5;

/**
 * Webhook and manual tasks that did not stand in for scheduled ones, over what the slots could do in the hours that
 * the looks at the queue cover: older rows are kept unevenly. Where rounds overlap, also a part of those that did, and
 * of scheduled tasks whose priority a webhook raised ("highest priority" of a merge).
 */
export function loadShare(
  facts: QueueFacts,
  newest: Newest,
  ticks: Ticks,
  stuck: StuckTasks,
  slots: number,
  overlap: boolean,
  policy: Numbers,
): number {
  const kept = policy.retentionMinutes * 60_000;
  const { captures } = facts;
  let load = 0;
  for (const index of facts.work) {
    const minutes = facts.processing[index] ?? NaN;
    const finished = facts.finished[index] ?? NaN;
    const isScheduled = facts.kind[index] === SCHEDULED;
    const isRaised = (facts.priority[index] ?? NaN) > (newest.priority[facts.repository[index] ?? 0] ?? Infinity);
    if ((isScheduled && !(overlap && isRaised)) || !(minutes >= 0) || stuck.isStuck[index] === 1) continue;
    const share = !isScheduled && !standsIn(facts, ticks, index) ? 1 : overlap ? AFTER_ITS_REPOSITORY : 0;
    const nextLook = captures[lastAtMost(captures, finished - 1) + 1] ?? -Infinity;
    if (finished > nextLook - kept) load += minutes * share;
  }
  let covered = 0;
  captures.forEach((at, place) => (covered += Math.min(kept, at - (captures[place - 1] ?? -Infinity))));
  return covered > 0 ? load / (slots * (covered / 60_000)) : 0;
}

/** True where a tick came while the task waited. Without an insertion time nobody knows, and it is load. */
function standsIn(facts: QueueFacts, ticks: Ticks, index: number): boolean {
  const queued = facts.queued[index] ?? NaN;
  return (
    !Number.isNaN(queued) &&
    lastAtMost(ticks.first, facts.started[index] ?? queued) > lastAtMost(ticks.first, queued - 1)
  );
}
