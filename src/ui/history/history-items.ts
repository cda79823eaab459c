import {
  entriesOf,
  keyOf,
  type AcceptanceEntry,
  type AnswerEntry,
  type ChangeEntry,
  type Decisions,
  type SettingEntry,
} from '../../decisions/decisions';
import type { Snapshot } from '../../snapshots/snapshot';

/** Kinds of what happened, in the order of the filter. */
export const HISTORY_KINDS = ['checks', 'changes', 'answers', 'acceptances', 'settings'] as const;

export type HistoryKind = (typeof HISTORY_KINDS)[number];

/** One thing that happened, with an id of its own. */
export type HistoryItem = { readonly id: string; readonly at: number } & (
  | { readonly kind: 'checks'; readonly snapshot: Snapshot }
  /** Of one run. */
  | { readonly kind: 'changes'; readonly changes: readonly [ChangeEntry, ...ChangeEntry[]] }
  | { readonly kind: 'answers'; readonly answer: AnswerEntry }
  | { readonly kind: 'acceptances'; readonly acceptance: AcceptanceEntry }
  | { readonly kind: 'settings'; readonly setting: SettingEntry }
);

function runsOf(changes: readonly ChangeEntry[]): HistoryItem[] {
  const runs = new Map<string, [ChangeEntry, ...ChangeEntry[]]>();
  for (const change of changes) {
    const run = runs.get(change.batch);
    if (run) run.push(change);
    else runs.set(change.batch, [change]);
  }
  return [...runs].map(([id, changes]) => ({
    kind: 'changes',
    id: `run ${id}`,
    at: Math.max(...changes.map(({ at }) => at)),
    changes,
  }));
}

/** Everything that happened, the newest first; checks that found nothing new are left out. */
export function historyOf(decisions: Decisions, snapshots: readonly Snapshot[]): readonly HistoryItem[] {
  const about = (entry: AnswerEntry | AcceptanceEntry | SettingEntry) => ({ id: keyOf(entry), at: entry.at });
  const items: HistoryItem[] = [
    ...snapshots.map(
      (snapshot, place) => ({ kind: 'checks', id: `check ${place}`, at: snapshot.at, snapshot }) as const,
    ),
    ...runsOf(entriesOf(decisions, 'change')),
    ...entriesOf(decisions, 'answer').map((answer) => ({ kind: 'answers', ...about(answer), answer }) as const),
    ...entriesOf(decisions, 'acceptance').map(
      (acceptance) => ({ kind: 'acceptances', ...about(acceptance), acceptance }) as const,
    ),
    ...entriesOf(decisions, 'setting').map((setting) => ({ kind: 'settings', ...about(setting), setting }) as const),
  ];
  return items
    .filter((item) => item.kind !== 'checks' || item.snapshot.news.length > 0)
    .sort((one, other) => other.at - one.at);
}
