import { message } from '../../../src/model/message';
import { told } from '../../support/problems';
import { waitFor } from '@testing-library/dom';

import { NOTHING_KEPT, type EvidenceChanges, type EvidenceContent } from '../../../src/evidence/content';
import { exportInSteps } from '../../../src/evidence/evidence-file';
import { finish } from '../../../src/steps/steps';
import type { QueueExport } from '../../../src/queue/collector';
import { createImports } from '../../../src/ui/state/imports';
import { task } from '../../support/queue-task';

const HEADER = 'Task ID,Repository,Trigger,Status,Start time,Finish time';
const row = (place: number) =>
  `id-${place},group/rép-${place},Scheduled,INDEXED,2026-03-02T10:00:00Z,2026-03-02T10:05:00Z`;
const csv = (rows: number) => [HEADER, ...Array.from({ length: rows }, (_, place) => row(place))].join('\n');
const exportContent = (content: EvidenceContent, at: number) => finish(exportInSteps(content, at));
const file = (text: string, name = 'queue.csv') => new File([text], name, { lastModified: Date.UTC(2026, 2, 2, 12) });

function importing() {
  const found: QueueExport[] = [];
  const imports = createImports((one) => void found.push(one.found));
  const progress: number[] = [];
  imports.subscribe(() => progress.push(imports.snapshot().progress));
  return { imports, now: imports.snapshot, found, progress };
}

test('a file of 20,000 rows, with progress, while the page stays responsive', async () => {
  const { imports, now, found, progress } = importing();
  let turns = 0;
  const clock = setInterval(() => (turns += 1), 0);
  await imports.start([file(csv(20_000))]);
  clearInterval(clock);
  expect(now()).toMatchObject({
    state: 'done',
    progress: 1,
    files: [{ name: 'queue.csv', outcome: 'read', tasks: 20_000, problems: [] }],
  });
  expect(found[0]?.tasks[19_999]).toMatchObject({
    id: 'id-19999',
    repository: 'group/rép-19999',
    processingMinutes: 5,
  });
  expect(turns).toBeGreaterThan(3);
  expect([...progress].sort((a, b) => a - b)).toEqual(progress);
});

test('several files add up; a refused one says what was missing', async () => {
  const { imports, now, found } = importing();
  await imports.start([file(csv(3), 'a.csv'), file('name,age\nx,1', 'b.csv'), file(`${csv(1)}\nbad,,,,`, 'c.csv')]);
  expect(now().files).toMatchObject([
    { name: 'a.csv', outcome: 'read', tasks: 3 },
    { name: 'b.csv', outcome: 'refused', problems: [{ line: 1 }] },
    { name: 'c.csv', outcome: 'read', tasks: 1, problems: [{ line: 3 }] },
  ]);
  expect(found).toHaveLength(2);
  await imports.start([file(csv(2), 'd.csv')]);
  expect(now().files).toMatchObject([{ name: 'd.csv' }]);
});

test('files of one import come together, those of the next apart', async () => {
  const batches: object[] = [];
  const imports = createImports(({ batch }) => void batches.push(batch));
  await imports.start([file(csv(1), 'a.csv'), file(csv(2), 'b.csv')]);
  await imports.start([file(csv(3), 'c.csv')]);
  expect(new Set(batches.slice(0, 2)).size).toBe(1);
  expect(new Set(batches).size).toBe(2);
  imports.forget();
  expect(imports.snapshot()).toMatchObject({ state: 'idle', files: [] });
});

test('a cancel ends the reading and gives nothing of the file', async () => {
  const { imports, now, found } = importing();
  const reading = imports.start([file(csv(20_000)), file(csv(2))]);
  await waitFor(() => expect(now().progress).toBeGreaterThan(0));
  expect(now().state).toBe('reading');
  imports.cancel();
  await reading;
  expect(now()).toMatchObject({ state: 'canceled', files: [] });
  expect(found).toEqual([]);
  await imports.start([file(csv(2))]);
  expect(now()).toMatchObject({ state: 'done', files: [{ tasks: 2 }] });
});

test('a cancel while the last file is taken over stays a cancel, and leaves the next import alone', async () => {
  let finish = () => {};
  const imports = createImports(() => new Promise<void>((resolve) => (finish = resolve)));
  const now = imports.snapshot;
  const reading = imports.start([file(csv(1))]);
  await waitFor(() => expect(now().progress).toBe(1));
  await new Promise((resolve) => setTimeout(resolve, 5));
  imports.cancel();
  finish();
  await reading;
  expect(now()).toMatchObject({ state: 'canceled', files: [] });
});

test('an export that was mailed was made when its newest row says, not when the file was saved', async () => {
  const { imports, found } = importing();
  await imports.start([file(`${csv(2)}\nid-9,group/x,Scheduled,INDEXING,2026-03-02T10:06:00Z,`)]);
  expect(found[0]?.tasks.map(({ seenAt }) => seenAt)).toEqual(
    Array.from({ length: 3 }, () => Date.UTC(2026, 2, 2, 10, 6)),
  );
});

