import 'fake-indexeddb/auto';

import { screen, within } from '@testing-library/react';

import { keepSettings } from '../../support/kept-settings';
import { panelServer, renderPanel } from '../../support/render-panel';

panelServer();

async function openedTab() {
  window.history.replaceState(null, '', '#tab=reindex');
  const { user } = renderPanel({ id: 'typical' });
  const title = await screen.findByText('Calculation settings', {}, { timeout: 10_000 });
  await user.click(title);
  const fold = title.closest('details');
  if (!fold) throw new Error('no fold');
  return { user, inFold: within(fold) };
}

test('each number is shown with its unit, and leads to the settings', async () => {
  const { user, inFold } = await openedTab();
  expect(inFold.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'Rounds that the interval must cover: 95 %',
    'Least margin: 3 minutes',
    'Margin as a share of the round: 10 %',
    'Never suggest less than: 5 minutes',
    'Days of history that count: 14 days',
    'Rounds for high confidence: 20 rounds',
  ]);
  expect(screen.queryByText(/changed/)).not.toBeInTheDocument();
  await user.click(inFold.getByRole('button', { name: 'Change in the settings…' }));
  expect(await screen.findByRole('dialog', { name: 'Settings' })).toBeVisible();
});

test('what is changed is marked at the number, at the fold and at the answer', async () => {
  keepSettings({ 'policy.marginShare': 0.25, 'limit.repositories': 5 });
  const { inFold } = await openedTab();
  expect(inFold.getByText('Margin as a share of the round: 25 % (changed)')).toBeVisible();
  expect(inFold.getByText('1 changed')).toBeVisible();
  expect(screen.getByText('Calculated with 1 number that is not as recommended (changed).')).toBeVisible();
});

test('numbers that the browser kept before there were settings count', async () => {
  localStorage.setItem('git-integration-checkup policy /jira', '{"marginMinutes":7}');
  const { inFold } = await openedTab();
  expect(await inFold.findByText('Least margin: 7 minutes (changed)')).toBeVisible();
});
