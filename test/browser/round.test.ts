import type { Browser, Page } from 'playwright-core';

import { CONTEXT_PATH, startSharedJira, type Admin, type SharedJira } from '../support/admins';
import { launchBrowser } from '../support/browser';
import { requestComplaints, writesIn } from '../support/documented-requests';

jest.setTimeout(120_000);

/** What an admin does from the page, in one Jira: each test begins where the one before it ended. */
let browser: Browser;
let shared: SharedJira;
let ada: Admin;
let grace: Admin;

beforeAll(async () => {
  browser = await launchBrowser();
  shared = await startSharedJira(browser, 'stubborn');
  ada = await shared.admin('Ada Admin');
});

afterAll(async () => {
  await browser.close();
  await shared.close();
});

const writesOf = ({ requests }: Admin) => writesIn(requests, CONTEXT_PATH);
const valuesInJira = () => [1, 2, 3, 4, 5].map((id) => shared.jira.integration(id)?.['requireUserPat']);
const chip = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).waitFor();
const inDialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name });
const result = (page: Page, team: string) =>
  page
    .getByRole('dialog')
    .getByRole('listitem')
    .filter({ hasText: `GitHub Enterprise: ${team}` })
    .last();

async function close(page: Page): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

test('the fix of five is previewed, and nothing is written before the number is typed', async () => {
  const { page } = ada;
  await chip(page, '5 At risk');
  await page.getByRole('button', { name: /^Fix 5…/ }).click();
  const dialog = inDialog(page, 'Fix: Require User PAT');
  await dialog.getByText('Read just now: 5 of 5').waitFor();
  await dialog
    .getByText(/Each user is asked once/)
    .first()
    .waitFor();
  await dialog.getByRole('button', { name: 'Apply to 5 integrations' }).click();
  await dialog.getByText('Type the number 5.').waitFor();
  expect(writesOf(ada)).toEqual([]);
});

test('one is refused in the words of GIJ, one answer is lost and told by reading again, the others are applied', async () => {
  const { page } = ada;
  const dialog = inDialog(page, 'Fix: Require User PAT');
  await dialog.getByRole('textbox', { name: 'Type 5 to change 5 integrations' }).fill('5');
  await dialog.getByRole('button', { name: 'Apply to 5 integrations' }).click();
  await dialog.getByRole('heading', { name: 'Done: 4 applied and 1 refused' }).waitFor();
  expect(await result(page, 'search').textContent()).toMatch(
    /refused.*Nothing was changed.*The integration cannot be changed at the moment\. Try again later\./,
  );
  expect(await result(page, 'gateway').textContent()).toMatch(/applied/);
  expect(valuesInJira()).toEqual([true, false, true, true, true]);
  expect(writesOf(ada).toSorted()).toEqual([1, 2, 3, 4, 5].map((id) => `PUT /rest/gitplugin/1.0/integration/${id}`));
});

test('the refused one is tried again, and the page has what was read back at once', async () => {
  const { page } = ada;
  await page.getByRole('button', { name: 'Try the failed again' }).click();
  await inDialog(page, 'Fix: Require User PAT').getByRole('heading', { name: 'Done: 5 applied' }).waitFor();
  expect(writesOf(ada).slice(5)).toEqual(['PUT /rest/gitplugin/1.0/integration/2']);
  await close(page);
  await chip(page, '6 Healthy');
  expect(await page.getByText(/under a shared account on/).count()).toBe(0);
});

test('the batch is undone from History through its preview, and History says who did what', async () => {
  const { page } = ada;
  await page.getByRole('tab', { name: 'History' }).click();
  const events = page.locator('.gic-event');
  const changed = events.filter({ hasText: /^Changed: 5 integrations – Require User PAT/ });
  await changed.getByText(/^Ada Admin, /).waitFor();
  await changed.getByRole('button', { name: /^Undo all 5…/ }).click();
  const dialog = inDialog(page, 'Undo');
  await dialog.getByText('Read just now: 5 of 5').waitFor();
  expect(valuesInJira()).toEqual([true, true, true, true, true]);
  await dialog.getByRole('button', { name: 'Apply to 5 integrations' }).click();
  await dialog.getByRole('heading', { name: 'Done: 5 applied' }).waitFor();
  await close(page);
  expect(valuesInJira()).toEqual([false, false, false, false, false]);
  await events
    .filter({ hasText: /^Undone: 5 integrations/ })
    .getByText(/^Ada Admin, /)
    .waitFor();
  expect(await changed.getByRole('button', { name: /^Undo/ }).count()).toBe(0);
  await chip(page, '5 At risk');
});

