import { act, screen, waitFor, within } from '@testing-library/react';

import { renderedPanel, panelServer } from '../../support/render-panel';

panelServer();

const SHARED = 'Branches and pull requests are created under a shared account';

/** Opens a checklist as a link to it does. */
async function opened(id: string, scenario = 'typical') {
  window.history.replaceState(null, '', `#open=integration%3A${id}`);
  const panel = await renderedPanel({ id: scenario });
  const dialog = await screen.findByRole('dialog');
  return { ...panel, dialog, inside: within(dialog) };
}

const GITHUB = '1';
const GITLAB = '3';
const ENTERPRISE = '2';
const DISABLED = '8';

/** The fold of the finding with that sentence. */
function findingOf(dialog: HTMLElement, sentence: string): HTMLElement {
  return within(dialog).getByRole('heading', { name: sentence, level: 5 }).closest('details')!;
}

test('the head tells what it is, how it came out, and leads to GIJ', async () => {
  const { dialog, inside } = await opened(GITLAB);
  expect(dialog).toHaveAccessibleName('GitLab: payments');
  expect(inside.getByRole('heading', { level: 3 })).toHaveFocus();
  expect(inside.getByText('GitLab · gitlab.acme.example · 45 repositories · indexed 7 minutes ago')).toBeVisible();
  expect(inside.getByText('2 to fix, 11 passed.')).toBeVisible();
  expect(inside.getByRole('link', { name: /^Open in Git Integration for Jira/ })).toHaveAttribute(
    'href',
    '/jira/manage',
  );
});

test('findings stand in groups, what is to fix first with the first open; what needs nothing is folded', async () => {
  const { dialog, inside } = await opened(GITHUB);
  const groups = inside.getAllByRole('heading', { level: 4 });
  expect(groups.map(({ textContent }) => textContent)).toEqual([
    'To fix 2',
    'Advice 1',
    'Passed 9',
    'Not applicable 3',
  ]);
  expect(groups.map((group) => group.closest('details')?.open)).toEqual([undefined, false, false, false]);
  const open = [...dialog.querySelectorAll('.gic-finding')].filter((finding) => finding.hasAttribute('open'));
  expect(open).toEqual([findingOf(dialog, SHARED)]);
});