test('an exported history brings its readings and looks, too', async () => {
  const changes: EvidenceChanges[] = [];
  const imports = createImports(({ others }) => void changes.push(others));
  const now = imports.snapshot;
  const others = {
    runDurations: [{ at: 7, minutes: 19 }],
    current: { value: { kind: 'cron', expression: '0 0 * * * ?' }, at: 5 },
    observations: [{ at: 8, dates: [1, 2], requestMinutes: 0.1 }],
  } as const;
  const text = exportContent({ tasks: [], ...others }, 9);
  await imports.start([file(text, 'history.json'), file(text.replace('19', '"x"'), 'spoilt.json')]);
  const given = [
    { key: 'reindex.evidence.readings' },
    { key: 'reindex.evidence.current.cron' },
    { key: 'reindex.evidence.looks' },
  ];
  expect(now().files).toMatchObject([
    { outcome: 'read', tasks: 0, given, problems: [] },
    {
      name: 'spoilt.json',
      outcome: 'read',
      given: given.slice(1),
      problems: [{ reason: message('reindex.import.spoilt', message('evidence.entry.run', 1)) }],
    },
  ]);
  expect(changes).toEqual([others, { ...others, runDurations: [] }]);
});

test.each([
  [
    'of a newer version',
    (text: string) => text.replace('"version":1', '"version":99'),
    { outcome: 'newer', tasks: 0, given: [] },
  ],
  ['of a version that is none', (text: string) => text.replace('"version":1', '"version":"x"'), { outcome: 'refused' }],
  [
    'cut off',
    (text: string) => text.slice(0, -5),
    { outcome: 'refused', problems: [{ reason: message('queue.problem.cut-off') }] },
  ],
])('a history %s is not used', async (_, change, expected) => {
  const { imports, now, found } = importing();
  const text = exportContent({ tasks: [], runDurations: [{ at: 7, minutes: 19 }], observations: [] }, 9);
  await imports.start([file(change(text), 'history.json')]);
  expect(now().files).toMatchObject([expected]);
  expect(found).toEqual([]);
});

test('tasks of a history of which none can be used are told, too', async () => {
  const { imports, now } = importing();
  const text = exportContent(
    { tasks: [task('a', 0, 1, 2)], runDurations: [{ at: 7, minutes: 19 }], observations: [] },
    9,
  );
  await imports.start([file(text.replace('"scheduled"', '"dance"'), 'history.json')]);
  expect(now().files).toMatchObject([
    {
      outcome: 'read',
      tasks: 0,
      problems: [{ reason: message('queue.problem.trigger', message('queue.problem.cell', 'dance')) }],
    },
  ]);
});

test('an empty history is refused as that', async () => {
  const { imports, now } = importing();
  await imports.start([file(exportContent(NOTHING_KEPT, 9), 'history.json')]);
  expect(now().files).toMatchObject([{ outcome: 'refused', problems: [{ reason: message('reindex.import.empty') }] }]);
});

test('what is beyond its range in a history is left out and named', async () => {
  const changes: EvidenceChanges[] = [];
  const problems: string[] = [];
  const imports = createImports(({ found, others }) => {
    changes.push(others);
    problems.push(...told(found.problems).map(({ reason }) => reason));
  });
  const text = JSON.stringify({
    ...(JSON.parse(exportContent({ ...NOTHING_KEPT, tasks: [task('a', 0, 1, 2)] }, 9)) as object),
    runDurations: [
      { at: 1e300, minutes: 5 },
      { at: 5, minutes: 5 },
    ],
    current: { value: { kind: 'interval', minutes: -1 }, at: 5 },
    nodes: { value: 0, at: 5 },
  });
  await imports.start([file(text, 'history.json')]);
  expect(changes).toEqual([{ runDurations: [{ at: 5, minutes: 5 }], observations: [] }]);
  expect(problems).toEqual(
    ['last run duration 1', 'current schedule', 'number of nodes'].map(
      (name) => `${name}: it is of a wrong type, or beyond what it can be`,
    ),
  );
});

test.each([0, -5, 1e300])('a file that was last changed at %d was looked at now', async (lastModified) => {
  const { imports, found } = importing();
  const before = Date.now();
  await imports.start([
    new File(['Repository,Trigger,Status,Finish time\na,Scheduled,INDEXED,1 minute ago'], 'a.csv', { lastModified }),
  ]);
  expect(found[0]?.tasks[0]?.seenAt).toBeGreaterThanOrEqual(before - 120_000);
});

test.each(['utf-16le', 'utf-16be'])('%s with a mark', async (encoding) => {
  const { imports, found } = importing();
  const text = `\uFEFF${csv(3)}`;
  const view = new DataView(new ArrayBuffer(text.length * 2));
  [...text].forEach((character, place) => view.setUint16(place * 2, character.charCodeAt(0), encoding === 'utf-16le'));
  await imports.start([new File([view.buffer], 'queue.csv', { lastModified: Date.UTC(2026, 2, 2, 12) })]);
  expect(found[0]).toMatchObject({ problems: [], tasks: [{ repository: 'group/rép-0' }, {}, {}] });
});

test('a page without rows but with the dashboard is used', async () => {
  const { imports, now, found } = importing();
  await imports.start([
    file(
      'Indexing queue\nScheduled time for indexing, minutes\n90\nLast run duration: 2 minutes, 17 seconds',
      'page.txt',
    ),
  ]);
  expect(now().files).toMatchObject([{ outcome: 'read', tasks: 0 }]);
  expect(found[0]?.dashboard).toMatchObject({ intervalMinutes: 90 });
});

test('a file that cannot be read', async () => {
  const { imports, now } = importing();
  const gone = file(csv(2));
  jest.spyOn(gone, 'slice').mockImplementation(() => {
    throw new DOMException('', 'NotReadableError');
  });
  await imports.start([gone]);
  expect(now().files).toMatchObject([{ outcome: 'unreadable' }]);
});

test('leaving the page ends the reading', async () => {
  const { imports, found } = importing();
  const reading = imports.start([file(csv(20_000))]);
  imports.stop();
  await reading;
  expect(found).toEqual([]);
});
