import { displayName } from '../../src/checks/display-name';
import { EVIDENCE_MEMBERS } from '../../src/evidence/evidence-file';
import { hostProduct } from '../../src/model/host';
import { createQueueParser, parseQueueExport } from '../../src/queue/read-queue';
import { cronGaps } from '../../src/schedule/cron';
import { parseDuration } from '../../src/schedule/duration';
import { parseSchedule } from '../../src/schedule/parse-schedule';
import { readColumnName } from '../../src/queue/rows/columns';
import { parseTime } from '../../src/queue/rows/time';
import { readStatus } from '../../src/queue/rows/words';
import { detailOf, readAnswer, readPage } from '../../src/sources/answer';
import { readSchedulePage } from '../../src/sources/schedule';
import { retryAfter } from '../../src/sources/jira-client';
import { redact } from '../../src/model/redact';
import { formatHash, parseHash } from '../../src/ui/state/view-state';
import { leastCpuTime } from '../support/cpu-time';
import { evidence } from '../support/facts';
import { HOSTILE_JSON, HOSTILE_TEXTS } from '../support/hostile-texts';

const NOW = Date.UTC(2026, 2, 2, 12);
const PAGE_HEADER = 'Finish time\tIntegration name\tRepository name\tType of operation\tDelay\tTrigger\tStatus\n';
const TABLE_HEADER = 'repository,trigger,status,start time,processing time\n';
const CELLS = [
  'repository',
  'group',
  'integration',
  'id',
  'start time',
  'finish time',
  'processing time',
  'queued time',
  'priority',
  'flag',
  'seenAt',
];

const read = (text: string) => parseQueueExport(text, { capturedAt: NOW });

function judgeName(changes: { readonly displayName?: string; readonly origin?: string }): unknown {
  return displayName.judge(evidence({ integration: changes, others: [changes] }));
}

/** In pieces, as a file comes. */
function readFile(text: string): unknown {
  const parser = createQueueParser({ capturedAt: NOW, members: EVIDENCE_MEMBERS });
  for (let from = 0; from < text.length; from += 1 << 18) parser.push(text.slice(from, from + (1 << 18)));
  return parser.finish();
}

/** What is given a text that should be short: a name, an origin, an error, a number, a link. */
const OF_A_TEXT: Readonly<Record<string, (text: string) => unknown>> = {
  redact: redact,
  'detail of an answer': (text) => detailOf({ error: text, errorMessages: [text] }),
  'an answer': (text) => [
    readAnswer(200, text, false),
    readAnswer(500, text, false),
    readPage(200, text, false, () => false),
  ],
  'Retry-After': (text) => retryAfter(text, NOW),
  'an origin': (text) => [hostProduct(text, 'GIT'), judgeName({ displayName: 'Acme', origin: text })],
  'a display name': (text) => judgeName({ displayName: text, origin: 'https://git.example.com' }),
  'a duration': parseDuration,
  'a schedule': (text) => [
    parseSchedule(text, NOW),
    parseSchedule(`0 0 0 * * ${text}`, NOW),
    cronGaps(`0 0 ${text} * * ?`, NOW),
  ],
  'a time': (text) => parseTime(text, NOW),
  'a name of a column': readColumnName,
  'a word of the queue': readStatus,
  'a link': (text) => formatHash(parseHash(`#page=1&search=${text}`)),
};

