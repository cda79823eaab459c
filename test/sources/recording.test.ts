import { isDeepStrictEqual } from 'node:util';

import fc from 'fast-check';
import { setupServer } from 'msw/node';

import { SCENARIOS } from '../../src/demo/scenarios';
import { read, type Gathered } from '../../src/model/gathered';
import { buildReport } from '../../src/report/build-report';
import { parseRecording } from '../../src/sources/recording';
import { recordingText, type Recording } from '../../src/sources/write-recording';
import { damage } from '../damage/damages';
import { answers } from '../damage/instances';
import { readDamaged } from '../damage/read-damaged';
import { gathered, integration, NOW, reading, stampOf } from '../support/facts';
import { gatherScenario } from '../support/gather-scenario';

const server = setupServer();

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const FROM = { baseUrl: 'https://jira.example.com/jira', appVersion: '1.1.0', now: NOW };

function recorded(text: string): Recording {
  const result = parseRecording(text);
  if (result.kind !== 'read') throw new Error(result.kind);
  return result.recording;
}

/** jest takes seconds to compare 10,000 findings that are the same; of others it says where they differ. */
function expectJudgedAlike(given: Gathered): void {
  const [again, report] = [recorded(recordingText(given, FROM)).gathered, given].map((one) =>
    buildReport(one, { now: NOW }),
  );
  if (!isDeepStrictEqual(again, report)) expect(again).toStrictEqual(report);
}

test.each(SCENARIOS.map((scenario) => [scenario.id, scenario] as const))(
  'a recording is judged as what was gathered: %s',
  async (_, scenario) => expectJudgedAlike((await gatherScenario(scenario, server, NOW)).gathered),
);

test('a recording of damaged answers is judged as they were', async () => {
  const some = fc.sample(fc.tuple(answers, damage), { numRuns: 60, seed: 11 });
  for (const [given, { apply }] of some) expectJudgedAlike(await readDamaged(apply(given)));
});

test('what was still being read is so in the recording', () => {
  const given: Gathered = { ...gathered(), repositories: { state: 'pending', source: 'repositories' } };
  expectJudgedAlike(given);
  expect(recorded(recordingText(given, FROM)).gathered.repositories).toEqual(given.repositories);
});

test('it says of which Jira it is, when and by which version it was written, and not who was signed in', () => {
  const text = recordingText(gathered(), FROM);
  const { gathered: again, ...about } = recorded(text);
  expect(about).toEqual({ recordedAt: NOW, baseUrl: 'https://jira.example.com/jira', appVersion: '1.1.0' });
  expect(again.myself).toEqual(read({ stamp: stampOf('myself') }));
  expect(text).not.toContain('Ada');
});

test('no credential gets into it', () => {
  const given = gathered({
    integrations: [
      integration({ displayName: 'svc:s3cret@git.example.com', origin: 'https://svc:s3cret@git.example.com' }),
      {
        ...integration({ id: '2' }),
        tagsFilter: { ...reading<string>('tagsFilter', 'unreadable'), raw: '?token=s3cret' } as never,
      },
    ],
    repositories: { '1': { groups: ['glpat-s3cretS3cretS3cret00'] } },
    schedule: 'password: s3cret',
  });
  const failing: Gathered = {
    ...given,
    'gij-version': {
      state: 'failed',
      failure: { source: 'gij-version', kind: 'http', request: 'GET /?token=s3cret', detail: 'pwd=s3cret', at: NOW },
    },
  };
  const text = recordingText(failing, { ...FROM, baseUrl: 'https://ada:s3cret@jira.example.com' });
  expect(text).not.toMatch(/s3cret/i);
  expect(text).toContain('https://•••@git.example.com');
});

type Json = Record<string, unknown>;

function pathsOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  const inside =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([name, member]) => pathsOf(member, [...path, name]))
      : [];
  return path.length === 0 ? inside : [path, ...inside];
}

/** Takes away a member where there is no value. */
function changed(document: Json, path: readonly string[], value?: unknown): string {
  const copy = structuredClone(document);
  const last = path.at(-1) ?? '';
  const place = path.slice(0, -1).reduce((one, name) => one[name] as Json, copy);
  if (value !== undefined) place[last] = value;
  else if (Array.isArray(place)) place.splice(Number(last), 1);
  else delete place[last];
  return JSON.stringify(copy);
}

