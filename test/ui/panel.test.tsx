import { screen, waitFor, within } from '@testing-library/react';

import { ORIGIN } from '../support/client';
import { renderedPanel, renderPanel, panelServer } from '../support/render-panel';

panelServer();

const table = () => screen.getByRole('table', { name: 'Integrations' });

/** The names in the first column, in their order. */
function names(): (string | null)[] {
  return within(table())
    .getAllByRole('rowheader')
    .map((header) => within(header).getByRole('button').textContent);
}

test('typical: sums up in one line, worst first', async () => {
  await renderedPanel({ id: 'typical' });
  expect(screen.getByText('2 at risk, 3 need attention, 2 healthy, 1 disabled; 3 settings to confirm')).toBeVisible();
  expect(names()).toHaveLength(9);
  expect(names().slice(0, 2).sort()).toEqual(['GitLab: payments', 'https://github.com/*']);
  expect(names().at(-1)).toBe('Archive share');
});

test('typical: the PAT flag names who is hurt, and opens the checklist', async () => {
  const { user } = await renderedPanel({ id: 'typical' });
  const flag = screen.getByText('Users create branches and pull requests under a shared account on 2 integrations');
  expect(flag).toBeVisible();
  const [link] = screen.getAllByRole('button', { name: 'https://github.com/*' });
  await user.click(link!);
  expect(screen.getByRole('dialog', { name: 'Checklist: https://github.com/*' })).toBeVisible();
  expect(window.location.hash).toBe('#open=integration%3A1');
});

test('typical: a credential in an origin is shown nowhere', async () => {
  const { user } = await renderedPanel({ id: 'typical' });
  await user.click(screen.getAllByRole('button', { name: 'GitLab: payments' })[0]!);
  expect(document.body).toHaveTextContent('https://•••@gitlab.acme.example');
  expect(document.body).not.toHaveTextContent('glpat');
});

test('all healthy: nothing is flagged', async () => {
  await renderedPanel({ id: 'all-healthy' });
  expect(screen.getByText('3 healthy; 3 settings to confirm')).toBeVisible();
  expect(screen.queryByText(/shared account/)).not.toBeInTheDocument();
});

test('partly failing: the failure is told once, what it hides is Unknown, the rest is judged', async () => {
  const { user } = await renderedPanel({ id: 'partly-failing' });
  expect(screen.getAllByText('Repositories could not be read')).toHaveLength(1);
  expect(screen.getByText('Request: GET /rest/gitplugin/1.0/repository')).toBeVisible();
  const row = screen.getByRole('row', { name: /GitHub Enterprise/ });
  expect(within(row).getAllByRole('cell')[2]).toHaveTextContent('Unknown');
  await user.click(screen.getByRole('button', { name: 'Try again: Repositories' }));
  expect(await screen.findByRole('button', { name: 'Try again: Repositories' })).toBeEnabled();
});

test.each([
  ['gij-missing', 'Git Integration for Jira was not found', 'Open Manage apps', '/jira/plugins/servlet/upm'],
  ['session-expired', 'You are logged out', 'Log in to Jira', '/jira/login.jsp'],
])('%s: says so instead of an empty table, with a link', async (id, title, link, address) => {
  await renderedPanel({ id });
  expect(screen.getByRole('heading', { name: title })).toBeVisible();
  expect(screen.getByRole('link', { name: new RegExp(link) })).toHaveAttribute('href', address);
  expect(screen.queryByRole('table')).not.toBeInTheDocument();
});

test('not an admin: says who may', async () => {
  await renderedPanel({ id: 'not-an-admin' });
  expect(screen.getByRole('heading', { name: 'Only Jira administrators can see this' })).toBeVisible();
  expect(screen.getByText('The answer says: You do not have permission for this operation.')).toBeVisible();
});

test('empty: nothing is connected, and where to connect something', async () => {
  await renderedPanel({ id: 'empty' });
  expect(screen.getByRole('heading', { name: 'No integration is connected yet' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'Add an integration' })).toHaveAttribute('href', '/jira/manage');
});

test('slow: shows the progress source by source, and that Jira asks for a pause', async () => {
  let wake = () => {};
  const sleep = () => new Promise<void>((resolve) => (wake = resolve));
  renderPanel({ id: 'slow', delay: 1 }, { sleep });
  expect(screen.getByRole('progressbar', { name: 'Reading from Jira' })).toBeVisible();
  expect(await screen.findByText(/Integrations: Jira asks for a pause/)).toBeVisible();
  expect(await screen.findByText('3 of 4 sources read')).toBeVisible();
  expect(screen.getByText('Integrations: Reading')).toBeVisible();
  wake();
  expect(await screen.findByText(/2 at risk/)).toBeVisible();
  expect(screen.queryByText(/asks for a pause/)).not.toBeInTheDocument();
});

