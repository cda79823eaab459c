import { decisionsFrom, readDecisions } from '../../../src/command-line/check/decisions';
import type { Fault } from '../../../src/command-line/fault';
import { connect } from '../../../src/command-line/jira/connect';
import { parseAddress } from '../../../src/command-line/jira/address';
import { decisionsFile } from '../../../src/decisions/decisions-file';
import { NO_DECISIONS, withAnswer } from '../../../src/decisions/decisions';
import { SHARED_KEY } from '../../../src/decisions/shared-document';
import { NOW } from '../../support/facts';
import { fakeIo } from '../../support/fake-io';
import { VIRTUAL_URL, virtualSend } from '../../support/virtual-send';

const ANSWERED = withAnswer(NO_DECISIONS, { setting: 'webhooks', value: 'on', at: NOW });
/** As the panel shares it. */
const SHARED = { ...ANSWERED, write: 'a1' };

async function connected(around: Parameters<typeof fakeIo>[0] = {}) {
  const virtual = virtualSend('typical', NOW);
  const { io } = fakeIo({ send: virtual.send, ...around });
  const { client } = await connect(parseAddress(VIRTUAL_URL), 'T0KEN', io);
  return { ...virtual, io, client, signal: io.signal };
}

type Connected = Awaited<ReturnType<typeof connected>>;

const read = ({ client, signal, io }: Connected, given?: string) =>
  readDecisions(decisionsFrom(given, false), { client, signal, io });

async function faultOf(reading: Promise<unknown>, { io }: Connected): Promise<string> {
  const fault = await reading.then(
    () => undefined,
    (error: unknown) => error as Fault,
  );
  return [fault?.said, ...(fault?.lines ?? [])].map((line) => (line ? io.t(line) : '')).join('\n');
}

test.each([
  [undefined, false, { kind: 'jira' }],
  [undefined, true, { kind: 'none' }],
  ['none', false, { kind: 'none' }],
  ['jira', false, { kind: 'jira' }],
  ['jira:OPS', false, { kind: 'jira', project: 'OPS' }],
  ['./jira', false, { kind: 'file', path: './jira' }],
  ['decisions.json', true, { kind: 'file', path: 'decisions.json' }],
])('%s, of a recording: %s', (given, isRecording, from) => {
  expect(decisionsFrom(given, isRecording)).toEqual(from);
});

test('are those that are shared at the standard issue type, which is asked first', async () => {
  const jira = await connected();
  jira.jira.properties.of({ of: 'issuetype', id: '10000' }).set(SHARED_KEY, SHARED);
  expect(await read(jira)).toEqual(ANSWERED);
  expect(jira.asked.filter((url) => url.includes('/issuetype/')).every((url) => url.includes('/10000/'))).toBe(true);
});

test('are those of another issue type, where the standard one became another', async () => {
  const jira = await connected();
  jira.jira.properties.of({ of: 'issuetype', id: '10002' }).set(SHARED_KEY, SHARED);
  expect(await read(jira, 'jira')).toEqual(ANSWERED);
});

test('are those of a project that is named', async () => {
  const jira = await connected();
  jira.jira.properties.of({ of: 'project', id: 'OPS' }).set(SHARED_KEY, SHARED);
  expect(await read(jira, 'jira:OPS')).toEqual(ANSWERED);
  expect(await read(jira)).toEqual(NO_DECISIONS);
});

test('are none where nothing is shared, and where none are wanted Jira is not asked', async () => {
  const jira = await connected();
  expect(await read(jira)).toEqual(NO_DECISIONS);
  const before = jira.asked.length;
  expect(await read(jira, 'none')).toEqual(NO_DECISIONS);
  expect(jira.asked).toHaveLength(before);
});

test('are those of a file that the panel exported', async () => {
  const jira = await connected({ files: { 'a.json': decisionsFile(ANSWERED) } });
  expect(await read(jira, 'a.json')).toEqual(ANSWERED);
});

test('that cannot be read are a fault, which says how to go on without', async () => {
  const jira = await connected({ files: { 'a.json': '{}' } });
  const { properties } = jira.jira;
  expect(await faultOf(read(jira, 'jira:NONE'), jira)).toMatch(
    /could not be read, .*\nThere is no such project, .*\n.*\n.*--decisions none\.$/,
  );
  expect(await faultOf(read(jira, 'jira:OPS'), jira)).toMatch(/\nNothing is shared there\.\n/);
  properties.of({ of: 'issuetype', id: '10000' }).set(SHARED_KEY, { ...SHARED, version: 2 });
  expect(await faultOf(read(jira), jira)).toMatch(/\nA later version of this app wrote it\./);
  properties.of({ of: 'issuetype', id: '10000' }).set(SHARED_KEY, { ...SHARED, parts: 2 });
  expect(await faultOf(read(jira), jira)).toMatch(/\nIt is not what this app writes, or not all of it\.\n/);
  jira.jira.setLoggedIn(false);
  expect(await faultOf(read(jira), jira)).toMatch(/\nthe token was not accepted\.\nRequest: GET .*\/issuetype\n/);
  expect(await faultOf(read(jira, 'a.json'), jira)).toMatch(/from the file a\.json\.\nIt is not what this app writes/);
  expect(await faultOf(read(jira, 'b.json'), jira)).toMatch(/from the file b\.json\.\nThere is no such file/);
});

test('of a busy Jira are waited for', async () => {
  const virtual = virtualSend('typical', NOW);
  let isBusy = true;
  const jira = await connected({
    send(url, init) {
      if (!isBusy) return virtual.send(url, init);
      isBusy = false;
      return Promise.resolve(new Response('{}', { status: 429, headers: { 'Retry-After': '1' } }));
    },
  });
  expect(await read(jira)).toEqual(NO_DECISIONS);
});
