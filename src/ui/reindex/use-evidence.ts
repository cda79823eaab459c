import { useMemo, useReducer } from 'react';

import type { QueueTask } from '../../model/queue';
import {
  mergeTasks,
  type CurrentSchedule,
  type ParseProblem,
  type QueueExport,
  type ReindexPolicy,
  type RunDuration,
} from '../../reindex';

export type EvidenceKind = 'paste' | 'file' | 'typed' | 'scheduler' | 'watch';

/** One thing that was given: where it came from, when, and what of it could not be used. */
export interface EvidenceEntry {
  readonly kind: EvidenceKind;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Name of the file. */
  readonly name?: string;
  readonly tasks: number;
  readonly readings: number;
  readonly problems: readonly ParseProblem[];
}

/** All that the advisor goes by. */
export interface Evidence {
  readonly tasks: readonly QueueTask[];
  readonly runDurations: readonly RunDuration[];
  readonly current: CurrentSchedule | undefined;
  readonly nodes: number | undefined;
  readonly threads: number | undefined;
  readonly entries: readonly EvidenceEntry[];
  readonly policy: Partial<ReindexPolicy>;
}

export const NO_EVIDENCE: Evidence = {
  tasks: [],
  runDurations: [],
  current: undefined,
  nodes: undefined,
  threads: undefined,
  entries: [],
  policy: {},
};

type Source = Pick<EvidenceEntry, 'kind' | 'at' | 'name'>;

export type EvidenceAction =
  | { readonly type: 'export'; readonly source: Source; readonly content: QueueExport }
  | { readonly type: 'readings'; readonly source: Source; readonly runDurations: readonly RunDuration[] }
  | { readonly type: 'schedule'; readonly source: Source; readonly current: CurrentSchedule }
  | { readonly type: 'policy'; readonly policy: Partial<ReindexPolicy> }
  | { readonly type: 'restored'; readonly evidence: Partial<Evidence> }
  | { readonly type: 'erased' };

function mergeReadings(one: readonly RunDuration[], other: readonly RunDuration[]): readonly RunDuration[] {
  const byMoment = new Map([...one, ...other].map((reading) => [`${reading.at} ${reading.minutes}`, reading]));
  return [...byMoment.values()].sort((first, second) => first.at - second.at);
}

function addExport(state: Evidence, source: Source, { tasks, dashboard, problems }: QueueExport): Evidence {
  const interval = dashboard?.intervalMinutes;
  const last = dashboard?.lastRunMinutes;
  const readings = last === undefined ? [] : [{ at: source.at, minutes: last }];
  return {
    ...state,
    tasks: mergeTasks(state.tasks, tasks),
    runDurations: mergeReadings(state.runDurations, readings),
    current: interval === undefined ? state.current : { kind: 'interval', minutes: interval },
    nodes: dashboard?.nodes ?? state.nodes,
    threads: dashboard?.threads ?? state.threads,
    entries: [...state.entries, { ...source, tasks: tasks.length, readings: readings.length, problems }],
  };
}

export function reduceEvidence(state: Evidence, action: EvidenceAction): Evidence {
  switch (action.type) {
    case 'export':
      return addExport(state, action.source, action.content);
    case 'readings': {
      const entry = { ...action.source, tasks: 0, readings: action.runDurations.length, problems: [] };
      const runDurations = mergeReadings(state.runDurations, action.runDurations);
      return { ...state, runDurations, entries: [...state.entries, entry] };
    }
    case 'schedule':
      return {
        ...state,
        current: action.current,
        entries: [...state.entries, { ...action.source, tasks: 0, readings: 0, problems: [] }],
      };
    case 'policy':
      return { ...state, policy: action.policy };
    case 'restored':
      return { ...state, ...action.evidence };
    case 'erased':
      return { ...NO_EVIDENCE, policy: state.policy };
  }
}

/** The evidence of this page, and how to add to it. */
export function useEvidence() {
  const [evidence, dispatch] = useReducer(reduceEvidence, NO_EVIDENCE);
  return useMemo(() => ({ evidence, dispatch }), [evidence]);
}

/** When evidence was last added, milliseconds since the epoch; 0 where there is none. */
export function evidenceAt({ entries }: Evidence): number {
  return Math.max(0, ...entries.map(({ at }) => at));
}