test('a finding opens to why, what is recommended, numbered steps, what users notice, and the vendor’s page', async () => {
  const { dialog } = await opened(GITHUB);
  const finding = within(findingOf(dialog, SHARED));
  expect(finding.getAllByRole('term').map(({ textContent }) => textContent)).toEqual([
    'Why',
    'Recommended',
    'How to fix it',
    'Users',
  ]);
  expect(
    within(finding.getAllByRole('list')[0]!)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual([
    'Open Git > Manage integrations Open the page (opens a new tab)',
    'Actions > Edit integration settings',
    'Feature settings: Repository Browser = Enabled',
    'Feature settings: Require User PAT = Enabled',
    'Save',
  ]);
  expect(finding.getByRole('link', { name: /^GitKraken’s documentation\s?: Require User PAT$/ })).toHaveAttribute(
    'href',
    expect.stringContaining('help.gitkraken.com'),
  );
});

test('what was read has the labels and values of GIJ, and one line for where and when', async () => {
  const { dialog, user } = await opened(GITLAB);
  await user.click(within(dialog).getByText('SSL certificates are not verified'));
  const finding = within(findingOf(dialog, 'SSL certificates are not verified'));
  await user.click(finding.getByText('Read from GIJ'));
  expect(finding.getByText('Disabled').parentElement).toHaveTextContent('SSL Verify: Disabled');
  expect(finding.getByText(/^Origin:/)).toHaveTextContent('Origin: https://•••@gitlab.acme.example');
  expect(finding.getAllByText(/^Read .* from \/integration$/)).toHaveLength(1);
});

test('a finding by a rule of our own says so, and has no link', async () => {
  const { dialog, user } = await opened(GITHUB);
  await user.click(within(dialog).getByText('Passed'));
  await user.click(within(dialog).getByText('Nothing goes over a network in plain http'));
  const finding = within(findingOf(dialog, 'Nothing goes over a network in plain http'));
  expect(finding.getByText('This is our own rule; no page of GitKraken says it.')).toBeVisible();
  expect(finding.queryByRole('link')).not.toBeInTheDocument();
});

test('what is passed tells its own limit', async () => {
  const { inside } = await opened(GITLAB);
  expect(
    inside.getByRole('heading', { name: /^Indexed within the last \d+ (minutes|hours?|days?)/ }),
  ).toBeInTheDocument();
});

test('a question is answered right there, for all integrations; the focus is not lost', async () => {
  const { dialog, inside, user } = await opened(ENTERPRISE);
  expect(inside.getByRole('heading', { name: 'Question, the same for all integrations 1' })).toBeVisible();
  const answers = inside.getByRole('group', { name: /^Enforce Git service permissions/ });
  await user.click(within(answers).getByRole('button', { name: 'Off' }));
  const finding = await waitFor(() =>
    findingOf(dialog, 'Users may see git data that they may not see on the git host'),
  );
  expect(finding.closest('section')).toHaveTextContent(/^To fix/);
  expect(inside.getByRole('heading', { level: 3 })).toHaveFocus();
  await user.click(within(finding).getByText('Users may see git data that they may not see on the git host'));
  expect(within(finding).getByText(/^Answered “Off” by/)).toBeVisible();
});

test('a Fail that an answer undoes says so, and takes the answer', async () => {
  const { dialog, inside, user } = await opened(GITHUB);
  expect(inside.getByText('Unless the general setting Require User PAT is on.')).toBeVisible();
  await user.click(inside.getByRole('button', { name: 'It is on' }));
  await waitFor(() =>
    expect(within(dialog).queryByRole('heading', { name: SHARED, level: 5 })).not.toBeInTheDocument(),
  );
});

test('where it is on without effect, no answer undoes the Fail', async () => {
  const { inside } = await opened(GITLAB);
  expect(inside.getByText('Require User PAT is on but has no effect: Repository Browser is off.')).toBeVisible();
  expect(inside.queryByText(/^Unless/)).not.toBeInTheDocument();
});

test('next, previous and close, and the focus returns to the row', async () => {
  const { user } = await renderedPanel({ id: 'typical' });
  const row = () => screen.getByRole('row', { name: /GitLab: payments/ });
  await user.click(within(row()).getByRole('button', { name: /GitLab: payments/ }));
  const heading = async () => within(await screen.findByRole('dialog')).getByRole('heading', { level: 3 });
  expect(await heading()).toHaveTextContent('GitLab: payments');
  expect(screen.getByText('1 of 9')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Previous integration' })).toHaveAttribute('aria-disabled', 'true');
  await user.click(screen.getByRole('button', { name: 'Next integration' }));
  expect(await heading()).toHaveTextContent('https://github.com/*');
  expect(await heading()).toHaveFocus();
  await user.click(screen.getByRole('button', { name: 'Previous integration' }));
  expect(await heading()).toHaveTextContent('GitLab: payments');
  await user.click(screen.getByRole('button', { name: 'Close' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  await waitFor(() => expect(within(row()).getByRole('button', { name: /GitLab: payments/ })).toHaveFocus());
});

test('a link to an integration that is gone says so', async () => {
  window.history.replaceState(null, '', '#open=integration%3A4711');
  await renderedPanel({ id: 'typical' });
  expect(screen.getByText('The integration in this link is not there any more.')).toBeVisible();
});

test('of a disabled integration it says that once, and nothing else', async () => {
  const { inside } = await opened(DISABLED);
  expect(inside.getAllByText('The integration is disabled: it is not indexed.')).toHaveLength(1);
  expect(inside.queryByRole('heading', { level: 4 })).not.toBeInTheDocument();
});

test('a finding warns before its steps, where following them may do harm', async () => {
  const { dialog } = await opened('2', 'neglected');
  const finding = within(findingOf(dialog, SHARED));
  expect(finding.getAllByRole('term').map(({ textContent }) => textContent)).toEqual([
    'Why',
    'Recommended',
    'Before you fix it',
    'How to fix it',
    'Users',
  ]);
  expect(finding.getByText(/^TFS 2013 and TFS 2015 have no personal access tokens/)).toBeVisible();
});

test('what is to fix is open while the page is printed, and afterwards as it was', async () => {
  const { dialog } = await opened(GITLAB);
  const finding = findingOf(dialog, 'SSL certificates are not verified');
  expect(finding).not.toHaveAttribute('open');
  act(() => void window.dispatchEvent(new Event('beforeprint')));
  expect(finding).toHaveAttribute('open');
  act(() => void window.dispatchEvent(new Event('afterprint')));
  expect(finding).not.toHaveAttribute('open');
  expect(findingOf(dialog, SHARED)).toHaveAttribute('open');
});

describe('copying', () => {
  test('says that it was copied: the link to the checklist, or all of it as Markdown', async () => {
    const { inside, user } = await opened(GITLAB);
    const copy = jest.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await user.click(inside.getByRole('button', { name: 'Copy link' }));
    expect(copy).toHaveBeenLastCalledWith(`${window.location.origin}/#open=integration%3A3`);
    await waitFor(() => expect(inside.getByText('Copied')).toBeVisible());
    await user.click(inside.getByRole('button', { name: 'Copy as Markdown' }));
    expect(copy).toHaveBeenLastCalledWith(expect.stringMatching(/^# GitLab: payments\n/));
  });

  test('where the browser refuses, the text is there to be copied by hand', async () => {
    const { inside, user } = await opened(GITLAB);
    jest.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('refused'));
    await user.click(inside.getByRole('button', { name: 'Copy as Markdown' }));
    const text = await inside.findByRole<HTMLTextAreaElement>('textbox', { name: 'Copy as Markdown' });
    expect(text.value).toMatch(/^# GitLab: payments\n/);
    expect(text).toHaveFocus();
    expect(text.selectionEnd).toBe(text.value.length);
    expect(inside.getByText('Selected: press Ctrl+C')).toBeVisible();
  });
});

test('what can be fixed from here has its fix on its line; the checklist stays open below it', async () => {
  const { user, inside } = await opened(GITHUB);
  await user.click(inside.getByRole('button', { name: /^Fix…\s?: Branches/ }));
  expect(await screen.findByRole('dialog', { name: 'Fix: Require User PAT' })).toBeVisible();
  expect(screen.getAllByRole('dialog')).toHaveLength(2);
});

test('it has the focus again after a fix, whose button is gone', async () => {
  const { user, inside } = await opened(GITHUB);
  await user.click(inside.getByRole('button', { name: /^Fix…\s?: Branches/ }));
  const fix = within(await screen.findByRole('dialog', { name: 'Fix: Require User PAT' }));
  await user.click(await fix.findByRole('button', { name: 'Apply to 1 integration' }));
  await fix.findByRole('heading', { name: /^Done/ });
  await user.click(fix.getAllByRole('button', { name: 'Close' })[0]!);
  expect(inside.getByRole('heading', { level: 3 })).toHaveFocus();
});

test('nothing is offered where an admin set that nothing is to be changed', async () => {
  const kept = { kind: 'setting', name: 'read-only', value: true, at: 1 };
  const document = { version: 1, revision: 1, entries: { 'setting:read-only': kept } };
  localStorage.setItem('git-integration-checkup decisions /jira', JSON.stringify(document));
  const { inside } = await opened(GITHUB);
  expect(screen.queryByRole('button', { name: /^Fix/, hidden: true })).not.toBeInTheDocument();
  expect(inside.getAllByRole('button', { name: /^Check this again/ })[0]).toBeVisible();
});
