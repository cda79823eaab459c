import { NOTHING_KEPT } from '../../src/evidence/content';
import { exportInSteps } from '../../src/evidence/evidence-file';
import { readFile } from '../../src/evidence/read-file';
import { finish } from '../../src/steps/steps';
import { told } from '../support/problems';
import { minute, T0, task } from '../support/queue-task';

const CSV =
  'Task ID,Repository,Trigger,Status,Start time,Finish time\n1,rép,Scheduled,INDEXED,2026-03-01T10:00:00Z,2026-03-01T10:05:00Z';
const { signal } = new AbortController();

/** A text in pieces of so many bytes. */
async function* pieces(bytes: Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield await Promise.resolve(bytes.slice(from, from + size));
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (bytes: Uint8Array, writtenAt = T0) => readFile(pieces(bytes), { writtenAt, now: T0, signal });

test('an export of the queue, in pieces that cut a letter', async () => {
  const { outcome, found, at, given } = await read(utf8(CSV));
  expect({ outcome, at, given }).toMatchObject({
    outcome: 'read',
    at: Date.UTC(2026, 2, 1, 10, 5),
    given: [{ key: 'reindex.evidence.tasks', count: 1 }],
  });
  expect(found.tasks).toMatchObject([{ repository: 'rép', processingMinutes: 5 }]);
});

test.each([
  ['little', [0xff, 0xfe], (code: number) => [code & 0xff, code >> 8]],
  ['big', [0xfe, 0xff], (code: number) => [code >> 8, code & 0xff]],
])('UTF-16 with its %s end first', async (_, mark, bytesOf) => {
  const bytes = [...CSV].flatMap((letter) => bytesOf(letter.charCodeAt(0)));
  expect((await read(Uint8Array.from([...mark, ...bytes]))).found.tasks).toMatchObject([{ repository: 'rép' }]);
});

test('what is no export is refused and says why', async () => {
  const { outcome, problems } = await read(utf8('name,age\nx,1'));
  expect(outcome).toBe('refused');
  expect(told(problems)[0]?.reason).toMatch(/^no export of the indexing queue: missing/);
  expect((await read(utf8(''))).outcome).toBe('refused');
});

test('exported evidence is read with what it holds beside tasks', async () => {
  const content = {
    ...NOTHING_KEPT,
    tasks: [task('r1', 0, 1, 2, { seenAt: minute(3) })],
    nodes: { value: 2, at: minute(1) },
    observations: [{ at: minute(4), dates: [minute(2)], requestMinutes: 0.1 }],
  };
  const exported = utf8(finish(exportInSteps(content, minute(5))));
  const { outcome, others, found, at } = await read(exported);
  expect(outcome).toBe('read');
  expect(others).toMatchObject({ nodes: content.nodes, observations: content.observations });
  expect(found.tasks).toMatchObject([{ repository: 'r1' }]);
  expect(at).toBe(minute(3));
});

test('exported evidence says what it is, and of which Jira where that was told', async () => {
  const content = { ...NOTHING_KEPT, nodes: { value: 2, at: minute(1) } };
  expect(await read(utf8(CSV))).toMatchObject({ isEvidence: false });
  const silent = await read(utf8(finish(exportInSteps(content, T0))));
  expect(silent).toMatchObject({ isEvidence: true, baseUrl: undefined });
  const telling = await read(utf8(finish(exportInSteps(content, T0, 'https://jira.example.com/jira'))));
  expect(telling).toMatchObject({ isEvidence: true, baseUrl: 'https://jira.example.com/jira' });
});

test('evidence without anything in it is refused; a part that is spoilt is told', async () => {
  const empty = await read(utf8(finish(exportInSteps(NOTHING_KEPT, T0))));
  expect(empty.outcome).toBe('refused');
  expect(told(empty.problems)).toEqual([{ line: 1, reason: 'the history in it is empty' }]);
  const spoilt =
    '{"format":"git-integration-checkup-history","version":1,"nodes":{"value":0,"at":1},"threads":{"value":4,"at":1}}';
  const { outcome, problems } = await read(utf8(spoilt));
  expect(outcome).toBe('read');
  expect(told(problems)).toEqual([
    { line: 1, reason: 'number of nodes: it is of a wrong type, or beyond what it can be' },
  ]);
});

test('evidence of a newer version is not used', async () => {
  expect(await read(utf8('{"format":"git-integration-checkup-history","version":2,"tasks":[]}'))).toMatchObject({
    outcome: 'newer',
    problems: [],
  });
});

test('a time of writing that is no moment is now', async () => {
  const page = 'Showing 1 - 1 tasks out of 1\nScheduled time for indexing: 5 minutes';
  expect((await read(utf8(page), 0)).at).toBe(T0);
});

test('a signal ends it with its reason', async () => {
  const stopped = new AbortController();
  stopped.abort(new Error('stopped'));
  await expect(readFile(pieces(utf8(CSV)), { writtenAt: T0, now: T0, signal: stopped.signal })).rejects.toThrow(
    'stopped',
  );
});
