import type { Page } from 'playwright-core';

import { axeFindings, lookAt, print, watchedPage } from '../support/browser';
import { browser, site, withDemoBrowser } from '../support/demo-browser';
import { keptHistory } from '../support/kept-history';

jest.setTimeout(120_000);

withDemoBrowser();

interface Look {
  readonly name: string;
  readonly scenario: string;
  readonly hash?: string;
  /** Says that everything is there. */
  readonly text: string;
  /** What is pressed before the look. */
  readonly press?: string;
  /** What is done then. */
  readonly then?: (page: Page) => Promise<unknown>;
  /** What the browser kept before, by its keys. */
  readonly kept?: Readonly<Record<string, string>>;
}

/** What an admin decided before another one shared the opposite. */
const ANSWERED = JSON.stringify({
  version: 1,
  revision: 1,
  entries: {
    'answer:webhooks': { kind: 'answer', setting: 'webhooks', value: 'off', at: Date.now(), by: 'Ada Admin' },
  },
});

const openFix = (page: Page) =>
  page
    .getByRole('button', { name: /^Fix \d…/ })
    .first()
    .click();

async function applyFix(page: Page): Promise<void> {
  await openFix(page);
  await page.getByRole('textbox', { name: /^Type 5/ }).fill('5');
  await page.getByRole('button', { name: /^Apply to/ }).click();
  await page.getByRole('heading', { name: /^Done: / }).waitFor();
}

/** Pages worth a look. */
const LOOKS: readonly Look[] = [
  { name: 'typical', scenario: 'typical', text: '2 are at risk' },
  {
    name: 'questions',
    scenario: 'typical',
    text: '3 settings only you can see',
    press: '3 settings only you can see',
  },
  { name: 'flag', scenario: 'typical', text: 'under a shared account on 2', press: 'under a shared account on 2' },
  { name: 'more', scenario: 'typical', text: '2 are at risk', press: 'More' },
  { name: 'help', scenario: 'typical', text: '2 are at risk', press: 'Help and legend' },
  { name: 'settings', scenario: 'typical', text: '2 are at risk', press: 'Settings' },
  {
    name: 'checklist',
    scenario: 'typical',
    hash: '#open=integration%3A1',
    text: 'Branches and pull requests are created under a shared account',
  },
  { name: 'checks', scenario: 'typical', hash: '#tab=checks&check=ssl-verification', text: 'SSL Verify: Disabled' },
  { name: 'reindex', scenario: 'typical', hash: '#tab=reindex', text: 'The right value needs the queue' },
  {
    name: 'history',
    scenario: 'typical',
    hash: '#tab=history',
    text: 'Health over time',
    kept: keptHistory(Date.now()),
    press: 'Show as table',
  },
  {
    name: 'fix-preview',
    scenario: 'stubborn',
    text: '5 are at risk',
    then: async (page) => {
      await openFix(page);
      await page.getByText(/^Read just now/).waitFor();
      await page.getByRole('button', { name: /^Apply to/ }).click();
      await page.getByText('Type the number 5.').waitFor();
    },
  },
  { name: 'fix-results', scenario: 'stubborn', text: '5 are at risk', then: applyFix },
  {
    name: 'accept',
    scenario: 'typical',
    hash: '#open=integration%3A1',
    text: 'Branches and pull requests are created under a shared account',
    then: async (page) => {
      await page
        .getByRole('button', { name: /^Accept… ?: / })
        .first()
        .click();
      await page.getByRole('button', { name: /^Accept 1/ }).click();
      await page.getByText('Choose a reason.').waitFor();
    },
  },
  {
    name: 'sharing',
    scenario: 'typical',
    text: '2 are at risk',
    press: 'Share with other admins…',
    then: (page) => page.getByRole('radio', { name: 'In Jira, at a project' }).check(),
  },
  {
    name: 'conflict',
    scenario: 'shared',
    text: 'decided 1 thing differently',
    kept: { 'git-integration-checkup decisions /jira': ANSWERED },
    press: 'Choose…',
  },
  {
    name: 'selection',
    scenario: 'typical',
    text: '2 are at risk',
    then: async (page) => {
      for (const name of [/GitLab: payments/, /Gerrit/])
        await page.getByRole('row', { name }).getByRole('checkbox').check();
      await page.getByRole('region', { name: 'Selected integrations' }).waitFor();
    },
  },
  { name: 'connecting', scenario: 'connecting', text: 'Wait: GitLab: payments' },
  { name: 'many', scenario: 'many', text: 'of 500 integrations need something' },
  { name: 'partly-failing', scenario: 'partly-failing', text: 'Repositories could not be read' },
  { name: 'checks-partly', scenario: 'partly-failing', hash: '#tab=checks', text: 'Could not be read' },
  { name: 'neglected', scenario: 'neglected', text: 'need something' },
  {
    name: 'checklist-neglected',
    scenario: 'neglected',
    hash: '#open=integration%3A6',
    text: 'Some repositories are set weaker than the integration',
  },
  { name: 'all-healthy', scenario: 'all-healthy', text: 'All clear' },
  { name: 'empty', scenario: 'empty', text: 'No integration is connected yet' },
  { name: 'gij-missing', scenario: 'gij-missing', text: 'Git Integration for Jira was not found' },
  { name: 'session-expired', scenario: 'session-expired', text: 'You are logged out' },
  { name: 'not-an-admin', scenario: 'not-an-admin', text: 'Only Jira administrators can see this' },
];

