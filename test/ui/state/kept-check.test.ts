import { NO_DECISIONS, withEntries } from '../../../src/decisions/decisions';
import { keptCheckKey, LAST_CHECK_EVENT, type KeptCheck } from '../../../src/last-check/kept-check';
import { createStore } from '../../../src/steps/store';
import type { Judged } from '../../../src/ui/state/judged';
import { keepLastCheck } from '../../../src/ui/state/kept-check';
import { gathered, integration, NOW } from '../../support/facts';
import { judgedOn } from '../../support/judged';

const kept = () => JSON.parse(localStorage.getItem(keptCheckKey('/jira')) ?? 'null') as KeptCheck | null;

/** How often the page heard of a writing. */
function started(first?: Judged) {
  const judging = createStore<{ readonly judged: Judged | undefined }>({ judged: first });
  const heard = jest.fn();
  window.addEventListener(LAST_CHECK_EVENT, heard);
  const end = keepLastCheck('/jira', judging);
  return {
    judge: (judged: Judged) => judging.set({ judged }),
    end,
    heard: () => heard.mock.calls.length,
  };
}

beforeEach(() => localStorage.clear());

test('each judging is kept, the one that was there at first among them', () => {
  const { judge, heard } = started(judgedOn(gathered()));
  expect(kept()).toMatchObject({ at: NOW, badges: 'on', subjects: [{ id: '1', health: 'healthy', fails: [] }] });
  judge(judgedOn(gathered({ integrations: [integration({ disableSslVerification: true })] })));
  expect(kept()?.subjects).toMatchObject([{ health: 'at-risk', fails: ['ssl-verification'] }]);
  expect(heard()).toBe(2);
});

test('what is judged alike again is not written again', () => {
  const { judge, heard } = started(judgedOn(gathered()));
  judge(judgedOn(gathered()));
  expect(heard()).toBe(1);
});

test('nothing is written before anything was judged, and after the end', () => {
  const { judge, end } = started();
  expect(kept()).toBeNull();
  end();
  judge(judgedOn(gathered()));
  expect(kept()).toBeNull();
});

test('where the integrations cannot be read any more, what was found before stays', () => {
  const { judge } = started(judgedOn(gathered()));
  judge(judgedOn(gathered({ failed: { integrations: 'unauthorised' } })));
  expect(kept()?.subjects).toHaveLength(1);
});

test('what admins set of the badges stands beside', () => {
  const decisions = withEntries(NO_DECISIONS, [{ kind: 'setting', name: 'badges', value: 'off', at: NOW }]);
  started({ ...judgedOn(gathered()), decisions });
  expect(kept()).toMatchObject({ badges: 'off' });
});
