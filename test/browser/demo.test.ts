import { watchedPage } from '../support/browser';
import { browser, site, withDemoBrowser } from '../support/demo-browser';

jest.setTimeout(60_000);

withDemoBrowser();

test('load, filter, open a checklist, refresh', async () => {
  const { page, complaints } = await watchedPage(browser);
  await page.goto(`${site.url}/`);
  await page.getByText('5 of 8 integrations need something; 2 are at risk').waitFor();

  await page.getByRole('button', { name: /At risk$/ }).click();
  await page.getByText('2 of 9 shown').waitFor();
  await page
    .getByRole('row', { name: /GitLab: payments/ })
    .getByRole('button')
    .click();
  const dialog = page.getByRole('dialog', { name: 'GitLab: payments' });
  await dialog.getByText('SSL certificates are not verified').click();
  await dialog.getByText('SSL Verify: Enabled').waitFor();
  expect(new URL(page.url()).hash).toBe('#health=at-risk&open=integration%3A3');

  await page.goBack();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('2 of 9 shown').waitFor();

  const asked = page.waitForRequest(/\/rest\/gitplugin\/1\.0\/integration$/);
  await page.getByRole('button', { name: 'Check again' }).click();
  await asked;
  await page.getByText('2 of 9 shown').waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('a checklist by keyboard alone: open, next, close; the focus returns', async () => {
  const { page, complaints } = await watchedPage(browser);
  await page.goto(`${site.url}/`);
  const first = page.getByRole('row', { name: /GitLab: payments/ }).getByRole('button');
  await first.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  expect(await focused()).toBe('GitLab: payments');
  // Past the way to the previous one, as this is the first.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
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

test('a closed checklist is no step of its own: Forward opens it again, Back leaves the page', async () => {
  const { page, complaints } = await watchedPage(browser);
  await page.goto(`${site.url}/#health=at-risk`);
  await page
    .getByRole('row', { name: /GitLab: payments/ })
    .getByRole('button')
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await page.getByRole('button', { name: 'Next integration' }).click();
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

test('a session that ends: what was read stays, logging in in another tab fixes it', async () => {
  const { page, complaints } = await watchedPage(browser);
  await page.goto(`${site.url}/`);
  await page.getByText('2 at risk').waitFor();
  await page.getByRole('button', { name: 'End session' }).click();
  await page.getByRole('button', { name: 'Check again' }).click();
  await page.getByText(/Integrations.*could not be read$/).waitFor();
  expect(await page.getByRole('row').count()).toBe(10);

  const [login] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('link', { name: 'Log in to Jira' }).first().click(),
  ]);
  await login.getByText('You are logged in').waitFor();
  await login.close();
  await page.getByRole('button', { name: 'Check again' }).click();
  await page.getByText(/could not be read$/).waitFor({ state: 'detached' });
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('a slow and busy Jira: progress, the pause it asks for, then the result', async () => {
  const { page, complaints } = await watchedPage(browser);
  await page.goto(`${site.url}/?scenario=slow`);
  await page.getByRole('progressbar', { name: 'Reading from Jira' }).waitFor();
  await page.getByText('Integrations: Jira asks for a pause').waitFor();
  await page.getByText('2 at risk').waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('finds what fails SSL verification by keyboard alone: the check, its steps, the integration', async () => {
  const { page, complaints } = await watchedPage(browser);
  await page.goto(`${site.url}/#tab=checks`);
  const check = page.getByRole('button', { name: 'SSL certificates are not verified', exact: true });
  await check.focus();
  await page.keyboard.press('Enter');
  await page.getByText('Connection settings > Manage credentials: SSL Verify = Enabled').waitFor();
  expect(await check.evaluate((element) => element === document.activeElement)).toBe(true);
  const opener = page.getByRole('table', { name: 'Fails on' }).getByRole('button', { name: 'GitLab: payments' });
  await opener.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'GitLab: payments' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(complaints).toEqual([]);
  await page.context().close();
});