const whole: Gathered = {
  ...gathered({
    integrations: [integration({ trustFolderStat: 'absent', tagsFilter: 'unreadable' }), integration({ id: '2' })],
    repositories: { '1': { oldestUnlinked: NOW, groups: ['acme'], trustFolderStat: { yes: 1 } } },
    failed: { schedule: 'websudo' },
  }),
};
const document = JSON.parse(recordingText(whole, FROM)) as Json;
const paths = pathsOf(document);

/** Without these a recording is another one, and a whole one. */
const MAY_BE_GONE =
  /\.(newestIndexed|oldestIndexed|oldestUnlinked|clockOffset|title)$|^gathered\.\S+\.(examples|groups|integrations|byIntegration|indexedDates|notReported)\.\d+$/;

const TEXTS = /\.(request|raw|version|value)$|\.(examples|groups)\.\d+$|^(baseUrl|appVersion)$/;
const LISTS = /\.(examples|groups|notReported|problems|indexedDates|integrations)$/;
const BOOLEANS = /\.atLeast$|\.\w+\.value$/;

test.each<[unknown, RegExp | undefined]>([
  [null, undefined],
  [{}, undefined],
  ['x', TEXTS],
  [[], LISTS],
  [[null], undefined],
  [-1, /clockOffset$/],
  [1e300, undefined],
  [true, BOOLEANS],
])('%j in the place of a value that cannot be so spoils all of it', (wrong, fitting) => {
  const taken = paths.filter((path) => parseRecording(changed(document, path, wrong)).kind === 'read');
  expect(taken.map((path) => path.join('.')).filter((path) => !fitting?.test(path))).toEqual([]);
  expect(taken.length > 0).toBe(fitting !== undefined);
});

test('a member that is gone spoils all of it, but for what may be absent', () => {
  const taken = paths.filter((path) => parseRecording(changed(document, path)).kind === 'read');
  expect(taken.map((path) => path.join('.')).filter((path) => !MAY_BE_GONE.test(path))).toEqual([]);
});

test('credentials that somebody wrote into one are hidden', () => {
  const read = parseRecording(JSON.stringify({ ...document, baseUrl: 'https://bot:s3cret-word@jira.example.com' }));
  expect(read).toMatchObject({ kind: 'read', recording: { baseUrl: 'https://•••@jira.example.com' } });
});

test('members that nobody knows are dropped', () => {
  const text = changed(document, ['gathered', 'integrations', 'value', 'later'], 'x');
  expect(recorded(text)).toEqual(recorded(JSON.stringify(document)));
});

const inside = (...path: readonly string[]) => ['gathered', ...path];
const LIST = ['integrations', 'value', 'integrations', '1'];

test.each<[string, readonly string[], unknown]>([
  ['two integrations of one id', inside(...LIST), { ...integration(), key: 'integration:1' }],
  ['a key that is not that of its id', inside(...LIST, 'key'), 'integration:7'],
  ['an id that is none', inside(...LIST, 'id'), '0'],
  ['the field of another reading', inside(...LIST, 'disabled', 'field'), 'global'],
  ['the source of another outcome', inside('schedule', 'failure', 'source'), 'myself'],
  ['repositories that are not those that were counted', inside('repositories', 'value', 'total'), 9],
  ['repositories by what is no id', inside('repositories', 'value', 'byIntegration'), { x: {} }],
  ['more that are disabled than there are', inside('repositories', 'value', 'single', 'disabled'), 1],
  ['a date before there were any', inside('integrations', 'value', 'stamp', 'readAt'), 0],
])('%s: it is no whole recording', (_, path, value) => {
  expect(parseRecording(changed(document, path, value)).kind).toBe('unreadable');
});

test.each([
  ['of a later version', { ...document, version: 2 }, 'newer'],
  ['of no version', { ...document, version: 0 }, 'unreadable'],
  ['of another kind', { ...document, format: 'git-integration-checkup-history' }, 'unreadable'],
  ['of nothing', null, 'unreadable'],
])('a file %s is none, and of a later version it is said', (_, given, expected) => {
  expect(parseRecording(JSON.stringify(given)).kind).toBe(expected);
});

test('a file that is no JSON, or too large, is none; a mark that an editor put before it does no harm', () => {
  const text = JSON.stringify(document);
  expect(parseRecording(text.slice(0, -1)).kind).toBe('unreadable');
  expect(parseRecording(' '.repeat(100_000_001 - text.length) + text).kind).toBe('unreadable');
  expect(parseRecording(`\uFEFF${text}`).kind).toBe('read');
});