const ENFORCED = 'Enforce Git service permissions (general setting)';

/** Opens the questions, and answers one of them. */
async function answer({ page }: Admin, setting: string, value: string): Promise<void> {
  const group = page.getByRole('group', { name: setting, exact: true });
  if (!(await group.isVisible())) await page.getByRole('heading', { name: /only you can see/ }).click();
  await group.getByRole('button', { name: value, exact: true }).click();
}

test('a question is answered, and a finding accepted with reason, note and end', async () => {
  const { page } = ada;
  await page.getByRole('tab', { name: 'Integrations' }).click();
  await answer(ada, 'Webhooks set up', 'Off');
  await page.getByText(/^Answered “Off” by Ada Admin just now\./).waitFor();

  await page
    .getByRole('row', { name: /billing/ })
    .getByRole('button')
    .click();
  const checklist = inDialog(page, /billing/);
  await checklist.getByRole('button', { name: /^Accept… ?: .*Require User PAT/ }).click();
  const dialog = inDialog(page, /^Accept: /);
  await dialog.getByRole('combobox').selectOption({ label: 'Planned' });
  await dialog.getByRole('textbox', { name: 'Note' }).fill('In May, with the move to the new host');
  await dialog.getByRole('button', { name: '90 days' }).click();
  await dialog.getByRole('button', { name: 'Accept 1 finding' }).click();
  await dialog.waitFor({ state: 'detached' });
  await checklist.getByRole('heading', { name: 'Accepted 1' }).waitFor();
  await page.keyboard.press('Escape');
  await checklist.waitFor({ state: 'detached' });
  await page.getByText('Accepted on 1 integration: GitHub Enterprise: billing').waitFor();
  await chip(page, '4 At risk');
});

test('nothing is written for decisions before Share is pressed; then another admin has them without doing anything', async () => {
  const { page } = ada;
  const before = writesOf(ada);
  expect(before.filter((line) => line.includes('/rest/api/'))).toEqual([]);
  await page.getByRole('button', { name: /More/ }).click();
  await page.getByRole('button', { name: 'Share with other admins…' }).click();
  const dialog = inDialog(page, 'Share with other admins');
  await dialog.getByRole('radio', { name: 'In Jira, at the issue type Epic' }).check();
  expect(writesOf(ada)).toEqual(before);
  await dialog.getByRole('button', { name: 'Share', exact: true }).click();
  await dialog.getByText(/^Decisions are kept in Jira, at the issue type Epic/).waitFor();
  await dialog.getByText('Everything is shared.').waitFor();
  await close(page);

  grace = await shared.admin('Grace Admin');
  await chip(grace.page, '4 At risk');
  await grace.page.getByText('Accepted on 1 integration: GitHub Enterprise: billing').waitFor();
  await grace.page.getByRole('tab', { name: 'History' }).click();
  const history = grace.page.getByRole('tabpanel', { name: 'History' });
  await history.getByText('In May, with the move to the new host').waitFor();
  await history.getByText(/^Undone: 5 integrations/).waitFor();
  await history.getByText(/^Answered: Webhooks: Off/).waitFor();
  await grace.page.getByRole('tab', { name: 'Integrations' }).click();
});

test('two admins who answer otherwise apart from each other: both values and who, and one chooses', async () => {
  await ada.context.setOffline(true);
  await answer(ada, ENFORCED, 'Off');
  await ada.page.getByRole('alert').filter({ hasText: 'Not shared yet: 1 decision of this browser.' }).waitFor();
  await answer(grace, ENFORCED, 'On');
  await grace.page.getByText(/^Answered “On” by Grace Admin just now\./).waitFor();
  await ada.context.setOffline(false);
  await ada.page.getByRole('button', { name: 'Try again' }).click();
  await ada.page.getByText('You and another admin decided 1 thing differently.').waitFor();
  await ada.page.getByRole('button', { name: 'Choose…' }).click();
  const dialog = inDialog(ada.page, 'Share with other admins');
  await dialog.getByRole('heading', { name: 'Enforce Git service permissions' }).waitFor();
  await dialog.getByText(/^Grace Admin, /).waitFor();
  await dialog.getByText(/^Ada Admin, /).waitFor();
  await dialog.getByRole('button', { name: 'Take this You: Enforce Git service permissions' }).click();
  await dialog.getByText('Everything is shared.').waitFor();
  expect(await dialog.getByText(/decided 1 thing differently/).count()).toBe(0);
  await close(ada.page);

  await grace.page.getByRole('button', { name: 'Check again' }).click();
  await grace.page
    .getByText(/^Answered “Off” by Ada Admin/)
    .last()
    .waitFor();
  expect(await grace.page.getByText(/decided 1 thing differently/).count()).toBe(0);
});

