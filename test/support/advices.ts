import { countedMessage } from '../../src/model/message';
import type { CurrentSchedule } from '../../src/model/schedule';
import type { ReindexAdvice } from '../../src/reindex/advice/advice';
import { adviseReindexInterval } from '../../src/reindex/advise';
import type { ReindexEvidence } from '../../src/reindex/evidence';
import { DEFAULT_POLICY } from '../../src/reindex/policy';
import type { AdviceGiven } from '../../src/report/formats/advice-given';
import { minute, round, task } from './queue-task';
import { watched } from './suggestion';

const every = (minutes: number): CurrentSchedule => ({ kind: 'interval', minutes });
const cron = (expression: string): CurrentSchedule => ({ kind: 'cron', expression });
const THREE_ROUNDS = [...round(0, 19), ...round(60, 18), ...round(120, 17)];
const on = (node: string, count: number) =>
  Array.from({ length: count }, (_, place) => task(`${node}${place}`, 0, place, place + 1, { node }));
/** What would end a line, turn it, or tell a terminal something. */
const HOSTILE = 'a\u001b[31m\r\nb\u2028\u202e"<script>';

/** Evidence by what comes of it. */
const EVIDENCE: Readonly<Record<string, Partial<ReindexEvidence>>> = {
  'too-short': { tasks: THREE_ROUNDS, now: minute(140), current: every(5) },
  'fits-so-far': { tasks: round(0, 19), now: minute(40), current: every(30), nodes: 1, threads: 1 },
  cron: { tasks: THREE_ROUNDS, now: minute(140), current: cron('0 0,30 6,20 * * ?') },
  off: { tasks: THREE_ROUNDS, now: minute(140), current: every(0) },
  'current-unknown': { runDurations: watched(18, 19, 20) },
  'at-least': { runDurations: [{ at: minute(0), minutes: 19 }], current: every(5) },
  'at-least-by-dates': { leastMinutes: 19, current: every(30) },
  'nothing-given': {},
  'schedule-off': { current: every(9_999_999) },
  troubles: {
    tasks: [
      ...round(0, 12),
      ...[0, 30, 60].map((tick) => task('bad', tick, tick, tick + 1, { status: 'error' })),
      ...Array.from({ length: 12 }, (_, place) => task(`hung ${place}`, 0, 10, undefined, { node: 'node-a' })),
      task('a', 0, undefined, undefined, { operation: 'removal' }),
      task('b', 0, 300, 301, { operation: 'garbage-collection' }),
    ],
    runDurations: watched(10),
    now: minute(700),
  },
  nodes: { tasks: [...on('node-a', 10), ...on('node-b', 2)], runDurations: watched(10) },
  hostile: {
    tasks: [
      ...round(0, 12),
      task(HOSTILE, 0, 10, undefined, { node: HOSTILE, integration: HOSTILE }),
      ...[0, 30, 60].map((tick) =>
        task(`${HOSTILE}!`, tick, tick, tick + 1, { status: 'error', integration: undefined }),
      ),
    ],
    runDurations: watched(10),
    now: minute(700),
  },
};

export interface AdviceCase {
  readonly name: string;
  readonly advice: ReindexAdvice;
  readonly given: AdviceGiven;
}

function adviceCase([name, evidence]: readonly [string, Partial<ReindexEvidence>]): AdviceCase {
  const all = { tasks: [], now: minute(1440), ...evidence };
  const { current, nodes, threads, now } = all;
  const source = {
    name: name === 'hostile' ? HOSTILE : 'queue.csv',
    brought: [countedMessage('reindex.evidence.tasks', all.tasks.length)],
    problems: all.tasks.length > 20 ? 2 : 0,
  };
  const given: AdviceGiven = {
    sources: all.tasks.length > 0 ? [source] : [],
    schedule: current,
    nodes,
    threads,
    policy: DEFAULT_POLICY,
    dated: evidence.leastMinutes === undefined ? 0 : 300,
    advisedAt: now,
    appVersion: '1.1.0',
  };
  return { name, advice: adviseReindexInterval(all), given };
}

/** An advice of each kind, made of small evidence. */
export const ADVICES: readonly AdviceCase[] = Object.entries(EVIDENCE).map(adviceCase);
