import 'fake-indexeddb/auto';

import { screen, waitFor } from '@testing-library/react';

import { openEvidence } from '../../src/evidence/open-evidence';
import * as report from '../../src/report/report';
import { panelServer, renderPanel } from '../support/render-panel';

jest.mock<typeof report>('../../src/report/report', () => {
  const actual = jest.requireActual<typeof report>('../../src/report/report');
  return { ...actual, reportOf: jest.fn(actual.reportOf) };
});

panelServer();

const built = jest.mocked(report.reportOf);

/** How each report so far has the reindex interval: pending, or its verdict. */
function verdicts(): (string | undefined)[] {
  return built.mock.results.map(({ value }) => {
    const { instance } = value as report.Report;
    const finding = instance.find(({ check }) => check === 'reindex-interval');
    return finding?.pending ? 'pending' : finding?.verdict;
  });
}

/** A last run of 19 minutes, and an interval of 5. */
async function keepEvidence(): Promise<void> {
  const at = Date.now() - 60_000;
  const evidence = await openEvidence({ base: '/jira' });
  await evidence.add({
    runDurations: [{ at, minutes: 19 }],
    current: { value: { kind: 'interval', minutes: 5 }, at },
  });
  evidence.close();
}

test('a page with kept evidence shows one settled verdict of the interval, and each reading one more', async () => {
  await keepEvidence();
  const { user } = renderPanel({ id: 'typical' });
  const SUMMARY = /; set the reindex interval to at least \d+ minutes\.$/;
  expect(await screen.findByText(SUMMARY, {}, { timeout: 10_000 })).toBeVisible();
  const settled = () => verdicts().filter((verdict) => verdict !== 'pending');
  expect(settled()).toEqual(['fail']);
  // Nothing comes after it.
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(settled()).toEqual(['fail']);

  built.mockClear();
  await user.click(screen.getByRole('button', { name: 'Check again' }));
  await waitFor(() => expect(verdicts()).toEqual(['fail']));
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(verdicts()).toEqual(['fail']);
});

test('what is given is judged once', async () => {
  await keepEvidence();
  window.history.replaceState(null, '', '#tab=reindex');
  const { user } = renderPanel({ id: 'typical' });
  await screen.findByText(/; set the reindex interval to at least \d+ minutes\.$/, {}, { timeout: 10_000 });
  built.mockClear();
  await user.click(screen.getByRole('button', { name: 'Change' }));
  await user.type(screen.getByLabelText('Current reindex interval'), '60{Enter}');
  await waitFor(() => expect(screen.queryByText(/; set the reindex interval to/)).not.toBeInTheDocument());
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(verdicts()).toEqual(['unknown']);
});
