import { screen } from '@testing-library/react';

import { keepSettings } from '../../support/kept-settings';
import { panelServer, renderedPanel } from '../../support/render-panel';

panelServer();

async function markedOnTab(settings: Record<string, unknown>) {
  keepSettings(settings);
  window.history.replaceState(null, '', '#tab=checks');
  await renderedPanel({ id: 'typical' });
  await screen.findByText('SSL certificates are not verified', {}, { timeout: 5_000 });
  return screen.queryAllByText('(changed)').map((mark) => mark.closest('h5')?.textContent);
}

test.each([
  ['check.ssl-verification.severity', 'low', /^SSL certificates are not verified/],
  ['limit.repositories', 500, /^The number of repositories|repositories/],
  ['name-pattern', 'x', /^The display name/],
  ['policy.quantile', 0.9, /^Reindex interval|reindex/i],
])('%s is marked beside the check that is judged by it', async (name, value, check) => {
  expect(await markedOnTab({ [name]: value })).toEqual([expect.stringMatching(check)]);
});

test('what is as recommended, is no possible value or has nothing to do with checks is not marked', async () => {
  expect(await markedOnTab({ 'limit.repositories': -1, 'limit.asked-again-days': 30, 'read-only': true })).toEqual([]);
  expect(screen.getByText('An answer counts for 30 days. (changed)')).toBeInTheDocument();
});