test('in all of it: no request that is not documented, none to another origin, each write as Jira wants it', () => {
  for (const { requests, complaints, errors } of [ada, grace]) {
    expect(requestComplaints(requests, shared.url, CONTEXT_PATH)).toEqual([]);
    expect(complaints.filter((text) => !text.endsWith('net::ERR_INTERNET_DISCONNECTED'))).toEqual([]);
    expect(errors).toEqual([]);
  }
  const kinds = (admin: Admin) => [...new Set(writesOf(admin).map((line) => line.replace(/\d+$/, '<id>')))].toSorted();
  const property = '/rest/api/2/issuetype/10000/properties/git-integration-checkup';
  expect(kinds(ada)).toEqual([
    `DELETE ${property}.probe`,
    `PUT ${property}.decisions`,
    `PUT ${property}.probe`,
    'PUT /rest/gitplugin/1.0/integration/<id>',
  ]);
  expect(kinds(grace)).toEqual([`PUT ${property}.decisions`]);
});

test('any other request would be told', () => {
  const { origin } = new URL(shared.url);
  const told = (method: string, path: string, body = '', headers: Record<string, string> = {}) =>
    requestComplaints([{ method, url: new URL(path, origin).href, headers, body }], shared.url, CONTEXT_PATH);
  const token = { 'x-atlassian-token': 'no-check' };
  const integration = '/jira/rest/gitplugin/1.0/integration';
  expect(told('PUT', `${integration}/1`, '{"requireUserPat":true,"disabled":false}', token)).toEqual([]);
  expect(told('PUT', `${integration}/1`, '{"requireUserPat":true}')).toEqual([
    'PUT /rest/gitplugin/1.0/integration/1: without X-Atlassian-Token',
    'PUT /rest/gitplugin/1.0/integration/1: without disabled',
  ]);
  expect(told('PUT', `${integration}/1`, '{"apiPath":"x","disabled":false}', token)).toHaveLength(1);
  expect(told('POST', '/jira/rest/gitplugin/2.0/reindex', '', token)).toEqual([
    'POST /rest/gitplugin/2.0/reindex: not documented',
    'POST /rest/gitplugin/2.0/reindex: asks for indexing',
  ]);
  expect(told('GET', `${integration}?all=true`)).toHaveLength(1);
  expect(told('GET', '/jira/rest/gitplugin/1.0/global-settings')).toHaveLength(1);
  expect(told('DELETE', '/jira/rest/api/2/issuetype/10000/properties/of-others', '', token)).toHaveLength(1);
  expect(told('GET', 'https://elsewhere.example/')).toEqual(['to another origin: https://elsewhere.example/']);
});

test('by keyboard alone: to the preview, through it, and back to where it was opened', async () => {
  const jira = await startSharedJira(browser, 'stubborn');
  const { page, complaints } = await jira.admin('Ada Admin');
  const focused = () =>
    page.evaluate(() => {
      const { activeElement } = document;
      return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '';
    });
  const tabTo = async (what: RegExp) => {
    for (let tabs = 0; tabs < 30; tabs += 1) {
      if (what.test(await focused())) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`no way to ${what} by Tab`);
  };
  await chip(page, '5 At risk');
  await page.getByRole('button', { name: 'Check again' }).focus();
  await tabTo(/^Fix 5…/);
  await page.keyboard.press('Enter');
  const dialog = inDialog(page, 'Fix: Require User PAT');
  await dialog.getByText('Read just now: 5 of 5').waitFor();
  await tabTo(/^Apply to 5 integrations$/);
  await page.keyboard.press('Enter');
  // What is missing has the focus.
  await page.keyboard.type('5');
  await page.keyboard.press('Enter');
  await dialog.getByRole('heading', { name: 'Done: 4 applied and 1 refused' }).waitFor();
  expect(await focused()).toBe('Done: 4 applied and 1 refused');
  await tabTo(/^Close$/);
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  expect(await focused()).toMatch(/^Fix 1…/);
  expect(complaints).toEqual([]);
  await jira.close();
});
