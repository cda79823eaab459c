import { NO_DECISIONS, withEntries, type ChangeEntry } from '../../src/decisions/decisions';
import { NO_SNAPSHOTS, type HealthCounts, type News, type Snapshots } from '../../src/snapshots/snapshot';

const DAY = 24 * 60 * 60_000;

const DAYS: readonly HealthCounts[] = [
  { 'at-risk': 4, 'needs-attention': 3 },
  { 'at-risk': 3, 'needs-attention': 3, 'partly-checked': 1, healthy: 1 },
  { 'at-risk': 2, 'needs-attention': 3, 'not-checked': 1, healthy: 1, disabled: 1 },
];

/** What a browser kept of two months of the demo's typical Jira, by its keys. */
export function keptHistory(now: number): Readonly<Record<string, string>> {
  const news: readonly News[] = [{ kind: 'fixed', subject: 'integration:1', check: 'display-name' }];
  const snapshots: Snapshots = {
    ...NO_SNAPSHOTS,
    last: { at: now - 3 * DAY, subjects: {}, instance: { fails: [], accepted: [] } },
    snapshots: DAYS.map((healths, place) => ({ at: now - (60 - 20 * place) * DAY, healths, news, more: 0 })),
  };
  const change = (id: string, batch: string): ChangeEntry => ({
    kind: 'change',
    id,
    integration: id,
    check: 'require-user-pat',
    fields: [{ field: 'requireUserPat', before: false, after: true }],
    batch,
    at: now + DAY,
    by: 'Ada Admin',
  });
  const decisions = withEntries(NO_DECISIONS, [
    change('1', 'alone'),
    change('2', 'run'),
    change('3', 'run'),
    { kind: 'answer', setting: 'webhooks', value: 'on', at: now - 2 * DAY },
    { kind: 'setting', name: 'limit.repositories', value: 500, at: now - 5 * DAY, by: 'Ada Admin' },
  ]);
  return {
    'git-integration-checkup snapshots /jira': JSON.stringify(snapshots),
    'git-integration-checkup decisions /jira': JSON.stringify(decisions),
  };
}
