import type { Page } from 'playwright-core';

import { axeFindings, lookAt, watchedPage } from '../support/browser';
import { browser, site, withDemoBrowser } from '../support/demo-browser';

jest.setTimeout(120_000);

withDemoBrowser();

/** Pages worth a look: address, and a text that says that everything is there. */
const PAGES = [
  ['typical', '?scenario=typical', '2 at risk'],
  [
    'checklist',
    '?scenario=typical#open=integration%3A1',
    'Branches and pull requests are created under a shared account',
  ],
  ['checks', '?scenario=typical#tab=checks&check=ssl-verification', 'SSL Verify: Disabled'],
  ['partly-failing', '?scenario=partly-failing', 'Repositories could not be read'],
  ['neglected', '?scenario=neglected', '2 need attention'],
  [
    'checklist-neglected',
    '?scenario=neglected#open=integration%3A6',
    'Some repositories are set weaker than the integration',
  ],
  ['checks-partly', '?scenario=partly-failing#tab=checks', 'Could not be read'],
  ['all-healthy', '?scenario=all-healthy', '3 healthy'],
  ['empty', '?scenario=empty', 'No integration is connected yet'],
  ['gij-missing', '?scenario=gij-missing', 'Git Integration for Jira was not found'],
  ['session-expired', '?scenario=session-expired', 'You are logged out'],
  ['not-an-admin', '?scenario=not-an-admin', 'Only Jira administrators can see this'],
] as const;

async function openAll(page: Page): Promise<void> {
  await page.evaluate(() =>
    document.querySelectorAll('dialog details').forEach((details) => details.setAttribute('open', '')),
  );
}

describe.each(['light', 'dark', 'original'])('theme %s', (theme) => {
  test.each(PAGES)(
    '%s at 1280 and 800 pixels: axe finds nothing, nothing sticks out, the console is clean',
    async (name, address, text) => {
      const { page, complaints } = await watchedPage(browser);
      await page.goto(`${site.url}/${address.replace('?', `?theme=${theme}&`)}`);
      await page.getByText(text).first().waitFor();
      await openAll(page);
      expect(await lookAt(page, `${name}-${theme}`, !name.startsWith('checklist'))).toEqual([]);
      expect(await axeFindings(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );
});
