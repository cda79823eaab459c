import { screen, waitFor, within } from '@testing-library/react';

import { typical } from '../../../src/demo/instances';
import type { Scenario } from '../../../src/demo/scenarios';
import { renderedPanel, panelServer } from '../../support/render-panel';

panelServer();

const STALE = 'Not indexed for a long time';
const SHARED = 'Branches and pull requests are created under a shared account';

async function checksOf(scenario: string, check?: string, changes: Partial<Scenario> = {}) {
  window.history.replaceState(null, '', `#tab=checks${check === undefined ? '' : `&check=${check}`}`);
  const panel = await renderedPanel({ id: scenario, ...changes });
  const tab = await screen.findByRole('region', { name: 'All checks, the worst first' });
  return { ...panel, tab, inside: within(tab) };
}

const toggle = (sentence: string) => screen.getByRole('button', { name: sentence, expanded: false });

/** The whole line of a check, with what it opens to. */
function lineOf(sentence: string): HTMLElement {
  return screen.getByRole('heading', { name: sentence, level: 5 }).closest<HTMLElement>('.gic-check')!;
}

test('all checks, the worst first: what fails, what is asked, what needs data; the rest is folded', async () => {
  const { inside } = await checksOf('typical');
  const sections = inside.getAllByRole('heading', { level: 4 });
  expect(sections.map(({ textContent }) => textContent)).toEqual([
    'To fix 6',
    'Questions 3',
    'Needs data from you 1',
    'Advice 1',
    'Passed 8',
    'Not applicable 1',
  ]);
  expect(sections.map((section) => section.closest('details')?.open)).toEqual([
    undefined,
    undefined,
    undefined,
    false,
    false,
    false,
  ]);
  expect(inside.getAllByRole('heading', { level: 5 })[0]).toHaveTextContent(SHARED);
  expect(inside.getByRole('button', { name: '4 repositories belong to a deleted integration (id 99)' })).toBeVisible();
});

test('a row of an integration that could not be used is told beside the checks that pass without it', async () => {
  const instance: Scenario['instance'] = (clock) => {
    const whole = typical(clock);
    return { ...whole, integrations: whole.integrations.map((row) => (row.id === 3 ? { ...row, id: NaN } : row)) };
  };
  const { inside } = await checksOf('typical', undefined, { instance });
  expect(inside.getByText('SSL certificates are verified').closest('details')).toHaveTextContent(/^Passed/);
  const panel = within(screen.getByRole('tabpanel', { name: /^Checks/ }));
  expect(panel.getByRole('heading', { level: 3, name: /^\d rows? of an answer could not be used$/ })).toBeVisible();
});

test('names the integrations it fails on, three of many; a name opens the checklist', async () => {
  const { user } = await checksOf('large');
  const line = within(lineOf(SHARED));
  expect(line.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
    SHARED,
    'Team 01',
    'Team 07',
    'Team 13',
    'and 5 more',
    `Fix 8…: ${SHARED}`,
  ]);
  await user.click(line.getByRole('button', { name: 'Team 07' }));
  expect(window.location.hash).toBe('#tab=checks&open=integration%3A7');
});

test('opens to why, steps and all integrations by verdict with the value read; the focus stays, one is open at a time', async () => {
  const { user } = await checksOf('typical');
  toggle('SSL certificates are not verified').focus();
  await user.keyboard('{Enter}');
  expect(window.location.hash).toBe('#tab=checks&check=ssl-verification');
  expect(screen.getByRole('button', { name: 'SSL certificates are not verified', expanded: true })).toHaveFocus();
  const line = within(lineOf('SSL certificates are not verified'));
  expect(line.getByText('Connection settings > Manage credentials: SSL Verify = Enabled')).toBeVisible();
  const fails = line.getByRole('table', { name: 'Fails on' });
  expect(
    within(fails)
      .getAllByRole('rowheader')
      .map(({ textContent }) => textContent),
  ).toEqual(['GitLab: payments']);
  expect(within(fails).getByText('SSL Verify: Disabled')).toBeVisible();
  expect(line.queryByRole('table', { name: 'Passes on' })).not.toBeInTheDocument();
  await user.click(line.getByText('Passes on'));
  expect(
    within(await line.findByRole('table', { name: 'Passes on' })).getAllByText('SSL Verify: Enabled'),
  ).toHaveLength(6);

  await user.click(toggle(SHARED));
  expect(screen.getByRole('button', { name: 'SSL certificates are not verified', expanded: false })).toBeVisible();
  await user.click(screen.getByRole('button', { name: SHARED, expanded: true }));
  expect(window.location.hash).toBe('#tab=checks');
});

