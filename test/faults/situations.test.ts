import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { largeExport } from '../support/large-export';
import { observe } from './observe';
import { asUndamaged } from './oracle';
import { never, status } from './spoils';
import { CONTEXT_PATH } from './stand';
import {
  checkAgain,
  enter,
  evidenceOf,
  integrationsOn,
  openReindex,
  openTab,
  proxy,
  reload,
  settled,
  stand,
  withTabs,
} from './tabs';
import { fillForms, formComplaints, until } from './visits';

jest.setTimeout(120_000);

withTabs();

describe('two tabs', () => {
  test('what one erases does not come back with what the other adds', async () => {
    const one = await openReindex();
    await enter(one, 'Last run duration', '3 minutes');
    const other = await openReindex();
    expect(await evidenceOf(other)).toContain('3 minutes');
    await one.getByRole('button', { name: 'Erase history' }).click();
    await one.getByRole('button', { name: 'Erase it for good' }).click();
    await one.getByText('The history was erased.').waitFor();
    await enter(other, 'Last run duration', '4 minutes');
    await reload(one);
    expect(await evidenceOf(one)).toContain('4 minutes');
    expect(await evidenceOf(one)).not.toContain('3 minutes');
  });

  test('both add: nothing of either is lost', async () => {
    const [one, other] = [await openReindex(), await openReindex()];
    await enter(one, 'Last run duration', '3 minutes');
    await enter(other, 'Last run duration', '4 minutes');
    await enter(one, 'Current reindex interval', '30');
    await reload(other);
    for (const given of ['3 minutes', '4 minutes', 'every 30 minutes'])
      expect(await evidenceOf(other)).toContain(given);
  });

  test('the session ends: each keeps what it shows and what was typed, says why, and recovers', async () => {
    const one = await openTab();
    const before = await observe(one);
    const other = await openReindex();
    await fillForms(other);
    stand.jira.setLoggedIn(false);
    for (const page of [one, other]) {
      const { text } = await checkAgain(page);
      expect(text).toMatch(/You are logged out of Jira\.You see what was read at \d/);
      expect((await integrationsOn(page)).table).toEqual(before.table);
    }
    expect(formComplaints(await observe(other))).toEqual([]);
    stand.jira.setLoggedIn(true);
    for (const page of [one, other]) expect(asUndamaged(await checkAgain(page), before)).toEqual([]);
    expect(formComplaints(await observe(other))).toEqual([]);
  });
});

test('a failure of another kind takes nothing that was typed', async () => {
  proxy.spoil('integrations', status(500));
  const page = await openReindex();
  await fillForms(page);
  proxy.spoil('integrations', status(401));
  await checkAgain(page);
  proxy.heal();
  await checkAgain(page);
  expect(formComplaints(await observe(page))).toEqual([]);
});

test('Jira is down, and comes back', async () => {
  const page = await openTab();
  const before = await observe(page);
  await proxy.stop();
  const now = await checkAgain(page);
  await proxy.start();
  expect(now.text).toContain('Jira could not be reached');
  expect(now.messages.map(({ title }) => title)).toContain(
    'Integrations, Repositories, Version and clock of Jira, and Signed-in user could not be read',
  );
  expect(now.table).toEqual(before.table);
  expect(asUndamaged(await checkAgain(page), before)).toEqual([]);
});

describe('leaving the page', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'queue-'));

  afterAll(() => rmSync(folder, { recursive: true }));

  test('a reload in the middle of an import leaves nothing half done', async () => {
    const file = path.join(folder, 'queue.csv');
    const start = Date.now() - 10 * 3_600_000;
    writeFileSync(file, largeExport(300_000, start));
    const page = await openReindex();
    await enter(page, 'Last run duration', '3 minutes');
    await page.locator('input[type=file]').setInputFiles(file);
    await until(
      'a part of the file',
      async () => Number((await page.getByRole('progressbar').getAttribute('aria-valuenow')) ?? 0) > 0,
    );
    await reload(page);
    expect(await evidenceOf(page)).toContain('1 run duration');
    expect(await evidenceOf(page)).not.toContain('tasks');
    writeFileSync(file, largeExport(5_000, start));
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByText('queue.csv: 5,000 tasks.').waitFor();
    await reload(page);
    expect(await evidenceOf(page)).toContain('5,000 tasks');
  });

  test('Back closes the checklist, Forward opens it again', async () => {
    const page = await openTab();
    const before = await observe(page);
    await page.getByRole('button', { name: 'GitLab: payments' }).last().click();
    const dialog = page.getByRole('dialog', { name: 'GitLab: payments' });
    await dialog.waitFor();
    await page.goBack();
    await dialog.waitFor({ state: 'detached' });
    await page.goForward();
    await dialog.waitFor();
    await page.goBack();
    await dialog.waitFor({ state: 'detached' });
    expect(asUndamaged(await observe(page), before)).toEqual([]);
  });

  test('in the middle of a reading, and Back: it is read anew', async () => {
    const page = await openTab();
    const before = await observe(page);
    proxy.spoil('repositories', never);
    await page.getByRole('button', { name: 'Check again' }).click();
    await until('the request', () => Promise.resolve(proxy.asked() > 0));
    await page.goto(new URL(`${CONTEXT_PATH}/login.jsp`, proxy.url).href);
    proxy.heal();
    await page.goBack();
    expect(asUndamaged(await settled(page), before)).toEqual([]);
  });

  test('Back and Forward between Jira’s pages keep the tab and the search', async () => {
    const page = await openTab();
    await page.getByLabel('Search by name or host').fill('git');
    await page.goto(new URL(`${CONTEXT_PATH}/login.jsp`, proxy.url).href);
    await page.goBack();
    await settled(page);
    expect(await page.getByLabel('Search by name or host').inputValue()).toBe('git');
    await page.goForward();
    await page.goBack();
    await settled(page);
    expect(await page.getByLabel('Search by name or host').inputValue()).toBe('git');
  });
});
