import type { QueueTask } from '../../../src/model/queue';
import {
  doneAt,
  drawerOf,
  isAlike,
  isEqual,
  isMarkedDistinct,
  isNewer,
  markDistinct,
  subjectOf,
  UNTIMED,
} from '../../../src/queue/merge/same-task';
import { minute, task } from '../../support/queue-task';

const row = (more: Partial<QueueTask>): QueueTask => ({ ...task('r', 0), id: undefined, queuedAt: undefined, ...more });
const done = (more: Partial<QueueTask>) => row({ status: 'indexed', ...more });

test.each<[string, Partial<QueueTask>, Partial<QueueTask>, boolean]>([
  ['one that came further', { status: 'indexing' }, { status: 'queued' }, true],
  ['one that came less far', { status: 'queued', seenAt: 9 }, { status: 'indexing', seenAt: 1 }, false],
  ['done after running', { status: 'error' }, { status: 'indexing' }, true],
  ['done in another way, seen later', { status: 'canceled', seenAt: 2 }, { status: 'indexed', seenAt: 1 }, true],
  ['seen at once', { status: 'queued', seenAt: 1 }, { status: 'queued', seenAt: 1 }, true],
  ['seen earlier', { status: 'queued', seenAt: 1 }, { status: 'queued', seenAt: 2 }, false],
  ['seen at an unknown time', { status: 'queued' }, { status: 'queued', seenAt: 1 }, false],
  ['seen at a known time', { status: 'queued', seenAt: 1 }, { status: 'queued' }, true],
  [
    'done with finer times',
    { status: 'indexed', blurMinutes: 1, seenAt: 1 },
    { status: 'indexed', blurMinutes: 60, seenAt: 2 },
    true,
  ],
  [
    'done with coarser times',
    { status: 'indexed', blurMinutes: 1, seenAt: 2 },
    { status: 'indexed', seenAt: 1 },
    false,
  ],
  ['open with coarser times', { status: 'queued', blurMinutes: 60, seenAt: 2 }, { status: 'queued', seenAt: 1 }, true],
])('%s says more: %#', (_, next, kept, newer) => {
  expect(isNewer(row(next), row(kept))).toBe(newer);
});

test.each<[Partial<QueueTask>, number | undefined]>([
  [{ finishedAt: 3, startedAt: 2, queuedAt: 1 }, 3],
  [{ startedAt: 2, queuedAt: 1 }, 2],
  [{ queuedAt: 1 }, 1],
  [{}, undefined],
])('%j was done at %d', (times, at) => {
  expect(doneAt(row(times))).toBe(at);
});

test.each<[Partial<QueueTask>, number]>([
  [{ status: 'queued' }, UNTIMED],
  [{ status: 'indexed' }, UNTIMED],
  [{ status: 'indexed', finishedAt: 179_999 }, 2],
  [{ status: 'indexed', finishedAt: 180_000 }, 3],
  [{ status: 'indexed', finishedAt: -1 }, 0],
  [{ status: 'queued', queuedAt: 179_999, finishedAt: 1 }, -4],
  [{ status: 'indexing', queuedAt: 180_000 }, -5],
  [{ status: 'queued', queuedAt: -1 }, -2],
])('%j lies in drawer %d', (more, drawer) => {
  expect(drawerOf(row(more))).toBe(drawer);
});

test('tasks are for the same by integration, repository and operation', () => {
  const known = subjectOf(row({ repositoryId: '7' }));
  expect(subjectOf(row({ repositoryId: '8', node: 'n' }))).toBe(known);
  for (const other of [
    { integration: 'x' },
    { integration: undefined },
    { repository: 'x' },
    { operation: 'removal' as const },
  ])
    expect(subjectOf(row({ repositoryId: '7', ...other }))).not.toBe(known);
  expect(subjectOf(row({ repository: undefined, repositoryId: '7' }))).toBe(subjectOf(row({ repository: '7' })));
  expect(subjectOf(row({ repository: undefined }))).not.toBe(known);
});

const EXACT = { status: 'indexed', queuedAt: 1, startedAt: 2, finishedAt: 3, processingMinutes: 4 } as const;

test.each<[string, Partial<QueueTask>, Partial<QueueTask>, boolean]>([
  ['all times', EXACT, EXACT, true],
  ['known by the start', { startedAt: 2 }, { startedAt: 2 }, true],
  ['known by the insertion', { queuedAt: 1 }, { queuedAt: 1 }, true],
  ['no time', {}, {}, false],
  ['times that may be off', { ...EXACT, blurMinutes: 1 }, { ...EXACT, blurMinutes: 1 }, false],
  ['another insertion', EXACT, { ...EXACT, queuedAt: 9 }, false],
  ['another start', EXACT, { ...EXACT, startedAt: 9 }, false],
  ['another finish', EXACT, { ...EXACT, finishedAt: 9 }, false],
  ['another duration', EXACT, { ...EXACT, processingMinutes: 9 }, false],
  ['another end', EXACT, { ...EXACT, status: 'error' }, false],
  ['another trigger', EXACT, { ...EXACT, trigger: 'manual' }, false],
])('a row that stands twice in one look: %s', (_, one, other, equal) => {
  expect(isEqual(row(one), row(other))).toBe(equal);
});

const at = minute;

