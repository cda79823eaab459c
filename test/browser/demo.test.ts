import type { Page } from 'playwright-core';

import { watchedPage } from '../support/browser';
import { browser, site, withDemoBrowser } from '../support/demo-browser';

jest.setTimeout(60_000);

withDemoBrowser();

test('load, filter, open a checklist, check again', async () => {
  const { page, complaints } = await watchedPage(browser);
  await page.goto(`${site.url}/`);
  await page.getByText(/^5 of 8 integrations need something; 2 are at risk/).waitFor();

  await page.getByRole('button', { name: '2 At risk' }).click();
  await page.getByText('2 of 9 shown').first().waitFor();
  await page
    .getByRole('row', { name: /GitLab: payments/ })
    .getByRole('button')
    .click();
  const dialog = page.getByRole('dialog', { name: /GitLab: payments/ });
  await dialog.getByRole('heading', { name: 'SSL certificates are not verified' }).waitFor();
  expect(new URL(page.url()).hash).toBe('#health=at-risk&open=integration%3A3');

  await page.goBack();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('2 of 9 shown').first().waitFor();

  await page.getByRole('button', { name: 'Check again' }).click();
  await page.getByText('Checked just now: nothing changed.').waitFor();
  await page.getByText('2 of 9 shown').first().waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('what the panel found stands on the imitation of GIJ’s list, and leads back', async () => {
  const { page, complaints } = await watchedPage(browser);
  await page.goto(`${site.url}/?scenario=neglected`);
  await page.getByText(/integrations need something/).waitFor();
  await page.locator('nav.aui-navgroup').getByRole('link', { name: 'Manage integrations' }).click();
  const badge = page.getByRole('link', {
    name: /^git-codecommit\.us-west-2: At risk\. Failing: Require User PAT, SSL verification/,
  });
  await badge.waitFor();
  expect(await page.locator('.gic-badge').count()).toBe(await page.locator('main tbody tr').count());
  await badge.click();
  await page.getByRole('dialog', { name: /git-codecommit\.us-west-2/ }).waitFor();
  expect(new URL(page.url()).search).toBe('?scenario=neglected');
  expect(complaints).toEqual([]);
  await page.context().close();
});

/** What the focus is on. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '';
  });

test('a checklist by keyboard alone: open, next, close; the focus returns', async () => {
  const { page, complaints } = await watchedPage(browser);
  await page.goto(`${site.url}/`);
  await page
    .getByRole('row', { name: /GitLab: payments/ })
    .getByRole('button')
    .focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: /GitLab: payments/ }).waitFor();
  await page.getByRole('dialog').getByRole('button', { name: /next/i }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: /github\.com/ }).waitFor();
  for (let tabs = 0; tabs < 30; tabs += 1) {
    await page.keyboard.press('Tab');
    expect(
      await page.evaluate(
        () => document.activeElement === document.body || document.activeElement?.closest('dialog') !== null,
      ),
    ).toBe(true);
  }
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.activeElement?.textContent === 'https://github.com/*');
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('the head, a notice and the tabs by keyboard alone', async () => {
  const { page, complaints } = await watchedPage(browser);
  await page.goto(`${site.url}/`);
  await page.getByRole('button', { name: 'Check again' }).focus();
  const tabTo = async (what: RegExp) => {
    for (let tabs = 0; tabs < 20; tabs += 1) {
      if (what.test(await focused(page))) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`no way to ${what} by Tab`);
  };
  await tabTo(/^…More$/);
  await page.keyboard.press('Enter');
  await tabTo(/^Help and legend$/);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Help and legend' }).getByText('Partly checked').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await focused(page)).toBe('…More');

  await tabTo(/^3 Needs attention$/);
  await page.keyboard.press('Space');
  await page.getByText('3 of 9 shown').first().waitFor();

  await tabTo(/settings only you can see/);
  await page.keyboard.press('Enter');
  await tabTo(/^Off$/);
  await page.keyboard.press('Enter');
  await page.getByText(/^2 settings only you can see/).waitFor();
  await page.getByText(/^Answered “Off” by Ada Admin just now\./).waitFor();

  await page.getByRole('tab', { name: 'Integrations' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByText('SSL certificates are not verified').first().waitFor();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('tabpanel', { name: /^Reindex interval/ }).waitFor();
  expect(new URL(page.url()).hash).toBe('#tab=reindex&health=needs-attention');
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('an answer is kept for the next visit', async () => {
  const { page, complaints } = await watchedPage(browser);
  await page.goto(`${site.url}/`);
  await page.getByText(/^3 settings only you can see/).click();
  await page
    .getByRole('group', { name: 'Require User PAT (general setting)' })
    .getByRole('button', { name: 'On', exact: true })
    .click();
  await page.getByRole('heading', { name: 'under a shared account on 1 integration.' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'under a shared account on 1 integration.' }).waitFor();
  await page.getByText(/^2 settings only you can see/).waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('a closed checklist is no step of its own: Forward opens it again, Back leaves the page', async () => {
  const { page, complaints } = await watchedPage(browser);
  await page.goto(`${site.url}/#health=at-risk`);
  await page
    .getByRole('row', { name: /GitLab: payments/ })
    .getByRole('button')
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await dialog.getByRole('button', { name: /next/i }).click();
  for (let time = 0; time < 2; time += 1) {
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.waitForFunction(() => window.location.hash === '#health=at-risk');
    if (time === 0) await page.goForward();
    if (time === 0) await dialog.waitFor();
  }
  await page.goBack();
  expect(page.url()).toBe('about:blank');
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('a session that ends: what was read stays; back from logging in, it reads again by itself', async () => {
  const { page, complaints } = await watchedPage(browser);
  await page.goto(`${site.url}/`);
  await page.getByText('2 are at risk').waitFor();
  await page.getByRole('button', { name: 'End session' }).click();
  await page.getByRole('button', { name: 'Check again' }).click();
  await page.getByText('You are logged out of Jira.').waitFor();
  await page.getByText(/^You see what was read at /).waitFor();
  expect(await page.getByRole('row').count()).toBe(10);

  const [login] = await Promise.all([page.waitForEvent('popup'), page.getByRole('link', { name: /^Log in/ }).click()]);
  await login.getByText('You are logged in').waitFor();
  await login.close();
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await page.getByText('You are logged out of Jira.').waitFor({ state: 'detached' });
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('a slow and busy Jira: progress, the pause it asks for, then the result', async () => {
  const { page, complaints } = await watchedPage(browser);
  await page.goto(`${site.url}/?scenario=slow`);
  await page.getByRole('progressbar', { name: 'Reading from Jira' }).waitFor();
  await page.getByText('Integrations: Jira asks for a pause').waitFor();
  await page.getByText('2 are at risk').waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('finds what fails SSL verification among 60 by keyboard alone: the check, its steps, the integration', async () => {
  const { page, complaints } = await watchedPage(browser);
  await page.goto(`${site.url}/?scenario=large#tab=checks`);
  const check = page.getByRole('button', { name: 'SSL certificates are not verified', exact: true });
  await check.focus();
  await page.keyboard.press('Enter');
  await page.getByText('Connection settings > Manage credentials: SSL Verify = Enabled').waitFor();
  expect(await check.evaluate((element) => element === document.activeElement)).toBe(true);
  const opener = page.getByRole('table', { name: 'Fails on' }).getByRole('button', { name: 'Team 04' });
  await opener.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Team 04' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('watches an initial indexing by keyboard alone: at each check again the gate is further', async () => {
  const { page, complaints } = await watchedPage(browser);
  await page.goto(`${site.url}/?scenario=connecting`);
  const gate = page.getByText(/^Wait: GitLab: payments is in initial indexing: \d+ of 450 repositories/);
  const done = async () => Number(/(\d+) of 450/.exec((await gate.textContent()) ?? '')?.[1]);
  await gate.waitFor();
  const before = await done();
  await page.getByRole('button', { name: 'Check again' }).focus();
  // One is indexed in eight seconds.
  for (let tries = 0; tries < 10 && (await done()) === before; tries += 1) {
    await page.waitForTimeout(2_000);
    await page.keyboard.press('Enter');
    await page.getByText(/^Checked just now: /).waitFor();
  }
  expect(await done()).toBeGreaterThan(before);
  const bar = page.getByRole('progressbar', { name: 'GitLab: payments' }).first();
  await bar.and(page.locator(`[value="${await done()}"]`)).waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});
