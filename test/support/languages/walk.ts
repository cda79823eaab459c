import type { Page } from 'playwright-core';

import type { Messages } from '../../../src/i18n/texts';
import { keptHistory } from '../kept-history';

/** What a text looks like on the page, whatever is put in, and whichever form it has. */
export type Said = (key: string) => RegExp;

/** @param messages in the language of the page */
export function saidIn(messages: Messages): Said {
  return (key) => {
    const forms = ['', '.one', '.few', '.many', '.other'].flatMap((form) => messages[key + form] ?? []);
    if (forms.length === 0) throw new Error(`no text for ${key}`);
    const patterns = forms.map((text) => text.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\d\}/g, '[^]*'));
    return new RegExp(`^\\s*(?:${patterns.join('|')})`);
  };
}

/** A state of the panel. */
export interface Stop {
  readonly name: string;
  /** Of the demo. */
  readonly scenario: string;
  readonly hash?: string;
  /** What the browser kept before, by its keys. */
  readonly kept?: Readonly<Record<string, string>>;
  /** Leads there. */
  readonly go?: (page: Page, said: Said) => Promise<unknown>;
}

const button = (page: Page, name: RegExp) => page.getByRole('button', { name }).first();

async function chooseMore(page: Page, name: RegExp): Promise<void> {
  await page.locator('.gic-menu > button').last().click();
  await page.locator('.gic-menu').getByRole('button', { name }).click();
  await page.getByRole('dialog').waitFor();
}

async function openExport(page: Page): Promise<void> {
  await page.locator('.gic-menu > button').first().click();
  await page.locator('.gic-choice').first().waitFor();
}

async function openFix(page: Page): Promise<void> {
  await page.locator('.gic-notices').getByRole('button').first().click();
  await page.locator('dialog').getByRole('table').waitFor();
}

