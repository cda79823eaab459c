import { act, screen, waitFor, within } from '@testing-library/react';

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

test('typical: the table shows what the head sums up, worst first', async () => {
  await renderedPanel({ id: 'typical' });
  expect(names()).toHaveLength(9);
  expect(names().slice(0, 2).sort()).toEqual(['GitLab: payments', 'https://github.com/*']);
  expect(names().at(-1)).toBe('Archive share');
});

test('tabs say how many checks fail somewhere, and open what they name', async () => {
  const { user } = await renderedPanel({ id: 'typical' });
  await user.click(screen.getByRole('tab', { name: 'Checks 6 fail somewhere' }));
  expect(window.location.hash).toBe('#tab=checks');
  await waitFor(() => expect(screen.getByRole('tabpanel', { name: /^Checks/ })).toHaveTextContent(/webhook/i));
});

test('typical: a credential in an origin is shown nowhere', async () => {
  const { user } = await renderedPanel({ id: 'typical' });
  await user.click(within(table()).getByRole('button', { name: 'GitLab: payments' }));
  await screen.findByRole('dialog');
  expect(document.body).toHaveTextContent('https://•••@gitlab.acme.example');
  expect(document.body).not.toHaveTextContent('glpat');
});

test('connecting: no all-clear while the next integration has to wait', async () => {
  await renderedPanel({ id: 'connecting' });
  expect(screen.getByText(/^3 integrations are healthy; not checked: /)).toBeVisible();
  expect(screen.getByText(/^Wait: GitLab: payments is in initial indexing: 312 of 450 repositories/)).toBeVisible();
});

test('all healthy: an all-clear that says what it does not cover', async () => {
  await renderedPanel({ id: 'all-healthy' });
  expect(
    screen.getByText(/^All clear: 3 integrations are healthy; not checked: Enforce Git service permissions, .*\.$/),
  ).toBeVisible();
});

test('partly failing: what it takes away is told first and once, what it hides is Unknown, the rest is judged', async () => {
  const { user } = await renderedPanel({ id: 'partly-failing' });
  const title = 'Repositories could not be read, so 6 checks of every integration are missing.';
  expect(screen.getByRole('heading', { level: 3, name: title })).toBeVisible();
  expect(screen.getByText('Request: GET /rest/gitplugin/1.0/repository')).toBeVisible();
  const row = screen.getByRole('row', { name: /GitHub Enterprise/ });
  expect(within(row).getAllByRole('cell')[3]).toHaveTextContent('Unknown');
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('button', { name: 'Try again' })).toBeEnabled();
});

