import 'fake-indexeddb/auto';

import { act, waitFor } from '@testing-library/react';

import { checkInBackground } from '../../../src/badges/judge/background-check';
import type { EvidenceChanges } from '../../../src/evidence/content';
import { openEvidence } from '../../../src/evidence/open-evidence';
import type { KeptCheck } from '../../../src/last-check/kept-check';
import { readKeptCheck } from '../../../src/last-check/read-kept-check';
import { ORIGIN } from '../../support/client';
import { HOUR } from '../../support/facts';
import { keepSettings } from '../../support/kept-settings';
import { panelServer, renderPanel } from '../../support/render-panel';

panelServer();

const START = Date.now();
const now = () => START;

/** What the panel keeps of a scenario, and what a check in the background makes of the same Jira and the same browser. */
async function bothOf(id: string): Promise<readonly [KeptCheck | undefined, KeptCheck | undefined]> {
  renderPanel({ id }, { now });
  await waitFor(() => expect(readKeptCheck('/jira')).toBeDefined(), { timeout: 10_000 });
  const ofPanel = readKeptCheck('/jira');
  localStorage.removeItem('git-integration-checkup last-check /jira');
  const send = (path: string, init: RequestInit) => fetch(ORIGIN + path, init);
  await act(() => checkInBackground({ contextPath: '/jira', now, send }));
  return [ofPanel, readKeptCheck('/jira')];
}

async function give(changes: EvidenceChanges): Promise<void> {
  const evidence = await openEvidence({ base: '/jira' });
  await evidence.erase();
  await evidence.add(changes);
  evidence.close();
}

const failing = (check: KeptCheck | undefined, id: string) =>
  check?.subjects.filter(({ fails }) => fails.includes(id)).length;

test.each(['neglected', 'connecting', 'partly-failing'])('of a Jira that is %s', async (id) => {
  const [ofPanel, inBackground] = await bothOf(id);
  expect(inBackground).toEqual(ofPanel);
});

test('by what admins set', async () => {
  keepSettings({ 'check.ssl-verification.off': true, 'limit.repositories': 1, 'name-pattern': 'x' });
  const [ofPanel, inBackground] = await bothOf('typical');
  expect(inBackground).toEqual(ofPanel);
  expect(failing(ofPanel, 'ssl-verification')).toBe(0);
  expect(failing(ofPanel, 'repository-count')).toBeGreaterThan(0);
});

test('without evidence one of them was not indexed for a long time', async () => {
  const [ofPanel, inBackground] = await bothOf('typical');
  expect(inBackground).toEqual(ofPanel);
  expect(failing(ofPanel, 'indexing-freshness')).toBe(1);
});

test.each<[string, EvidenceChanges]>([
  ['an interval of a month', { current: { value: { kind: 'interval', minutes: 44_640 }, at: START - HOUR } }],
  ['a run of a week', { runDurations: [{ at: START - HOUR, minutes: 10_080 }] }],
])('by the evidence that this browser keeps: after %s none is too old', async (_what, evidence) => {
  await give(evidence);
  const [ofPanel, inBackground] = await bothOf('typical');
  expect(inBackground).toEqual(ofPanel);
  expect(failing(ofPanel, 'indexing-freshness')).toBe(0);
});