/** What is given whole pastes, files and pages. */
const OF_A_FILE: Readonly<Record<string, (text: string) => unknown>> = {
  'a page of the scheduler': readSchedulePage,
  'a tag of the page of the scheduler': (text) => readSchedulePage(`<table class="${text}<table class=runners ${text}`),
  'a row of the page of the scheduler': (text) =>
    readSchedulePage(
      `<table class=runners><tr data-runner-id=1><td class=runner-key>${text}</td><dd class=schedule>${text}`,
    ),
  'a paste': read,
  'a paste with a table': (text) => read(PAGE_HEADER + text),
  'a paste with a dashboard': (text) =>
    read(`Last run duration: ${text}\nScheduled time for indexing, minutes ${text}`),
  'a table': (text) => readFile(TABLE_HEADER + text),
  'a cell of a table': (text) => readFile(`${TABLE_HEADER}r,Scheduled,INDEXED,${text}`),
  'cells in JSON': (text) =>
    readFile(
      JSON.stringify(
        CELLS.map((cell) => ({
          repository: 'r',
          trigger: 'Scheduled',
          status: 'INDEXED',
          'finish time': '1 minute ago',
          [cell]: text.slice(0, text.length / CELLS.length),
        })),
      ),
    ),
  'as JSON': (text) =>
    readFile(`[{"repository":"r","trigger":"Scheduled","status":"INDEXED","start time":"now"},${text}`),
};

/** Of a text eight times as long, linear work takes eight times as long; quadratic work 64 times. */
const GROWTH = 8;
const SLACK = 3;
/**
 * Milliseconds for a million characters below which nothing is concluded: a long text is slower than a short one that
 * is still at hand, and the collector of garbage takes some now and then. Quadratic work of one nanosecond takes 1,000
 * seconds for as many.
 */
const FLOOR = 400;
const LEAST_FLOOR = 40;

function tooSlow(work: (text: string) => unknown, make: (length: number) => string, length: number): string[] {
  const [short, long] = [make(length / GROWTH), make(length)];
  const floor = Math.max(LEAST_FLOOR, (FLOOR * length) / 1e6);
  const limit = Math.max(floor, leastCpuTime(() => work(short), 0, 2) * GROWTH * SLACK);
  const took = leastCpuTime(() => work(long), limit);
  return took <= limit ? [] : [`${Math.round(took)} ms where ${Math.round(limit)} are linear`];
}

const generators = Object.entries(HOSTILE_TEXTS);
const slowest = (work: (text: string) => unknown, length: number, of = generators) =>
  of.flatMap(([name, make]) => tooSlow(work, make, length).map((found) => `${name}: ${found}`));

/** A megabyte takes only each sixth kind of text, for the sake of time: what is not linear shows at 64 KB. */
const EACH = 6;

jest.setTimeout(120_000);

test.each(Object.entries({ ...OF_A_TEXT, ...OF_A_FILE }))('%s: time grows with the length, up to 1 MB', (_, work) => {
  expect(slowest(work, 1 << 16)).toEqual([]);
  expect(
    slowest(
      work,
      1 << 20,
      generators.filter((__, place) => place % EACH === 0),
    ),
  ).toEqual([]);
});

test('JSON of a strange form: time grows with the length, up to 1 MB', () => {
  const forms = Object.entries(HOSTILE_JSON);
  for (const [, make] of forms) expect(() => JSON.parse(make(1000)) as unknown).not.toThrow();
  expect(slowest(readFile, 1 << 16, forms)).toEqual([]);
  expect(slowest(readFile, 1 << 20, forms)).toEqual([]);
});

/** Texts of as many letters, made of two pairs that a usual hash (31 times the one before) cannot tell apart. */
const alike = (place: number): string =>
  place
    .toString(2)
    .padStart(16, '0')
    .replace(/[01]/g, (bit) => (bit === '0' ? 'Aa' : 'BB'));

test('ids that are made to share a hash take no longer than others', () => {
  const rows = (id: (place: number) => string) =>
    `id,${TABLE_HEADER}${Array.from({ length: 1 << 15 }, (_, place) => `${id(place)},r,Scheduled,INDEXED,,1`).join('\n')}`;
  const [usual, hostile] = [rows((place) => `${place}`.padStart(32, '0')), rows(alike)];
  const limit = Math.max(FLOOR, leastCpuTime(() => read(usual), 0, 2) * SLACK);
  expect(leastCpuTime(() => read(hostile), limit)).toBeLessThanOrEqual(limit);
});