test.each([
  ['gij-missing', 'Git Integration for Jira was not found', 'Open Manage apps', '/jira/plugins/servlet/upm'],
  ['session-expired', 'You are logged out', 'Log in', '/jira/login.jsp'],
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

test('slow: shows the progress source by source, and that Jira asks for a pause', async () => {
  let wake = () => {};
  const sleep = () => new Promise<void>((resolve) => (wake = resolve));
  renderPanel({ id: 'slow', delay: 1 }, { sleep });
  expect(screen.getByRole('progressbar', { name: 'Reading from Jira' })).toBeVisible();
  expect(await screen.findByText(/Integrations: Jira asks for a pause/)).toBeVisible();
  expect(await screen.findByText('3 of 4 sources read')).toBeVisible();
  expect(screen.getByText('Integrations: Reading')).toBeVisible();
  wake();
  expect(await screen.findByText(/2 are at risk/)).toBeVisible();
  expect(screen.queryByText(/asks for a pause/)).not.toBeInTheDocument();
});

test('a session that ends while the page is open leaves what was read, and is told once', async () => {
  const { user, jira } = await renderedPanel({ id: 'typical' });
  jira.setLoggedIn(false);
  await user.click(screen.getByRole('button', { name: 'Check again' }));
  expect(await screen.findByRole('heading', { name: 'You are logged out of Jira.' })).toBeVisible();
  expect(await screen.findByText('Checked just now: something could not be read.')).toBeVisible();
  expect(screen.getByText(/^You see what was read at \d+:\d\d [AP]M\.$/)).toBeVisible();
  expect(screen.getByRole('link', { name: /^Log in/ })).toHaveAttribute('href', '/jira/login.jsp');
  expect(screen.getAllByRole('button', { name: 'Try again' })).toHaveLength(1);
  expect(names()).toHaveLength(9);
  jira.setLoggedIn(true);
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(screen.queryByText('You are logged out of Jira.')).not.toBeInTheDocument());
});

test('back from logging in, it tries again by itself', async () => {
  const { jira, user } = await renderedPanel({ id: 'typical' });
  jira.setLoggedIn(false);
  await user.click(screen.getByRole('button', { name: 'Check again' }));
  await screen.findByText('You are logged out of Jira.');
  await screen.findByText('Checked just now: something could not be read.');
  jira.setLoggedIn(true);
  act(() => void window.dispatchEvent(new Event('focus')));
  await waitFor(() => expect(screen.queryByText('You are logged out of Jira.')).not.toBeInTheDocument());
});

test('checking again says what changed', async () => {
  let isFixed = false;
  const { user } = renderPanel(
    { id: 'typical' },
    {
      send: async (path, init) => {
        const answer = await fetch(ORIGIN + path, init);
        if (!path.endsWith('/integration') || !isFixed) return answer;
        return Response.json(
          JSON.parse((await answer.text()).replace('"disableSslVerification":true', '"disableSslVerification":false')),
        );
      },
    },
  );
  await screen.findByText(/^5 of 8 integrations need something/);
  const checkAgain = async (said: string) => {
    await user.click(screen.getByRole('button', { name: 'Check again' }));
    expect(await screen.findByText(said)).toHaveAttribute('role', 'status');
  };
  await checkAgain('Checked just now: nothing changed.');
  isFixed = true;
  await checkAgain('Checked just now: 1 change: GitLab: payments – SSL verification is fixed.');
});

test('without the list of integrations there is no empty table, and it is said what nobody knows', async () => {
  await renderedPanel({ id: 'typical', integrations: 'server-error', repositories: 'server-error' });
  expect(
    screen.getByText(/^(Integrations and Repositories|Repositories and Integrations) could not be read$/),
  ).toBeVisible();
  expect(screen.getByText(/^The integrations could not be read, so nothing is known.*shared account\.$/)).toBeVisible();
  expect(screen.getAllByRole('button', { name: 'Try again' })).toHaveLength(1);
  expect(screen.queryByRole('searchbox')).not.toBeInTheDocument();
  expect(screen.queryByText(/connect the next|only you can see/)).not.toBeInTheDocument();
});

test('while the repositories are read, what is not certain is Checking, and never better than it may be', async () => {
  const never = new Promise<never>(() => undefined);
  renderPanel(
    { id: 'typical' },
    { send: (path, init) => (path.endsWith('/repository') ? never : fetch(ORIGIN + path, init)) },
  );
  const health = (name: RegExp) => within(screen.getByRole('row', { name })).getAllByRole('cell')[1]?.textContent;
  await waitFor(() => expect(health(/GitLab: payments/)).toBe('At risk'));
  await waitFor(() =>
    expect(
      screen.getByText('4 of 8 integrations need something; 2 are at risk; 3 are still being checked.'),
    ).toBeVisible(),
  );
  expect(health(/GitHub Enterprise/)).toBe('Checking…');
  expect(screen.queryByRole('row', { name: /without an integration/ })).not.toBeInTheDocument();
});

test('while the repositories are read, the facts say how far it is', async () => {
  const never = new Promise<never>(() => undefined);
  renderPanel(
    { id: 'typical' },
    { send: (path, init) => (path.endsWith('/repository') ? never : fetch(ORIGIN + path, init)) },
  );
  expect(await screen.findByText(/ · 3 of 4 sources read$/)).toBeVisible();
  expect(screen.queryByRole('progressbar', { name: 'Reading from Jira' })).not.toBeInTheDocument();
  // None of these is younger than a week.
  expect(screen.getByText(/^You may connect the next integration/)).toBeVisible();
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
    screen.getByText(
      '7 of 8 integrations need something; 2 are at risk; repositories without an integration: Not checked.',
    ),
  ).toBeVisible();
  const row = screen.getByRole('row', { name: /Repositories without an integration/ });
  expect(
    within(row)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ).toEqual(['', 'Not checked', expect.stringMatching(/^Could not be checked: .* and \d more$/), 'Unknown', 'Unknown']);
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
  expect(await screen.findByRole('link', { name: /^Log in/ })).toBeVisible();
  expect(screen.getByLabelText('Current reindex interval')).toHaveValue('47');
});
