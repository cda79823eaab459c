import { screen, waitFor, within } from '@testing-library/react';

import { INTEGRATION_CHECKS } from '../../src/checks/registry';
import { renderedPanel, panelServer } from '../support/render-panel';

panelServer();

async function openGitHub() {
  const panel = await renderedPanel({ id: 'typical' });
  const row = screen.getByRole('row', { name: /https:\/\/github\.com/ });
  await panel.user.click(within(row).getByRole('button'));
  return { ...panel, dialog: screen.getByRole('dialog') };
}

test('findings stand in groups, what is to fix first', async () => {
  const { dialog } = await openGitHub();
  const groups = within(dialog)
    .getAllByRole('heading', { level: 3 })
    .map((heading) => heading.textContent);
  expect(groups).toEqual(['To fix 3', 'To confirm 1', 'Passed 9', 'Not applicable 2']);
});

test('a finding opens to why, what should be, steps, notice, evidence and the vendor’s page', async () => {
  const { dialog, user } = await openGitHub();
  await user.click(within(dialog).getByText('Users act on the git host under the integration’s account'));
  const finding = within(dialog)
    .getByText('Users act on the git host under the integration’s account')
    .closest('details');
  expect(finding).toHaveAttribute('open');
  const text = within(finding!);
  for (const heading of ['Why it matters', 'Should be', 'How to fix it', 'What users will notice']) {
    expect(text.getByText(heading)).toBeVisible();
  }
  const evidence = text.getByRole('row', { name: /Require user PAT false/ });
  expect(evidence).toHaveTextContent(/GET \/rest\/gitplugin\/1\.0\/integration, /);
  expect(text.getByRole('link')).toHaveAttribute('href', expect.stringContaining('help.gitkraken.com'));
});

test('a finding by a rule of our own says so, and has no link', async () => {
  const { dialog, user } = await openGitHub();
  await user.click(within(dialog).getByText('Nothing goes over a network in plain http'));
  const finding = within(dialog).getByText('Nothing goes over a network in plain http').closest('details');
  expect(within(finding!).getByText('This is our own rule; no page of the vendor says it.')).toBeVisible();
  expect(within(finding!).queryByRole('link')).not.toBeInTheDocument();
});

test('next, previous and close work by keyboard, and the focus returns to the row', async () => {
  const { user } = await openGitHub();
  const heading = () => within(screen.getByRole('dialog')).getByRole('heading', { level: 2 });
  const first = heading().textContent;
  await user.click(screen.getByRole('button', { name: 'Next integration' }));
  expect(heading().textContent).not.toBe(first);
  expect(heading()).toHaveFocus();
  await user.click(screen.getByRole('button', { name: 'Previous integration' }));
  expect(heading().textContent).toBe(first);
  await user.click(screen.getByRole('button', { name: 'Close checklist' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  const row = screen.getByRole('row', { name: /https:\/\/github\.com/ });
  await waitFor(() => expect(within(row).getByRole('button')).toHaveFocus());
});

test('a link to an integration that is gone says so', async () => {
  window.history.replaceState(null, '', '#open=integration%3A4711');
  await renderedPanel({ id: 'typical' });
  expect(screen.getByText('The integration in this link is not there any more.')).toBeVisible();
});

test('a checklist opens from a link', async () => {
  window.history.replaceState(null, '', '#open=integration%3A8');
  await renderedPanel({ id: 'typical' });
  const dialog = screen.getByRole('dialog', { name: 'Checklist: Archive share' });
  expect(within(dialog).getAllByText('The integration is disabled: it is not indexed.')).toHaveLength(
    INTEGRATION_CHECKS.length,
  );
});

test('a finding warns before its steps, where following them may do harm', async () => {
  window.history.replaceState(null, '', '#open=integration%3A2');
  const { user } = await renderedPanel({ id: 'neglected' });
  const dialog = screen.getByRole('dialog', { name: 'Checklist: TFS: warehouse' });
  await user.click(within(dialog).getByText('Users act on the git host under the integration’s account'));
  const finding = within(dialog)
    .getByText('Users act on the git host under the integration’s account')
    .closest('details');
  const headings = within(finding!)
    .getAllByRole('term')
    .map(({ textContent }) => textContent);
  expect(headings).toEqual([
    'Why it matters',
    'Should be',
    'Before you fix it',
    'How to fix it',
    'What users will notice',
  ]);
  expect(within(finding!).getByText(/^TFS 2013 and TFS 2015 have no personal access tokens/)).toBeVisible();
});
