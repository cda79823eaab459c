import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { QueueTask } from '../../src/model/queue';
import { parseQueueExport } from '../../src/queue/read-queue';
import { adviseReindexInterval } from '../../src/reindex/advise';
import { lookWhenNewest } from '../../src/queue/looked-at';

const NOW = Date.UTC(2026, 2, 2, 12);
const MINUTE = 60_000;

const task = (startedAt: number, more: Partial<QueueTask> = {}): QueueTask => ({
  operation: 'reindex',
  trigger: 'scheduled',
  status: 'indexing',
  startedAt,
  seenAt: NOW,
  ...more,
});

function looked(...tasks: QueueTask[]): QueueTask[] {
  lookWhenNewest(tasks, NOW, true);
  return tasks;
}

test('tasks were seen at the newest time of all', () => {
  const [running, done] = looked(task(NOW - 90 * MINUTE), task(NOW - 70 * MINUTE, { finishedAt: NOW - 60 * MINUTE }));
  expect([running?.seenAt, done?.seenAt]).toEqual([NOW - 60 * MINUTE, NOW - 60 * MINUTE]);
});

test('a row that says itself when it was looked at keeps that, and has no part in it', () => {
  const [running, other] = looked(task(NOW - 90 * MINUTE), task(NOW - 5 * MINUTE, { seenAt: NOW - 4 * MINUTE }));
  expect([running?.seenAt, other?.seenAt]).toEqual([NOW - 90 * MINUTE, NOW - 4 * MINUTE]);
});

test.each([
  ['a clock that is a little ahead', 15 * MINUTE, 0],
  ['half an hour', 15 * MINUTE + 1, 30 * MINUTE],
  ['the zone of New York', 5 * 60 * MINUTE - 1, 5 * 60 * MINUTE],
  ['as far as zones are apart', 26 * 60 * MINUTE, 26 * 60 * MINUTE],
])('times ahead: %s', (_, ahead, back) => {
  const [older, newest] = looked(
    task(NOW + ahead - 10 * MINUTE, { queuedAt: NOW + ahead - 20 * MINUTE }),
    task(NOW + ahead - 5 * MINUTE, { finishedAt: NOW + ahead }),
  );
  expect(newest).toMatchObject({
    startedAt: NOW + ahead - 5 * MINUTE - back,
    finishedAt: NOW + ahead - back,
    seenAt: NOW + ahead - back,
  });
  expect(older).toMatchObject({
    queuedAt: NOW + ahead - 20 * MINUTE - back,
    startedAt: NOW + ahead - 10 * MINUTE - back,
  });
});

test('times that say their zone are not moved', () => {
  const tasks = [task(NOW + 20 * MINUTE), task(NOW + 18 * MINUTE)];
  lookWhenNewest(tasks, NOW, false);
  expect(tasks).toMatchObject([
    { startedAt: NOW + 20 * MINUTE, seenAt: NOW + 20 * MINUTE },
    { startedAt: NOW + 18 * MINUTE, seenAt: NOW + 20 * MINUTE },
  ]);
});

test('one time alone that lies ahead is wrong, and no sign of another zone', () => {
  const [queued, running, done] = looked(
    { ...task(0), status: 'queued', startedAt: undefined, queuedAt: NOW + 300 * MINUTE },
    task(NOW - 10 * MINUTE),
    task(NOW - 70 * MINUTE, { finishedAt: NOW - 60 * MINUTE }),
  );
  expect([running?.seenAt, done?.seenAt]).toEqual([NOW - 10 * MINUTE, NOW - 10 * MINUTE]);
  expect([running?.startedAt, queued?.queuedAt]).toEqual([NOW - 10 * MINUTE, NOW + 300 * MINUTE]);
});

test.each([
  ['ISO dates', (text: string) => text],
  [
    'dates of which day and month cannot be told apart at first',
    (text: string) => text.replace(/2026-(\d\d)-0?(\d+)/g, '$2/$1/2026'),
  ],
])('tables of several days in one text were looked at one after the other: %s', (_, write) => {
  const header = 'repository,trigger,status,start time,finish time';
  const day = (date: string) => [
    header,
    `a,Scheduled,INDEXED,${date} 10:00:00,${date} 10:10:00`,
    `b,Scheduled,INDEXING,${date} 10:10:00,`,
  ];
  const { tasks } = parseQueueExport(
    write([...day('2026-02-03'), ...day('2026-02-04'), 'c,Scheduled,QUEUED,2026-02-13 10:00:00,'].join('\n')),
    { capturedAt: NOW },
  );
  const seen = (repository: string) =>
    tasks
      .filter((one) => one.repository === repository)
      .map(({ seenAt = 0 }) => new Date(seenAt).getDate())
      .sort();
  expect(seen('a')).toEqual([13, 3]);
  expect(seen('b')).toEqual([13, 3]);
});

test('a time further ahead than zones are apart is left alone', () => {
  const [wrong, running] = looked(task(NOW + 27 * 60 * MINUTE), task(NOW - MINUTE));
  expect(wrong?.startedAt).toBe(NOW + 27 * 60 * MINUTE);
  expect(running?.seenAt).toBe(NOW - MINUTE);
});

test.each([0, 2, 9, -4])(
  'a grid of a database tool, pasted in a zone %d hours away, gives the advice that it gives at once',
  (hours) => {
    const text = readFileSync(join(__dirname, '../fixtures/queue/grid-of-a-database-tool.tsv'), 'utf8');
    const [look, pasted] = [new Date(2023, 9, 2, 12).getTime(), new Date(2023, 9, 2, 12 + hours).getTime()];
    const advise = (capturedAt: number) => {
      const { tasks } = parseQueueExport(text, { capturedAt });
      return adviseReindexInterval({ tasks, now: capturedAt, current: { kind: 'interval', minutes: 20 } });
    };
    expect(advise(pasted)).toMatchObject({ minutes: 13, verdict: 'good' });
    expect(advise(look)).toMatchObject({ minutes: 13, verdict: 'good' });
  },
);