test('what can be fixed from here leads to the preview of its fix, open or not', async () => {
  const { user } = await checksOf('typical');
  await user.click(screen.getByRole('button', { name: SHARED }));
  await user.click(within(lineOf(SHARED)).getByRole('button', { name: /^Fix 2…/ }));
  expect(await screen.findByRole('dialog', { name: 'Fix: Require User PAT' })).toBeVisible();
});

test('its action opens it, and leaves the focus on the check', async () => {
  const { user } = await checksOf('typical');
  await user.click(within(lineOf(STALE)).getByRole('button', { name: /^Show steps/ }));
  expect(screen.getByRole('button', { name: STALE, expanded: true })).toHaveFocus();
});

test('a check that a link names is open, also where its section is folded', async () => {
  await checksOf('typical', 'gitlab-legacy');
  const open = screen.getByRole('button', { name: 'It uses a GitLab API that is supported', expanded: true });
  expect(open.closest('details')).toHaveAttribute('open');
});

test('a check of the instance is about all integrations, and shows what it was judged on', async () => {
  const { user } = await checksOf('typical', 'deleted-integration');
  const line = within(lineOf('4 repositories belong to a deleted integration (id 99)'));
  expect(line.getByText('All integrations')).toBeVisible();
  await user.click(line.getByText('Read from GIJ'));
  expect(line.getByText(/^Ids of deleted integrations:/)).toHaveTextContent('Ids of deleted integrations: 99');
});

test('a question is answered in its place, and judged at once', async () => {
  const { user } = await checksOf('typical');
  await user.click(
    within(lineOf('Is the general setting Require User PAT on?')).getByRole('button', { name: /^Answer/ }),
  );
  const line = within(lineOf('Is the general setting Require User PAT on?'));
  await user.click(line.getByRole('button', { name: 'Off' }));
  await waitFor(() => expect(lineOf('The general setting Require User PAT is off')).toBeInTheDocument());
  expect(screen.getByRole('heading', { name: 'Questions 2' })).toBeVisible();
});

test('the reindex interval needs data from the admin, and its action leads to its tab', async () => {
  const { user } = await checksOf('typical');
  const line = within(lineOf('Reindex interval'));
  await user.click(line.getByRole('button', { name: /^Find out/ }));
  expect(window.location.hash).toContain('tab=reindex');
});

test('what could not be read says so, and for which integrations', async () => {
  const { inside } = await checksOf('partly-failing');
  expect(inside.getByRole('heading', { name: /^Could not be read/ })).toBeVisible();
  const line = within(lineOf('Number of repositories'));
  expect(line.getByRole('button', { name: 'GitLab: payments' })).toBeVisible();
  expect(line.getByText(/^and \d+ more$/)).toBeVisible();
});

test('a check tells what to mind on any of the integrations before it is fixed, each once', async () => {
  const { user } = await checksOf('neglected');
  await user.click(toggle(SHARED));
  expect(screen.getByText(/^AWS CodeCommit has no personal access tokens/)).toBeVisible();
  expect(screen.getByText(/^TFS 2013 and TFS 2015 have no personal access tokens/)).toBeVisible();
});
