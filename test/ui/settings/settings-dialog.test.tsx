import { screen, within } from '@testing-library/react';

import { keepSettings, keptSettings } from '../../support/kept-settings';
import { panelServer, renderedPanel } from '../../support/render-panel';

panelServer();

const KEY = 'git-integration-checkup decisions /jira';

/** The dialog; to ask it alone is faster than to ask the page. */
function inDialog() {
  const [element] = document.getElementsByTagName('dialog');
  if (!element) throw new Error('no dialog is open');
  return within(element);
}

async function opened() {
  const { user } = await renderedPanel({ id: 'typical' });
  const open = async () => {
    await user.click(screen.getByText('More'));
    await user.click(screen.getByText('Settings'));
    await screen.findByText('Save');
  };
  await open();
  const field = (label: string) => inDialog().getByLabelText(label);
  const type = async (label: string, text: string) => {
    await user.clear(field(label));
    await user.type(field(label), text);
  };
  const press = (name: string) => user.click(inDialog().getByRole('button', { name }));
  return { user, open, field, type, press };
}

const isOpen = () => screen.queryByRole('dialog', { name: 'Settings' }) !== null;

test('only what is not as recommended is kept, and it is said', async () => {
  const { user, type, press } = await opened();
  await type('Repositories of an integration', '10');
  await type('Rounds that the interval must cover', '90');
  await user.click(inDialog().getByRole('checkbox', { name: 'SSL verification' }));
  await user.selectOptions(inDialog().getByRole('combobox', { name: 'Severity of Display name' }), 'High');
  await user.click(inDialog().getByRole('checkbox', { name: 'Read-only' }));
  await press('Save');
  expect(isOpen()).toBe(false);
  expect(screen.getByText('The settings are saved.')).toHaveAttribute('role', 'status');
  expect(keptSettings()).toEqual({
    'limit.repositories': 10,
    'policy.quantile': 0.9,
    'check.ssl-verification.off': true,
    'check.display-name.severity': 'high',
    'read-only': true,
  });
});

test('each field says what is recommended, is marked where it is changed, and is reset', async () => {
  keepSettings({ 'limit.repositories': 500, 'policy.marginShare': 0.25, 'check.gitlab-legacy.off': true });
  const { field, press } = await opened();
  const repositories = field('Repositories of an integration');
  expect(repositories).toHaveValue('500');
  expect(repositories).toHaveAccessibleDescription(/Recommended: 2,000 repositories\.$/);
  expect(field('Margin as a share of the round')).toHaveValue('25');
  expect(inDialog().getAllByText('(changed)')).toHaveLength(3);
  await press('Reset : Repositories of an integration');
  expect(repositories).toHaveValue('2000');
  expect(repositories).toHaveFocus();
  expect(inDialog().getAllByText('(changed)')).toHaveLength(2);
  await press('Reset all to recommended');
  expect(inDialog().queryByText('(changed)')).not.toBeInTheDocument();
  expect(keptSettings()).toHaveProperty(['limit.repositories'], 500);
  await press('Save');
  expect(keptSettings()).toEqual({});
});

test('what cannot be used is told at the field, and nothing is saved', async () => {
  const { field, type, press } = await opened();
  await type('Stale after', '0');
  await type('Least margin', '4');
  expect(field('Stale after')).toBeValid();
  await press('Save');
  expect(field('Stale after')).toBeInvalid();
  expect(field('Stale after')).toHaveFocus();
  expect(field('Stale after')).toHaveAccessibleDescription('Type 1 or more.');
  expect(keptSettings()).toEqual({});
  await type('Stale after', '2');
  expect(field('Stale after')).toBeValid();
  await press('Save');
  expect(keptSettings()).toEqual({ 'limit.stale-rounds': 2, 'policy.marginMinutes': 4 });
});

test('the naming rule says at once which names would fail, and what is wrong with the rule itself', async () => {
  const { user, field } = await opened();
  const rule = field('Naming rule');
  await user.click(rule);
  await user.paste('[^/]*');
  const said = () => rule.closest('fieldset')?.querySelector('[role="status"]')?.textContent;
  expect(said()).toBe('6 names fit. 1 would fail: https://github.com/*. ');
  await user.paste('(');
  expect(rule).toBeInvalid();
  expect(rule).toHaveAccessibleDescription(/^This is no regular expression/);
  expect(said()).toBe('');
});

test('leaving asks where something is not saved, and nowhere else', async () => {
  const { open, field, type, press } = await opened();
  await type('Stale after', '5');
  await press('Cancel');
  expect(inDialog().getByRole('alert')).toHaveTextContent('What you typed is not kept yet.');
  expect(inDialog().getByRole('button', { name: 'Keep editing' })).toHaveFocus();
  await press('Keep editing');
  expect(field('Stale after')).toHaveValue('5');
  await type('Stale after', '3');
  await press('Close');
  expect(isOpen()).toBe(false);
  await open();
  await type('Stale after', '5');
  await press('Share with other admins…');
  await press('Leave without saving');
  expect(await screen.findByRole('dialog', { name: 'Share with other admins' })).toBeVisible();
  expect(keptSettings()).toEqual({});
});

test('what is kept and no possible value is named, and goes with the next save', async () => {
  keepSettings({ 'limit.repositories': -1, 'check.display-name.severity': 'dire' });
  const { press } = await opened();
  expect(inDialog().getByText(/^These are no possible values/)).toHaveTextContent(
    'so the recommended ones count: Repositories of an integration and Display name: severity.',
  );
  await press('Save');
  expect(localStorage.getItem(KEY)).not.toContain('setting:');
});

test('decisions of a newer version stay as they are, and it is said', async () => {
  localStorage.setItem(KEY, JSON.stringify({ version: 99 }));
  await opened();
  expect(inDialog().getByText(/^A newer version of this app wrote the settings/)).toBeVisible();
});

test('where decisions are kept is said', async () => {
  await opened();
  expect(inDialog().getByText('Decisions are kept in this browser only.')).toBeVisible();
});

test('read-only mode hides what changes Jira, and can be ended', async () => {
  keepSettings({ 'read-only': true });
  const { user, press } = await opened();
  expect(inDialog().getByRole('checkbox', { name: 'Read-only' })).toBeChecked();
  expect(screen.queryByText('Fix 2…')).not.toBeInTheDocument();
  await user.click(inDialog().getByRole('checkbox', { name: 'Read-only' }));
  await press('Save');
  expect(keptSettings()).toEqual({});
  expect(screen.getAllByText('Fix 2…').length).toBeGreaterThan(0);
});

test('badges on pages of GIJ are chosen in words, with what they cost, and reset', async () => {
  const { user, field, press } = await opened();
  const badges = inDialog().getByRole('group', { name: 'Badges on pages of Git Integration for Jira' });
  expect(badges).toHaveAccessibleDescription(/changes nothing in Jira\. Above 5,000 repositories there is none\.$/);
  const shown = field('Shown, and checked in the background once an hour');
  expect(shown).toBeChecked();
  await user.click(field('Not shown'));
  expect(shown).not.toBeChecked();
  await press('Reset : Badges on pages of Git Integration for Jira');
  expect(shown).toBeChecked();
  expect(shown).toHaveFocus();
  await user.click(field('Shown, as the last check on this page found'));
  await press('Save');
  expect(keptSettings()).toEqual({ badges: 'last-check' });
});
