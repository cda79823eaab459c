import { screen, within } from '@testing-library/react';

import { panelServer, renderedPanel } from '../../support/render-panel';

panelServer();

const table = () => screen.getByRole('table', { name: 'Integrations' });
const names = () =>
  within(table())
    .getAllByRole('rowheader')
    .map((header) => within(header).getByRole('button').textContent);

test('typical: each row says name and host, health, what is to fix, repositories and last indexed', async () => {
  await renderedPanel({ id: 'typical' });
  const row = screen.getByRole('row', { name: /GitLab: payments/ });
  expect(within(row).getByRole('rowheader')).toHaveTextContent('GitLab: paymentsGLGitLab · gitlab.acme.example');
  expect(
    within(row)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ).toEqual(['', 'At risk', 'Require User PAT, SSL verification', '45', '7 minutes ago']);
  expect(names().at(-1)).toBe('Archive share');
});

test('large: 60 integrations, the one with most repositories in two presses', async () => {
  const { user } = await renderedPanel({ id: 'large' });
  expect(screen.getByText('60 of 60 shown')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Page 3' }));
  expect(window.location.hash).toBe('#page=3');
  await user.click(screen.getByRole('button', { name: 'Repositories' }));
  expect(window.location.hash).toBe('#sort=repositories&order=descending');
  expect(names()[0]).toBe('Team 08');
});

test('the state of the table comes from the address, and goes into it', async () => {
  window.history.replaceState(null, '', '#health=needs-attention&sort=name&order=descending');
  const { user } = await renderedPanel({ id: 'typical' });
  expect(names()).toEqual(['GitLab', 'Gerrit: firmware', 'Azure DevOps: data warehouse']);
  await user.selectOptions(screen.getByRole('combobox', { name: 'Host' }), 'Gerrit');
  await user.type(screen.getByRole('searchbox'), 'firm');
  expect(names()).toEqual(['Gerrit: firmware']);
  expect(window.location.hash).toBe('#search=firm&health=needs-attention&host=gerrit&sort=name&order=descending');
});
