import { act, screen, within } from '@testing-library/react';

import { panelServer, renderedPanel, renderPanel } from '../../support/render-panel';

panelServer();

const chips = () => within(screen.getByRole('group', { name: 'Show only integrations by their health' }));
const more = () => screen.getByRole('button', { name: 'More' });
const chip = (name: string) => chips().getByRole('button', { name });

test('one sentence, when it was checked, which Jira, how much of it; all numbers are those of the table', async () => {
  await renderedPanel({ id: 'typical' });
  expect(screen.getByText(/^5 of 8 integrations need something; 2 are at risk/)).toBeVisible();
  const time = screen.getByText('Checked just now');
  expect(time).toHaveAttribute('title', expect.stringMatching(/\d{4}.*\d:\d\d.*(UTC|GMT|[A-Z]{3,4})/));
  expect(time.parentElement).toHaveTextContent(
    'Checked just now · Jira 10.3.2 · 8 integrations, 294 repositories, 6 repositories without an integration',
  );
  const counts = chips()
    .getAllByRole('button')
    .map(({ textContent }) => textContent);
  expect(counts).toEqual(['2 At risk', '3 Needs attention', '3 Healthy', '1 Disabled']);
  expect(screen.getByText('9 of 9 shown')).toBeVisible();
});

test('the title is below the heading of Jira’s page, and nothing on the page is above the title', async () => {
  await renderedPanel({ id: 'typical' });
  expect(screen.getByRole('heading', { level: 2, name: 'Git Integration Checkup' })).toBeVisible();
  expect(screen.queryByRole('heading', { level: 1 })).not.toBeInTheDocument();
  expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(1);
});

test('a chip filters by its health, and releases it; on another tab it leads to the integrations', async () => {
  const { user } = await renderedPanel({ id: 'typical' });
  await user.click(chip('2 At risk'));
  expect(chip('2 At risk')).toHaveAttribute('aria-pressed', 'true');
  expect(window.location.hash).toBe('#health=at-risk');
  expect(screen.getByText('2 of 9 shown')).toBeVisible();
  await user.click(chip('3 Healthy'));
  expect(window.location.hash).toBe('#health=healthy');
  await user.click(screen.getByRole('tab', { name: /^Checks/ }));
  expect(chip('3 Healthy')).toHaveAttribute('aria-pressed', 'false');
  await user.click(chip('3 Healthy'));
  expect(window.location.hash).toBe('#health=healthy');
  expect(screen.getByRole('tab', { name: 'Integrations' })).toHaveAttribute('aria-selected', 'true');
  await user.click(chip('3 Healthy'));
  expect(window.location.hash).toBe('');
});

test('what is open on the tab of the checks filters the table only where it fails, and never what a chip counts', async () => {
  window.history.replaceState(null, '', '#tab=checks&check=ssl-verification');
  const { user } = await renderedPanel({ id: 'typical' });
  await user.click(screen.getByRole('tab', { name: 'Integrations' }));
  expect(screen.getByText('1 of 9 shown')).toBeVisible();
  await user.click(screen.getByRole('tab', { name: /^Checks/ }));
  await user.click(chip('3 Healthy'));
  expect(screen.getByText('3 of 9 shown')).toBeVisible();
});

test('a check that fails nowhere is no filter on the way back from its tab', async () => {
  window.history.replaceState(null, '', '#tab=checks&check=gitlab-legacy');
  const { user } = await renderedPanel({ id: 'typical' });
  await user.click(screen.getByRole('tab', { name: 'Integrations' }));
  expect(screen.getByText('9 of 9 shown')).toBeVisible();
});

test('a health from a link that nothing has is a chip all the same, so that it can be released', async () => {
  window.history.replaceState(null, '', '#health=not-checked');
  const { user } = await renderedPanel({ id: 'all-healthy' });
  await user.click(chip('0 Not checked'));
  expect(window.location.hash).toBe('');
  expect(chips().queryByRole('button', { name: /Not checked/ })).not.toBeInTheDocument();
});

test('the time of the check moves on by itself, and does not say so', async () => {
  jest.useFakeTimers({ advanceTimers: true, doNotFake: ['queueMicrotask', 'nextTick'] });
  renderPanel({ id: 'all-healthy' }, { now: () => Date.now() });
  const time = await screen.findByText('Checked just now', {}, { timeout: 5_000 });
  act(() => jest.advanceTimersByTime(4 * 60_000));
  expect(time).toHaveTextContent(/^Checked [34] minutes ago$/);
  expect(time.closest('[role="status"], [aria-live]')).toBeNull();
  jest.useRealTimers();
});

test('the link to this view is copied, and it is said', async () => {
  const { user } = await renderedPanel({ id: 'typical' });
  await user.click(chip('2 At risk'));
  const copy = jest.spyOn(navigator.clipboard, 'writeText');
  await user.click(more());
  await user.click(screen.getByRole('button', { name: 'Copy link to this view' }));
  expect(await screen.findByText('Copied the link to this view.')).toHaveAttribute('role', 'status');
  expect(copy).toHaveBeenCalledWith('http://localhost/#health=at-risk');
});

test('where the browser copies nothing, the link is shown selected', async () => {
  const { user } = await renderedPanel({ id: 'typical' });
  jest.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('refused'));
  await user.click(more());
  await user.click(screen.getByRole('button', { name: 'Copy link to this view' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Copy by hand' }));
  const link = dialog.getByRole<HTMLTextAreaElement>('textbox');
  expect(link).toHaveValue('http://localhost/');
  expect([link.selectionStart, link.selectionEnd]).toEqual([0, 'http://localhost/'.length]);
});

test('what is seldom needed is behind one button', async () => {
  const { user } = await renderedPanel({ id: 'typical' });
  expect(screen.queryByRole('button', { name: 'Settings' })).not.toBeInTheDocument();
  await user.click(more());
  expect(more()).toHaveAttribute('aria-expanded', 'true');
  const choices = within(screen.getByRole('list', { name: 'More' })).getAllByRole('button');
  expect(choices.map(({ textContent }) => textContent)).toEqual([
    'Settings',
    'Share with other admins…',
    'Help and legend',
    'Copy link to this view',
  ]);
  await user.click(screen.getByRole('button', { name: 'Settings' }));
  expect(await screen.findByRole('dialog', { name: 'Settings' })).toBeVisible();
  expect(more()).toHaveAttribute('aria-expanded', 'false');
});

test('Escape, a click beside it and leaving it close what is behind the button', async () => {
  const { user } = await renderedPanel({ id: 'typical' });
  const isOpen = () => screen.queryByRole('button', { name: 'Settings' }) !== null;
  more().focus();
  await user.keyboard('{Enter}{Tab}');
  expect(screen.getByRole('button', { name: 'Settings' })).toHaveFocus();
  await user.keyboard('{Escape}');
  expect(isOpen()).toBe(false);
  expect(more()).toHaveFocus();
  await user.click(more());
  await user.click(screen.getByRole('heading', { level: 2 }));
  expect(isOpen()).toBe(false);
  await user.click(more());
  await user.tab();
  await user.tab({ shift: true });
  await user.tab({ shift: true });
  expect(isOpen()).toBe(false);
});
