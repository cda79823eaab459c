import { readToken } from '../../../src/command-line/jira/token';
import type { Fault } from '../../../src/command-line/fault';
import { fakeIo } from '../../support/fake-io';

const TOKEN = 'NDc4NDkyNDg3ODE3OstHYSeYC1GcwfeTWFwjX3U8y+/=';

test('is that of the environment', async () => {
  expect(await readToken(undefined, fakeIo({ env: { JIRA_TOKEN: TOKEN } }).io)).toBe(TOKEN);
});

test.each([`${TOKEN}\n`, `${TOKEN}\r\n`, ` ${TOKEN} \n\n`])(
  'is what the file holds, whatever surrounds it: %j',
  async (text) => {
    const { io, said } = fakeIo({ env: { JIRA_TOKEN: 'other' }, files: { 'a/token': text } });
    expect(await readToken('a/token', io)).toBe(TOKEN);
    expect(said().stderr).toBe('');
  },
);

test('of a file that others may read is told, and used', async () => {
  const { io, said } = fakeIo({ files: { token: TOKEN }, readByOthers: ['token'] });
  expect(await readToken('token', io)).toBe(TOKEN);
  expect(said().stderr).toMatch(/^git-integration-checkup: Other users .* token\. .* chmod 600\.\n$/);
});

async function refused(file: string | undefined, text?: string): Promise<string> {
  const { io } = fakeIo(
    file === undefined ? { env: { JIRA_TOKEN: text } } : { files: text === undefined ? {} : { [file]: text } },
  );
  const fault = await readToken(file, io).then(
    () => undefined,
    (error: unknown) => error as Fault,
  );
  return [fault?.said, ...(fault?.lines ?? [])].map((line) => (line ? io.t(line) : '')).join('\n');
}

test.each([undefined, 'token'])('that is none is refused, of %s, and not repeated', async (file) => {
  const where = file ?? 'JIRA_TOKEN';
  expect(await refused(file, '')).toBe(`${where} holds no token.`);
  expect(await refused(file, ' \n')).toBe(`${where} holds no token.`);
  for (const text of ['s3cret\nother', 's3cret\r\nother', 'Bearer s3cret', 's3crét', 's3cret\u0000'])
    expect(await refused(file, text)).toMatch(new RegExp(`^What ${where} holds is no token: (?!.*s3cr)`));
});

test('where there is none, it says where one comes from', async () => {
  expect(await refused(undefined)).toMatch(/^There is no token\. .* JIRA_TOKEN, .* --token-file\.\nToken: in Jira, /);
  expect(await refused('token')).toBe(
    'The token could not be read from the file token.\nThere is no such file or folder.',
  );
});