test.each<[string, QueueTask, QueueTask, boolean]>([
  ['done at once', done({ finishedAt: at(5) }), done({ finishedAt: at(5) }), true],
  [
    'done within what both may be off',
    done({ finishedAt: at(5), blurMinutes: 1 }),
    done({ finishedAt: at(7), blurMinutes: 1 }),
    true,
  ],
  [
    'done further apart',
    done({ finishedAt: at(5), blurMinutes: 1 }),
    done({ finishedAt: at(7) + 1, blurMinutes: 1 }),
    false,
  ],
  ['done by another trigger', done({ finishedAt: at(5) }), done({ finishedAt: at(5), trigger: 'manual' }), false],
  [
    'done at once, put in at once by another trigger',
    done({ queuedAt: at(1), finishedAt: at(5) }),
    done({ queuedAt: at(1), finishedAt: at(5), trigger: 'manual' }),
    false,
  ],
  [
    'put in at other times by another trigger',
    row({ queuedAt: at(1) }),
    row({ queuedAt: at(2), trigger: 'webhook' }),
    false,
  ],
  [
    'waiting since a known time, done within its look',
    row({ queuedAt: at(1), seenAt: at(5) }),
    done({ finishedAt: at(6) }),
    true,
  ],
  [
    'waiting, done and put in at a known time',
    row({ seenAt: at(5) }),
    done({ queuedAt: at(1), finishedAt: at(6) }),
    true,
  ],
  ['both waiting, one since a known time', row({ queuedAt: at(1), seenAt: at(1) }), row({ seenAt: at(2) }), true],
  ['both waiting, the other since a known time', row({ seenAt: at(1) }), row({ queuedAt: at(1), seenAt: at(2) }), true],
  ['done without a finish, begun at once', done({ startedAt: at(5) }), done({ startedAt: at(5) }), true],
  ['one without a finish', done({ startedAt: at(5) }), done({ startedAt: at(5), finishedAt: at(6) }), false],
  ['waiting and done, put in at once', row({ queuedAt: at(1) }), done({ queuedAt: at(1), finishedAt: at(5) }), true],
  ['the other way round', done({ queuedAt: at(1), finishedAt: at(5) }), row({ queuedAt: at(1) }), true],
  ['put in at other times', row({ queuedAt: at(1) }), done({ queuedAt: at(2), finishedAt: at(5) }), false],
  [
    'put in within what one may be off',
    row({ queuedAt: at(1), blurMinutes: 1 }),
    done({ queuedAt: at(2), finishedAt: at(5) }),
    true,
  ],
  [
    'put in at once by another trigger',
    row({ queuedAt: at(1) }),
    done({ queuedAt: at(1), finishedAt: at(5), trigger: 'webhook' }),
    true,
  ],
  [
    'about at once by another trigger',
    row({ queuedAt: at(1), blurMinutes: 1 }),
    done({ queuedAt: at(1), finishedAt: at(5), trigger: 'webhook' }),
    false,
  ],
  [
    'by another trigger, put in at unknown times',
    row({ seenAt: at(3) }),
    done({ finishedAt: at(5), trigger: 'webhook' }),
    false,
  ],
  ['both waiting, by another trigger', row({ queuedAt: at(1) }), row({ queuedAt: at(1), trigger: 'webhook' }), true],
  ['waiting, done when it was looked at', row({ seenAt: at(5) }), done({ finishedAt: at(5) }), true],
  ['waiting, done before', row({ seenAt: at(5) }), done({ finishedAt: at(5) - 1 }), false],
  ['waiting, begun long after', row({ seenAt: at(5) }), done({ startedAt: at(50), finishedAt: at(55) }), true],
  ['waiting, looked at at an unknown time', row({ seenAt: undefined }), done({ finishedAt: at(5) }), false],
  [
    'running, begun before the look',
    row({ status: 'indexing', seenAt: at(5) }),
    done({ startedAt: at(5), finishedAt: at(9) }),
    true,
  ],
  [
    'running, begun after it',
    row({ status: 'indexing', seenAt: at(5) }),
    done({ startedAt: at(5) + 1, finishedAt: at(9) }),
    false,
  ],
  [
    'running, begun about then',
    row({ status: 'indexing', seenAt: at(5), blurMinutes: 1 }),
    done({ startedAt: at(6), finishedAt: at(9) }),
    true,
  ],
  ['both waiting, put in at once', row({ queuedAt: at(1) }), row({ queuedAt: at(1) }), true],
  ['both waiting, put in a moment apart', row({ queuedAt: at(1) }), row({ queuedAt: at(1) + 1 }), false],
  ['both waiting, put in at unknown times', row({ seenAt: at(1) }), row({ seenAt: at(2) }), true],
  ['waiting, later running', row({ seenAt: at(1) }), row({ status: 'indexing', seenAt: at(2) }), true],
  ['running, later waiting', row({ status: 'indexing', seenAt: at(1) }), row({ seenAt: at(2) }), false],
  ['the same, given in the other order', row({ seenAt: at(2) }), row({ status: 'indexing', seenAt: at(1) }), false],
])('%s: the same task %#', (_, one, other, alike) => {
  expect(isAlike(one, other)).toBe(alike);
});

test('a list is known to be without repeats until something is added', () => {
  const tasks = [task('r', 0)];
  expect(isMarkedDistinct(tasks)).toBe(false);
  markDistinct(tasks);
  expect(isMarkedDistinct(tasks)).toBe(true);
  tasks.push(task('s', 0));
  expect(isMarkedDistinct(tasks)).toBe(false);
});
