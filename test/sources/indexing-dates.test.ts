import { loadIndexingDates, lookAtDates } from '../../src/sources/indexing-dates';
import { failureOf, testClient } from '../support/client';
import { gijServer } from '../support/gij';

const gij = gijServer();
const load = () => {
  let clock = 0;
  return loadIndexingDates(testClient(), new AbortController().signal, () => (clock += 60_000));
};

test('keeps the dates of enabled repositories and nothing else', async () => {
  gij.repositories(
    { id: 1, origin: 'https://bot:secret@git.example.com/a', lastIndexedDate: 1_000 },
    { id: 2, disabled: 'true', lastIndexedDate: 2_000 },
    { id: 3, lastIndexedDate: '3000', disabled: false },
    { id: 4 },
    { id: 5, lastIndexedDate: 'soon' },
    { id: 1, lastIndexedDate: 6_000 },
  );
  expect(await load()).toEqual({
    observation: { at: 120_000, dates: [1_000, 3_000], requestMinutes: 1 },
    kind: 'seen',
  });
});

test('a login page is a failure, not a list without dates', async () => {
  gij.page('/repository', '<form id="login-form">');
  expect(await failureOf(load())).toMatchObject({ kind: 'unauthorised', source: 'repositories' });
});

test('dates that cannot be are left out', async () => {
  gij.repositories(
    { id: 1, lastIndexedDate: 1_700_000_000_000_000_000 },
    { id: 2, lastIndexedDate: 8_000_000_000_000_000 },
    { id: 3, lastIndexedDate: 1_000 },
  );
  expect((await load()).observation.dates).toEqual([1_000]);
});

test('a clock that is set back meanwhile: the answer took no time', async () => {
  gij.repositories({ id: 1, lastIndexedDate: 1_000 });
  let clock = 600_000;
  const { observation } = await loadIndexingDates(testClient(), new AbortController().signal, () => (clock -= 60_000));
  expect(observation.requestMinutes).toBe(0);
});

test('a list that may be cut says so', async () => {
  const repositories = Array.from({ length: 100 }, (_, place) => ({ id: place + 1, lastIndexedDate: 1_000 }));
  gij.answer('/repository', { success: true, total: 385, offset: 0, count: 100, repositories });
  expect(await load()).toMatchObject({ kind: 'cut' });
  gij.answer('/repository', { success: true, total: 100, offset: 0, count: 100, repositories });
  expect(await load()).toMatchObject({ kind: 'seen' });
  gij.answer('/repository', { success: true, total: 100, offset: 100, count: 100, repositories });
  expect(await load()).toMatchObject({ kind: 'cut' });
});

test('a failure is a value where the next look may go better; a mistake and an end are none', async () => {
  gij.page('/repository', '<form id="login-form">');
  const looked = await lookAtDates(testClient(), new AbortController().signal);
  expect(looked).toMatchObject({ kind: 'failed', failure: { kind: 'unauthorised', source: 'repositories' } });
  await expect(lookAtDates(testClient(), AbortSignal.abort(new Error('over')))).rejects.toThrow('over');
  gij.repositories({ id: 1, lastIndexedDate: 1_000 });
  expect(await lookAtDates(testClient(), new AbortController().signal)).toMatchObject({ kind: 'seen' });
});
