import type { Checkup } from '../../../src/ui/state/checkup';
import type { Judged } from '../../../src/ui/state/judged';
import { createLastCheck } from '../../../src/ui/state/last-check';
import { createStore } from '../../../src/steps/store';
import { gathered, integration, NOW, type GatheredChanges } from '../../support/facts';
import { judgedOn } from '../../support/judged';

function judgedOf(changes: GatheredChanges = {}): Judged {
  return judgedOn(gathered(changes));
}

function lastCheck(first: Judged | 'nothing' = judgedOf()) {
  const checkup = createStore<Checkup>({ outcomes: {}, fresh: {}, failures: [], reading: [], waits: [] });
  const judging = createStore<{ readonly judged: Judged | undefined }>({
    judged: first === 'nothing' ? undefined : first,
  });
  const store = createLastCheck(checkup, judging, () => NOW);
  const begin = () => {
    store.begin();
    checkup.change({ reading: ['integrations'] });
  };
  const finish = (judged: Judged, changes: Partial<Checkup> = {}) => {
    checkup.change({ reading: [], ...changes });
    judging.set({ judged });
  };
  return { store, judging, begin, finish };
}

const insecure = { integrations: [integration({ disableSslVerification: true })] };

test('what is read is compared with what was shown before', () => {
  const { store, begin, finish } = lastCheck();
  begin();
  expect(store.snapshot().last).toBeUndefined();
  finish(judgedOf(insecure));
  expect(store.snapshot().last).toMatchObject({
    at: NOW,
    hasFailed: false,
    changes: [{ kind: 'found', check: 'ssl-verification' }],
  });
});

test('what changes later, such as an answer, is not of that check', () => {
  const { store, judging, begin, finish } = lastCheck();
  begin();
  finish(judgedOf());
  expect(store.snapshot().last?.changes).toEqual([]);
  judging.set({ judged: judgedOf(insecure) });
  expect(store.snapshot().last?.changes).toEqual([]);
});

test('nothing is said of what nobody asked for, while it is being read, or of what was judged anew only', () => {
  const first = judgedOf();
  const { store, judging, begin } = lastCheck(first);
  judging.set({ judged: judgedOf(insecure) });
  expect(store.snapshot().last).toBeUndefined();
  begin();
  judging.set({ judged: judgedOf() });
  expect(store.snapshot().last).toBeUndefined();
});

test('an answer while it is being read is no reading', () => {
  const first = judgedOf();
  const { store, judging } = lastCheck(first);
  store.begin();
  judging.set({ judged: { ...first } });
  expect(store.snapshot().last).toBeUndefined();
});

test('where something could not be read, that is said', () => {
  const { store, begin, finish } = lastCheck();
  begin();
  const failure = { kind: 'timeout', source: 'repositories', request: '', at: NOW, keptFrom: NOW } as const;
  finish(judgedOf(), { failures: [failure] });
  expect(store.snapshot().last?.hasFailed).toBe(true);
});

test('a check before anything was shown has nothing to compare with', () => {
  const { store, begin, finish } = lastCheck('nothing');
  begin();
  finish(judgedOf());
  expect(store.snapshot().last).toBeUndefined();
});

test('where the integrations could not be read before, none of them is new', () => {
  const { store, begin, finish } = lastCheck(judgedOf({ failed: { integrations: 'timeout' } }));
  begin();
  finish(judgedOf());
  expect(store.snapshot().last).toBeUndefined();
});