/** Pastes into the field of the indexing queue. */
async function paste(page: Page, text: string): Promise<void> {
  await page.locator('.gic textarea').evaluate((field, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/** Gives the demo's sample of the queue, an interval, and a file that is none. */
async function answer(page: Page, said: Said): Promise<void> {
  const sample = await page.evaluate(async () => {
    const link = document.querySelector<HTMLAnchorElement>('#demo-bar a');
    return (await fetch(link?.href ?? '')).text();
  });
  const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  const rows = sample.replace(/Scheduled/, 'Sometimes');
  await page
    .locator('input[type=file]')
    .setInputFiles([file('1.csv', rows), file('2.csv', 'a,b'), file('3.json', '{')]);
  await page.getByRole('heading', { name: said('reindex.answer.set') }).waitFor();
  await button(page, said('reindex.chart.show-table')).click();
  await page.getByRole('slider').press('ArrowLeft');
}

/** What an admin decided before another one shared the opposite. */
const ANSWERED = JSON.stringify({
  version: 1,
  revision: 1,
  entries: {
    'answer:webhooks': { kind: 'answer', setting: 'webhooks', value: 'off', at: Date.now(), by: 'Ada Admin' },
  },
});

export const STOPS: readonly Stop[] = [
  { name: 'integrations', scenario: 'typical' },
  {
    name: 'more',
    scenario: 'typical',
    go: (page) => page.locator('.gic-menu > button').last().click(),
  },
  { name: 'export', scenario: 'typical', go: openExport },
  {
    name: 'recording',
    scenario: 'typical',
    go: async (page) => {
      await openExport(page);
      await page.locator('.gic-choice').and(page.locator(':visible')).last().click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'selection',
    scenario: 'typical',
    go: async (page) => {
      for (const place of [1, 2]) await page.getByRole('checkbox').nth(place).check();
      await page
        .getByRole('region')
        .filter({ has: page.getByRole('button') })
        .last()
        .waitFor();
    },
  },
  { name: 'no-match', scenario: 'typical', go: (page) => page.getByRole('searchbox').fill('zzz') },
  { name: 'checked-again', scenario: 'typical', go: (page, said) => button(page, said('checkup.check-again')).click() },
  { name: 'help', scenario: 'typical', go: (page, said) => chooseMore(page, said('checkup.help')) },
  { name: 'settings', scenario: 'typical', go: (page, said) => chooseMore(page, said('checkup.settings')) },
  {
    name: 'sharing',
    scenario: 'typical',
    go: async (page, said) => {
      await chooseMore(page, said('checkup.sharing'));
      await page.getByRole('dialog').getByRole('radio').last().check();
    },
  },
  { name: 'checklist', scenario: 'typical', hash: '#open=integration%3A1' },
  { name: 'checklist-neglected', scenario: 'neglected', hash: '#open=integration%3A6' },
  { name: 'checklist-copied', scenario: 'typical', hash: '#open=integration%3A3' },
  {
    name: 'accept',
    scenario: 'typical',
    hash: '#open=integration%3A1',
    go: async (page, said) => {
      await button(page, said('accept.open')).click();
      await button(page, said('accept.submit')).click();
    },
  },
  {
    name: 'fix',
    scenario: 'stubborn',
    go: async (page, said) => {
      await openFix(page);
      await page.getByRole('dialog').getByRole('textbox').last().waitFor();
      await button(page, said('fix.apply')).click();
    },
  },
  {
    name: 'fixed',
    scenario: 'stubborn',
    go: async (page, said) => {
      await openFix(page);
      await page.getByRole('dialog').getByRole('textbox').last().fill('5');
      await button(page, said('fix.apply')).click();
      await page.getByRole('heading', { name: said('fix.done') }).waitFor();
    },
  },
  { name: 'checks', scenario: 'typical', hash: '#tab=checks&check=ssl-verification' },
  { name: 'reindex', scenario: 'typical', hash: '#tab=reindex' },
  {
    name: 'reindex-refused',
    scenario: 'typical',
    hash: '#tab=reindex',
    go: async (page) => {
      await paste(page, 'Repository\tTrigger\nof another table\tx');
      await page.locator('.gic').getByRole('alert').first().waitFor();
    },
  },
  { name: 'reindex-answered', scenario: 'typical', hash: '#tab=reindex', go: answer },
  {
    name: 'history',
    scenario: 'typical',
    hash: '#tab=history',
    kept: keptHistory(Date.now()),
    go: async (page, said) => {
      await button(page, said('history.chart.show-table')).click();
      await page.getByRole('slider').press('ArrowLeft');
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: '1.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
      await page.getByText(said('history.import.none')).waitFor();
    },
  },
  {
    name: 'undo',
    scenario: 'typical',
    hash: '#tab=history',
    kept: keptHistory(Date.now()),
    go: async (page, said) => {
      await button(page, said('history.undo')).click();
      await page.locator('dialog').getByRole('button').nth(1).waitFor();
    },
  },
  {
    name: 'slow',
    scenario: 'slow',
    go: (page, said) => page.getByText(said('waiting.rate-limited')).first().waitFor(),
  },
  {
    name: 'conflict',
    scenario: 'shared',
    kept: { 'git-integration-checkup decisions /jira': ANSWERED },
  },
  { name: 'connecting', scenario: 'connecting' },
  { name: 'many', scenario: 'many' },
  { name: 'partly-failing', scenario: 'partly-failing' },
  { name: 'checks-partly', scenario: 'partly-failing', hash: '#tab=checks' },
  { name: 'all-healthy', scenario: 'all-healthy' },
  { name: 'empty', scenario: 'empty' },
  { name: 'gij-missing', scenario: 'gij-missing' },
  { name: 'session-expired', scenario: 'session-expired' },
  { name: 'not-an-admin', scenario: 'not-an-admin' },
];

/** What the browser complains of as it should: one answer of that Jira is lost. */
export const othersOf = ({ scenario }: Stop): RegExp | undefined =>
  scenario === 'stubborn' ? /net::ERR_FAILED$/ : undefined;

/** Opens what is folded, of a dialog where there is one. */
async function unfold(): Promise<void> {
  const top = document.querySelector('dialog') ?? document.querySelector('.gic');
  for (const details of top?.querySelectorAll<HTMLDetailsElement>('details:not([open])') ?? []) details.open = true;
  const folded = top?.querySelectorAll<HTMLElement>('[role=tabpanel] [aria-expanded=false]') ?? [];
  for (const button of [...folded].slice(0, 3)) button.click();
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
}

/** Opens the stop in the demo, with whatever can be unfolded there. */
export async function openStop(page: Page, address: string, { scenario, hash = '', kept = {}, go }: Stop, said: Said) {
  await page.addInitScript((texts) => {
    for (const [key, value] of Object.entries(texts)) localStorage.setItem(key, value);
  }, kept);
  const url = new URL(address);
  url.searchParams.set('scenario', scenario);
  await page.goto(url.href + hash);
  await page.locator('.gic').first().waitFor();
  await page.waitForFunction(
    ({ isReading, sources }) =>
      isReading || !sources.some((one) => new RegExp(one).test(document.querySelector('.gic')?.textContent ?? '')),
    {
      isReading: scenario === 'slow',
      sources: ['checkup.checking', 'part.loading'].map((key) => said(key).source.slice(1)),
    },
  );
  await go?.(page, said);
  // What an element opens may hold more of them.
  for (let depth = 0; depth < 3; depth += 1) await page.evaluate(unfold);
}
