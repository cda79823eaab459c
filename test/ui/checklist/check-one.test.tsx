import { screen, within } from '@testing-library/react';

import { panelServer, renderedPanel } from '../../support/render-panel';

panelServer();
beforeEach(() => localStorage.clear());

const SHARED = 'Branches and pull requests are created under a shared account';

async function opened(id: string) {
  window.history.replaceState(null, '', `#open=integration%3A${id}`);
  const panel = await renderedPanel({ id: 'typical' });
  const dialog = await screen.findByRole('dialog');
  return { ...panel, inside: within(dialog) };
}

function put(id: string, body: object): Promise<Response> {
  return fetch(`http://localhost/jira/rest/gitplugin/1.0/integration/${id}`, {
    method: 'PUT',
    headers: { 'X-Atlassian-Token': 'no-check', 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}

const again = /^Check this again\s?: Branches/;
const said = (text: string) => screen.findByText(text, { selector: '[role=status]' });

test('what still fails says so, and keeps the focus', async () => {
  const { user, inside } = await opened('1');
  await user.click(inside.getByRole('button', { name: again }));
  expect(await said('Require User PAT, checked just now: it still fails.')).toBeVisible();
  expect(inside.getByRole('button', { name: again })).toHaveFocus();
});

test('what was put right elsewhere is fixed, and the focus is not lost', async () => {
  const { user, inside } = await opened('1');
  await put('1', { requireUserPat: true, disabled: false });
  await user.click(inside.getByRole('button', { name: again }));
  expect(await said('Require User PAT, checked just now: it is fixed.')).toBeVisible();
  expect(inside.queryByRole('heading', { name: SHARED })).not.toBeInTheDocument();
  expect(inside.getByRole('heading', { level: 3 })).toHaveFocus();
});

test('a check that is about repositories reads them too', async () => {
  const { user, inside } = await opened('3');
  await put('3', { disableSslVerification: false, disabled: false });
  await user.click(inside.getByRole('heading', { name: 'SSL certificates are not verified' }));
  await user.click(inside.getByRole('button', { name: /^Check this again\s?: SSL/ }));
  expect(await said('SSL verification, checked just now: it is fixed.')).toBeVisible();
});

test('what could not be read is not judged anew', async () => {
  const { user, jira, inside } = await opened('1');
  jira.setLoggedIn(false);
  await user.click(inside.getByRole('button', { name: again }));
  expect(await said('Require User PAT could not be read again: the session has ended.')).toBeVisible();
  expect(inside.getByRole('heading', { name: SHARED })).toBeVisible();
});

test('another integration says nothing of it', async () => {
  const { user, inside } = await opened('1');
  await user.click(inside.getByRole('button', { name: again }));
  await said('Require User PAT, checked just now: it still fails.');
  await user.click(inside.getByRole('button', { name: 'Next integration' }));
  expect(inside.queryByText(/checked just now/)).not.toBeInTheDocument();
});

test('where the cause is at the repositories it says why there is no fix', async () => {
  const { inside } = await opened('7');
  const finding = within(inside.getByRole('heading', { name: /folder/i, level: 5 }).closest('details')!);
  expect(finding.getByText(/^It can’t be fixed from here/)).toBeInTheDocument();
  expect(inside.queryByRole('button', { name: /^Fix…/ })).not.toBeInTheDocument();
});
