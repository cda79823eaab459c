import { NO_DECISIONS, withEntries, type AdviceEntry } from '../../src/decisions/decisions';
import { read } from '../../src/model/gathered';
import { known } from '../../src/model/reading';
import { NO_REINDEX_HISTORY, type ReindexStatus } from '../../src/model/reindex';
import type { CurrentSchedule } from '../../src/model/schedule';
import { buildReport } from '../../src/report/build-report';
import type { ReindexFacts } from '../../src/report/reindex-status';
import { headlineOf, withSharedAdvice, type SharedKnown } from '../../src/report/shared-advice';
import { DAY, gathered, NOW, reading, stampOf } from '../support/facts';

const every = (minutes: number): CurrentSchedule => ({ kind: 'interval', minutes });

/** Rounds of 19 minutes, with an interval of 5. */
const SAID: ReindexStatus = {
  ...{ kind: 'advised', verdict: 'too-short', isSure: true, suggested: 22 },
  round: reading('roundMinutes', 19, 'admin'),
  current: reading('reindexInterval', 5, 'admin'),
};
const ENTRY: AdviceEntry = { kind: 'advice', status: SAID, schedule: every(5), at: NOW - DAY, by: 'Ada' };

function bounded(atLeast: number, verdict: 'too-short' | 'not-proven' = 'too-short'): ReindexStatus {
  const bound = known('atLeastMinutes', atLeast, stampOf('admin'));
  const current = reading('reindexInterval', 5, 'admin');
  return { kind: 'at-least', verdict, suggested: 22, isProbable: true, atLeast, bound, current };
}

function shared(own: ReindexStatus, more: Partial<SharedKnown> = {}): ReindexStatus {
  const facts: ReindexFacts = { reindexInterval: read(reading('reindexInterval', 5, 'admin')), reindex: own };
  const all = { entry: ENTRY, evidenceAt: undefined, schedule: every(5), policy: {}, now: NOW, ...more };
  return withSharedAdvice(facts, all).reindex;
}

const OWN = NO_REINDEX_HISTORY;

test('where this browser has no evidence, what another admin gave counts, and it says who and when', () => {
  const stamp = { source: 'admin', request: '', readAt: NOW - DAY, by: 'Ada' };
  expect(shared(OWN)).toEqual({
    ...SAID,
    round: known('roundMinutes', 19, stamp as never),
    current: known('reindexInterval', 5, stamp as never),
  });
});

test.each<[string, ReindexStatus, Partial<SharedKnown>]>([
  ['nobody shared any', OWN, { entry: undefined }],
  ['what was shared says nothing', OWN, { entry: { ...ENTRY, status: NO_REINDEX_HISTORY } }],
  ['own evidence is newer', OWN, { evidenceAt: NOW }],
  ['own evidence is as new', OWN, { evidenceAt: NOW - DAY }],
  ['it is older than what counts', OWN, { entry: { ...ENTRY, at: NOW - 14 * DAY - 1 } }],
  ['it is older than the numbers of the advisor say', OWN, { policy: { historyDays: 0.5 } }],
  ['a round is known to take longer', bounded(25), {}],
])('own advice counts where %s', (_, own, more) => expect(shared(own, more)).toBe(own));

test.each<[string, ReindexStatus, Partial<SharedKnown>]>([
  ['own evidence is older', OWN, { evidenceAt: NOW - DAY - 1 }],
  ['it is as old as what counts', OWN, { entry: { ...ENTRY, at: NOW - 14 * DAY } }],
  ['the dates tell of a shorter round', bounded(19, 'not-proven'), {}],
  ['nobody knows what is set', OWN, { schedule: undefined }],
])('the shared advice counts where %s', (_, own, more) =>
  expect(shared(own, more)).toMatchObject({ kind: 'advised', verdict: 'too-short', suggested: 22 }),
);

test.each<[number, string]>([
  [0, 'off'],
  [18, 'too-short'],
  [21, 'tight'],
  [22, 'good'],
  [1440, 'good'],
  [1441, 'longer-than-needed'],
])('is judged anew by the schedule of now: every %d minutes is %s', (minutes, verdict) => {
  expect(shared(OWN, { schedule: every(minutes) })).toMatchObject({ verdict, current: { value: minutes } });
});

test.each<[number, string]>([
  [0, 'off'],
  [18, 'too-short'],
  [19, 'not-proven'],
])('so is a lower bound: every %d minutes is %s', (minutes, verdict) => {
  const entry = { ...ENTRY, status: bounded(19) };
  expect(shared(OWN, { entry, schedule: every(minutes) })).toMatchObject({ kind: 'at-least', verdict });
});

test('a schedule that is not understood is none that is known', () => {
  const schedule = { kind: 'cron', expression: 'now and then' } as const;
  expect(shared(OWN, { schedule })).toMatchObject({ verdict: 'current-unknown', current: { kind: 'absent' } });
});

test('the report of every admin has the same verdict, whoever gave the evidence', () => {
  const decisions = withEntries(NO_DECISIONS, [ENTRY]);
  const finding = buildReport(gathered(), { decisions, schedule: every(5), now: NOW }).instance[0];
  expect(finding).toMatchObject({ check: 'reindex-interval', verdict: 'fail', severity: 'high' });
  expect(finding?.found[0]?.stamp.by).toBe('Ada');
});

test.each<[ReindexStatus, string | undefined]>([
  [NO_REINDEX_HISTORY, undefined],
  [SAID, 'reindex.head.change'],
  [{ ...SAID, verdict: 'off' }, 'reindex.head.could'],
  [{ ...SAID, verdict: 'longer-than-needed' }, 'reindex.head.could'],
  [{ ...SAID, verdict: 'good' }, 'reindex.head.good'],
  [{ ...SAID, verdict: 'good', isSure: false }, undefined],
  [bounded(19), 'reindex.head.at-least'],
  [bounded(19, 'not-proven'), undefined],
])('the head of the page: %#', (status, key) => expect(headlineOf(status)?.key).toBe(key));