/** Behind the button More. */
const BEHIND_MORE = ['Help and legend', 'Settings', 'Share with other admins…'];
/** Looks at which a dialog lies over the page. */
const DIALOGS = /^(checklist|help|settings|fix-|accept|sharing|conflict)/;

/** One answer of it is lost, as it should be. */
const othersOf = ({ scenario }: Look) => (scenario === 'stubborn' ? /net::ERR_FAILED$/ : undefined);

/** Rules of axe that another theme may break; what is on the page and how it is named is the same in each. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 320, height: 900 };

async function show(
  page: Page,
  { scenario, hash = '', text, press, then, kept = {} }: Look,
  theme: string,
): Promise<void> {
  await page.addInitScript((texts) => {
    for (const [key, value] of Object.entries(texts)) localStorage.setItem(key, value);
  }, kept);
  await page.goto(`${site.url}/?scenario=${scenario}&theme=${theme}${hash}`);
  await page.getByText(text).first().waitFor();
  await page.waitForFunction(() => !/Checking…|being checked/.test(document.querySelector('.gic')?.textContent ?? ''));
  const isDialog = press !== undefined && BEHIND_MORE.includes(press);
  if (isDialog) await page.getByText('More', { exact: true }).first().click();
  if (press !== undefined)
    await page
      .getByText(press, { exact: isDialog || press === 'More' })
      .first()
      .click();
  if (isDialog) await page.getByRole('dialog').waitFor();
  await then?.(page);
  await page.evaluate(() =>
    document.querySelectorAll('dialog details').forEach((details) => details.setAttribute('open', '')),
  );
}

describe.each(['light', 'dark', 'original'])('theme %s', (theme) => {
  test.each(LOOKS)(
    '$name, from 320 to 1920 pixels: axe finds nothing, nothing sticks out, the console is clean',
    async (look) => {
      const { page, complaints } = await watchedPage(browser, othersOf(look));
      await show(page, look, theme);
      expect(await lookAt(page, `${look.name}-${theme}`, !DIALOGS.test(look.name))).toEqual([]);
      for (const size of [PHONE, DESKTOP]) {
        await page.setViewportSize(size);
        expect(await axeFindings(page, theme === 'light' ? undefined : OF_COLOURS)).toEqual([]);
      }
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );
});

const MAIN = LOOKS.filter(({ name }) =>
  ['typical', 'checklist', 'checks', 'reindex', 'history', 'connecting'].includes(name),
);
const FORCED = [
  ...MAIN,
  ...LOOKS.filter(({ name }) =>
    ['fix-preview', 'fix-results', 'accept', 'settings', 'sharing', 'conflict', 'selection'].includes(name),
  ),
];

test.each(FORCED)('$name in forced colors, without motion: links and buttons still look like some', async (look) => {
  const { page, complaints } = await watchedPage(browser, othersOf(look), {
    forcedColors: 'active',
    reducedMotion: 'reduce',
  });
  await show(page, look, 'light');
  expect(await lookAt(page, `${look.name}-forced`, !DIALOGS.test(look.name))).toEqual([]);
  const plain = await page.evaluate(() => {
    const isShown = (element: Element) => element.getClientRects().length > 0;
    const edges = (element: Element) => getComputedStyle(element).borderTopStyle;
    const buttons = [...document.querySelectorAll('.gic-buttons button, .gic-buttons a')].filter(isShown);
    const pressed = [...document.querySelectorAll('.gic button[aria-pressed=true]')].filter(isShown);
    const links = [...document.querySelectorAll('.gic button.gic-link, .gic a:not([class])')].filter(isShown);
    return [
      ...buttons.filter((button) => edges(button) === 'none' && getComputedStyle(button).outlineStyle === 'none'),
      // The browser's own colors would make all of them alike.
      ...pressed.filter((button) => getComputedStyle(button).getPropertyValue('forced-color-adjust') !== 'none'),
      ...links.filter((link) => !getComputedStyle(link).textDecorationLine.includes('underline')),
    ].map(({ outerHTML }) => outerHTML);
  });
  expect(plain).toEqual([]);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test.each(MAIN)('$name on paper: what can be pressed is left out', async (look) => {
  const { page, complaints } = await watchedPage(browser);
  await show(page, look, 'light');
  await print(page, look.name);
  const shown = await page.getByRole('button', { name: /Check again|More/ }).count();
  expect(shown).toBe(0);
  expect(complaints).toEqual([]);
  await page.context().close();
});