test('a session that ends while the page is open leaves what was read, and tells', async () => {
  const { user, jira } = await renderedPanel({ id: 'typical' });
  jira.setLoggedIn(false);
  await user.click(screen.getByRole('button', { name: 'Check again' }));
  await waitFor(() => expect(screen.getByText(/^Shown below is what was read/)).toBeVisible());
  await waitFor(() => expect(screen.getByText(/could not be read$/)).toHaveTextContent('Integrations'));
  expect(names()).toHaveLength(9);
  jira.setLoggedIn(true);
  await user.click(screen.getByRole('button', { name: 'Check again' }));
  await waitFor(() => expect(screen.queryByText(/could not be read$/)).not.toBeInTheDocument());
});

test('without the list of integrations there is no empty table, and the PAT flag says that it does not know', async () => {
  await renderedPanel({ id: 'typical', integrations: 'server-error', repositories: 'server-error' });
  expect(
    screen.getByText(/^(Integrations and Repositories|Repositories and Integrations) could not be read$/),
  ).toBeVisible();
  expect(screen.getByText(/nobody can say here whether users/)).toBeVisible();
  expect(screen.queryByRole('searchbox')).not.toBeInTheDocument();
});

test('while the repositories are read, what is not certain is Checking, and never better than it may be', async () => {
  const never = new Promise<never>(() => undefined);
  renderPanel(
    { id: 'typical' },
    { send: (path, init) => (path.endsWith('/repository') ? never : fetch(ORIGIN + path, init)) },
  );
  const health = (name: RegExp) => within(screen.getByRole('row', { name })).getAllByRole('cell')[0]?.textContent;
  await waitFor(() => expect(health(/GitLab: payments/)).toBe('At risk'));
  await waitFor(() =>
    expect(screen.getByText(/^2 at risk, 2 need attention, 3 being checked, 1 disabled/)).toBeVisible(),
  );
  expect(health(/GitHub Enterprise/)).toBe('Checking…');
  expect(screen.queryByRole('row', { name: /without an integration/ })).not.toBeInTheDocument();
});

test('the tab Reindex interval does not wait for the repositories, and keeps what was entered when they come', async () => {
  let answer = (): void => undefined;
  const held = new Promise<void>((resolve) => (answer = resolve));
  const { user } = renderPanel(
    { id: 'typical' },
    { send: async (path, init) => (path.endsWith('/repository') && (await held), fetch(ORIGIN + path, init)) },
  );
  await user.click(await screen.findByRole('tab', { name: 'Reindex interval' }));
  await user.click(await screen.findByRole('button', { name: 'Change' }));
  await user.type(screen.getByLabelText('Current reindex interval'), '47{Enter}');
  expect(await screen.findByText('Entered: every 47 minutes.')).toBeVisible();
  await user.click(screen.getByText(/^Other ways/));
  await user.type(screen.getByLabelText('Last run duration'), '3 min');
  answer();
  await waitFor(() => expect(screen.queryByRole('progressbar', { name: 'Reading from Jira' })).not.toBeInTheDocument());
  expect(screen.getByLabelText('Last run duration')).toHaveValue('3 min');
});

test('where the repositories cannot be read, nothing is healthy, and repositories without an integration keep their row', async () => {
  await renderedPanel({ id: 'partly-failing' });
  expect(
    screen.getByText(/^2 at risk, 2 need attention, 3 partly checked, 1 disabled; single repositories: Not checked/),
  ).toBeVisible();
  const row = screen.getByRole('row', { name: /Repositories without an integration/ });
  expect(
    within(row)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ).toEqual(['Not checked', expect.stringMatching(/^Could not be checked: .* and \d more$/), 'Unknown', 'Unknown']);
});

test('a session that ends later takes neither the tabs nor what was typed there', async () => {
  let status = 500;
  const { user } = renderPanel(
    { id: 'typical' },
    {
      send: (path, init) =>
        path.endsWith('/integration') ? Promise.resolve(Response.json({}, { status })) : fetch(ORIGIN + path, init),
    },
  );
  await user.click(await screen.findByRole('tab', { name: 'Reindex interval' }));
  await user.click(await screen.findByRole('button', { name: 'Change' }));
  await user.type(screen.getByLabelText('Current reindex interval'), '47');
  status = 401;
  await user.click(screen.getByRole('button', { name: 'Check again' }));
  expect(await screen.findByRole('link', { name: /^Log in to Jira/ })).toBeVisible();
  expect(screen.getByLabelText('Current reindex interval')).toHaveValue('47');
});
