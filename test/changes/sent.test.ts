import fc from 'fast-check';

import { applyChange } from '../../src/changes/apply';
import { planChange } from '../../src/changes/plan';
import { readSnapshot } from '../../src/sources/integration-snapshot';
import type { JiraClient } from '../../src/sources/jira-client';
import type { JiraWriter } from '../../src/sources/writer';
import { stampOf } from '../support/facts';
import { COMPLETE } from '../support/gij';

const { signal } = new AbortController();
const FLAGS = [
  'requireUserPat',
  'gitViewerEnabled',
  'disableSslVerification',
  'trustFolderStat',
  'smartCommitsEnabled',
];

const settings = fc.record({
  ...Object.fromEntries(
    [...FLAGS, 'refSpecNotes'].map((field) => [
      field,
      fc.constantFrom(true, false, 'true', 'false', false, true, null),
    ]),
  ),
  disabled: fc.constantFrom(false, 'false', false, 'false', true, null),
  displayName: fc.constantFrom('x', 'y', '', null),
  apiFilter: fc.constantFrom('', '[?x]', null),
});
const wanted = fc.record(
  { ...Object.fromEntries(FLAGS.map((field) => [field, fc.boolean()])), displayName: fc.constantFrom('x', 'z') },
  { requiredKeys: [] },
);

/** GIJ as it answers with one row after the other, and with the last one from then on. */
function answering(...rows: object[]): JiraClient {
  const stamp = stampOf('integrations');
  let reads = 0;
  return {
    get(path) {
      if (/\/7$/.test(path)) reads += 1;
      const row = { id: 7, ...COMPLETE, ...rows[Math.min(reads, rows.length) - 1] };
      return Promise.resolve({
        json: { success: true, integration: [row], integrations: [row] },
        stamp: { ...stamp, source: 'integrations' },
      });
    },
    getPage: () => Promise.reject(new Error('no page')),
  };
}

test('whatever is there, wanted and changed since: no field is sent that the plan does not show, and disabled as it was read', async () => {
  let sends = 0;
  await fc.assert(
    fc.asyncProperty(settings, fc.option(settings, { freq: 1 }), wanted, async (before, other, want) => {
      const client = answering(before, other ?? before, { ...before, ...want });
      const plan = planChange(await readSnapshot(client, '7', signal), want);
      if (plan.kind !== 'change') return;
      const putIntegration = jest.fn<
        ReturnType<JiraWriter['putIntegration']>,
        Parameters<JiraWriter['putIntegration']>
      >();
      putIntegration.mockResolvedValue({ kind: 'accepted' });
      const refuse = () => Promise.reject(new Error('no property'));
      const writer: JiraWriter = { putIntegration, putProperty: refuse, deleteProperty: refuse };
      const outcome = await applyChange(plan, { client, writer, signal });
      const [sent] = putIntegration.mock.calls;
      if (!sent) return expect(['unchanged', 'changed-meanwhile']).toContain(outcome.kind);
      sends += 1;
      const shown = Object.fromEntries(plan.fields.map(({ field, after }) => [field, after]));
      expect(sent.slice(0, 2)).toEqual(['7', { ...shown, disabled: false }]);
      expect(String((before as Record<string, unknown>)['disabled'])).toBe('false');
      expect(outcome.kind).toBe('applied');
    }),
    { numRuns: 500, seed: 3 },
  );
  expect(sends).toBeGreaterThan(30);
});
