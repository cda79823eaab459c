import { watchQueue } from '../../../src/badges/capture/watch-queue';
import { keptCheckKey, type KeptCheck } from '../../../src/last-check/kept-check';
import { gijPage } from '../../support/gij-pages';
import { showQueuePage } from '../../support/queue-pages';

const load = jest.fn();

let end: () => void = () => undefined;

beforeEach(() => {
  jest.useFakeTimers();
  localStorage.clear();
  document.body.innerHTML = '<main class="aui-page-panel-content"></main>';
  load.mockClear();
});

afterEach(() => {
  end();
  jest.useRealTimers();
});

function watch(): void {
  end = watchQueue(document, '/jira', load);
}

test.each(['queue-4', 'queue-5', 'queue-grid', 'queue-german'])('on %s the part is loaded, once', async (name) => {
  showQueuePage(document, name);
  watch();
  document.querySelector('h2')?.append('!');
  await jest.advanceTimersByTimeAsync(600);
  expect(load.mock.calls).toEqual([['capture']]);
});

test.each(['list-4', 'list-5', 'of-another-app'])('on %s it is not', (name) => {
  document.body.innerHTML = `<main>${gijPage(name).replaceAll(/<\/?template[^>]*>/g, '')}</main>`;
  watch();
  expect(load).not.toHaveBeenCalled();
});

test('a page that is drawn later is looked at, twice a second at the most', async () => {
  watch();
  const main = document.querySelector('main');
  const looked = jest.spyOn(document, 'querySelector');
  for (let change = 0; change < 5; change += 1) {
    main?.append('.');
    await jest.advanceTimersByTimeAsync(99);
  }
  expect(looked).not.toHaveBeenCalled();
  await jest.advanceTimersByTimeAsync(10);
  expect(looked).toHaveBeenCalled();
  showQueuePage(document, 'queue-5');
  await jest.advanceTimersByTimeAsync(500);
  expect(load).toHaveBeenCalledTimes(1);
});

test.each<[KeptCheck['badges'], number]>([
  ['off', 0],
  ['last-check', 1],
  ['on', 1],
])('with badges %s', (badges, times) => {
  const check: KeptCheck = { version: 1, at: 1, badges, subjects: [] };
  localStorage.setItem(keptCheckKey('/jira'), JSON.stringify(check));
  showQueuePage(document, 'queue-5');
  watch();
  expect(load).toHaveBeenCalledTimes(times);
});

test('once it has ended, nothing is loaded any more', async () => {
  watch();
  document.querySelector('main')?.append('.');
  await jest.advanceTimersByTimeAsync(10);
  end();
  showQueuePage(document, 'queue-5');
  await jest.advanceTimersByTimeAsync(600);
  expect(load).not.toHaveBeenCalled();
});
