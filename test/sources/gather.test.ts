import { SOURCE_IDS } from '../../src/model/gathered';
import type { SourceId } from '../../src/model/reading';
import { gather } from '../../src/sources/gather';
import type { JiraClient } from '../../src/sources/jira-client';
import { SourceError } from '../../src/sources/source-error';

const { signal } = new AbortController();

/** Answers each address as told; nobody is signed in at the others. */
function clientOf(answers: Readonly<Record<string, unknown>>): JiraClient & { readonly asked: string[] } {
  const asked: string[] = [];
  const get: JiraClient['get'] = (path, { source }) => {
    asked.push(path);
    const json = answers[path];
    const request = `GET ${path}`;
    return json === undefined
      ? Promise.reject(new SourceError({ kind: 'unauthorised', source, request, at: 5 }))
      : Promise.resolve({ json, stamp: { source, request, readAt: 5 } });
  };
  return { asked, get, getPage: () => Promise.reject(new Error('no page')) };
}

const MYSELF = { '/rest/api/2/myself': { name: 'ada' } };

test('one that fails leaves the others alone, and each is told as soon as it is there', async () => {
  const told: [SourceId, string][] = [];
  const gathered = await gather(clientOf(MYSELF), {
    signal,
    onOutcome: (source, { state }) => told.push([source, state]),
  });
  expect(gathered.myself).toMatchObject({ state: 'read', value: { displayName: 'ada' } });
  const { repositories } = gathered;
  expect(repositories).toMatchObject({ state: 'failed', failure: { kind: 'unauthorised', source: 'repositories' } });
  expect(new Map(told)).toEqual(new Map(SOURCE_IDS.map((source) => [source, gathered[source].state])));
});

test('reads the named sources only; the others stay pending', async () => {
  const client = clientOf(MYSELF);
  const gathered = await gather(client, { signal, sources: ['myself'] });
  expect(client.asked).toEqual(['/rest/api/2/myself']);
  expect(gathered.myself.state).toBe('read');
  expect(gathered.integrations).toEqual({ state: 'pending', source: 'integrations' });
});

test('what a source did not expect is a failure of that source', async () => {
  const get = () => Promise.reject(new TypeError('user:secret@host'));
  const { myself } = await gather({ ...clientOf({}), get }, { signal, sources: ['myself'] });
  expect(myself).toMatchObject({
    state: 'failed',
    failure: { kind: 'malformed', source: 'myself', detail: 'TypeError' },
  });
});

test.each([MYSELF, {}])('only an aborted signal rejects, and nothing is told any more: %j', async (answers) => {
  const controller = new AbortController();
  const onOutcome = jest.fn();
  const gathering = gather(clientOf(answers), { signal: controller.signal, sources: ['myself'], onOutcome });
  controller.abort(new Error('left the page'));
  await expect(gathering).rejects.toThrow('left the page');
  expect(onOutcome).not.toHaveBeenCalled();
});
