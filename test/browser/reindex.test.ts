import type { Page } from 'playwright-core';

import { axeFindings, lookAt, watchedPage } from '../support/browser';
import { browser, site, withDemoBrowser } from '../support/demo-browser';

jest.setTimeout(60_000);

const MINUTE = 60_000;

withDemoBrowser();

/** What is said before the queue is known: at some minutes of the half hour the dates make a round of the demo look longer. */
const UNANSWERED = /^Not enough history|^Nothing proves yet|too short: the last round took/;

async function openTab(choice = '') {
  const watched = await watchedPage(browser);
  await watched.page.goto(`${site.url}/?${choice}#tab=reindex`);
  await watched.page.getByRole('heading', { name: UNANSWERED }).waitFor();
  return watched;
}

/** The demo's sample of the queue: a download. */
function sampleOf(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const link = document.querySelector<HTMLAnchorElement>('#demo-bar a');
    return (await fetch(link?.href ?? '')).text();
  });
}

/** Types a value into a form, which is opened where it is not. */
async function enter(
  page: Page,
  label: 'Current reindex interval' | 'Last run duration',
  value: string,
): Promise<void> {
  const field = page.getByLabel(label, { exact: true });
  const way =
    label === 'Last run duration' ? page.getByText('Other ways') : page.getByRole('button', { name: 'Change' });
  if (!(await field.isVisible())) await way.click();
  await field.fill(value);
  await field.press('Enter');
}

/** The text of the element that has the focus. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? '');
}

/** Pastes into the field that has the focus, as a browser does. */
async function paste(page: Page, formats: Readonly<Record<string, string>>): Promise<void> {
  await page.getByLabel('Paste here with Ctrl+V').evaluate((field, texts) => {
    const clipboardData = new DataTransfer();
    for (const [type, text] of Object.entries(texts)) clipboardData.setData(type, text);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, formats);
}

test.each(['light', 'dark', 'original'])(
  '%s: typed interval and an imported file give a suggestion, and a reload keeps them',
  async (theme) => {
    const { page, complaints } = await openTab(`theme=${theme}`);
    await enter(page, 'Current reindex interval', '5');
    await page.getByText('Now: every 5 minutes').waitFor();

    const file = { name: 'queue.csv', mimeType: 'text/csv', buffer: Buffer.from(await sampleOf(page)) };
    await page.locator('input[type=file]').setInputFiles(file);
    const suggestion = page.getByRole('heading', { name: /^Set it to \d+ minutes$/ });
    await suggestion.waitFor();
    await page.getByText('Too short').first().waitFor();
    await page.getByText(/^Certain that 5 minutes is too short · /).waitFor();
    expect(await focused(page)).toBe(await suggestion.textContent());
    await page.getByRole('button', { name: 'Show as table' }).click();
    for (const fold of [
      'How this was calculated',
      'Where the time goes',
      'Data used',
      'Calculation settings',
      'Add data',
    ])
      await page.getByText(fold, { exact: true }).click();
    expect(await lookAt(page, `reindex-${theme}`)).toEqual([]);
    expect(await axeFindings(page)).toEqual([]);
    const said = await suggestion.textContent();

    await page.reload();
    await suggestion.waitFor();
    expect(await suggestion.textContent()).toBe(said);
    expect(complaints).toEqual([]);
    await page.context().close();
  },
);

const HEADER = [
  'Finish time',
  'Integration name',
  'Repository name',
  'Type of operation',
  'Delay',
  'Trigger',
  'Status',
];
const DASHBOARD = [
  'Current number of indexing threads',
  '1',
  'Current number of indexing nodes',
  '1',
  'Scheduled time for indexing, minutes',
  '30',
  'Last run duration: 2 seconds',
];

/** A page of the viewer: each of its rows is opened, and waited a minute longer than the one before. */
function rowsOf(from: number, to: number) {
  return Array.from({ length: to - from + 1 }, (_, place) => ({
    cells: [
      `${50 - from - place} minutes ago`,
      'GitHub',
      `group/r${from + place}`,
      'Reindex',
      'No delay',
      'Scheduled',
      'INDEXED',
    ],
    details: {
      ID: `0b2c5a5e-7d0e-4a55-9d8a-${String(from + place).padStart(12, '0')}`,
      'Parent ID': '7d0e5a5e-0b2c-4a55-9d8a-000000000000',
      'Insertion time': '51 minutes ago',
      'Queued time': `${from + place - 1} minutes`,
      'Processing time': '60 seconds',
      Node: 'node1',
    },
  }));
}

test('paste: the table of the clipboard, then a second page as text; what cannot be read stays', async () => {
  // Of the other scenarios the panel knows that there are more repositories than on these pages.
  const { page, complaints } = await openTab('scenario=partly-failing');
  const row = (cells: readonly string[], tag = 'td') =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
  const details = (of: object) =>
    `<tr><td colspan="7"><dl>${Object.entries(of)
      .map(([label, value]) => `<dt>${label}</dt><dd>${String(value)}</dd>`)
      .join('')}</dl></td></tr>`;
  const html = `<div>${DASHBOARD.map((line) => `<p>${line}</p>`).join('')}</div><table>${row(HEADER, 'th')}${rowsOf(
    1,
    10,
  )
    .map((one) => row(one.cells) + details(one.details))
    .join('')}</table><p>Showing 1 - 10 tasks out of 20</p>`;
  await paste(page, { 'text/html': html, 'text/plain': 'Indexing queue' });
  await page
    .getByText(
      'Pasted: 10 tasks, 1 run duration, every 30 minutes, 1 indexing node, 1 indexing thread, and rows 1 to 10 of 20: paste the other pages of the table, too.',
    )
    .waitFor();

  await page.getByRole('button', { name: 'Paste the next page' }).click();
  await paste(page, { 'text/plain': 'no queue at all' });
  await page.getByText(/^This could not be read: no export of the indexing queue/).waitFor();
  expect(await page.getByLabel('Paste here with Ctrl+V').inputValue()).toBe('no queue at all');

  const lines = rowsOf(11, 20).flatMap((one) => [
    one.cells.join('\t'),
    ...Object.entries(one.details).map(([label, value]) => `${label}: ${value}`),
  ]);
  await paste(page, { 'text/plain': [HEADER.join('\t'), ...lines, 'Showing 11 - 20 tasks out of 20'].join('\r\n') });
  await page.getByRole('heading', { name: '30 minutes fits so far' }).waitFor();
  await page.getByText(/takes up to 2[0-3] minutes.* 2\d minutes would do, too\.$/).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('paste by keyboard, from the clipboard itself: the demo’s page of the queue', async () => {
  const { page, complaints } = await openTab();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy the Indexing queue page' }).click();
  await page.getByRole('button', { name: 'Copied: paste it below' }).waitFor();
  await page.getByLabel('Paste here with Ctrl+V').focus();
  await page.keyboard.press('Control+v');
  await page
    .getByText(/^Pasted: 289 tasks, 1 run duration, every 30 minutes, 1 indexing node, and \d indexing threads?\.$/)
    .waitFor();
  // A round of the demo takes 23 to 28 minutes; the dashboard's 2 seconds are the time to enqueue.
  await page.getByText(/One round .* takes up to 2[3-8] minutes(, \d+ seconds?)?\.( |$)/).waitFor();
  expect(await focused(page)).toMatch(/^(Set it to|30 minutes)/);
  // The way back, by keyboard.
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await page.getByText('What was given last was taken back.').waitFor();
  expect(await focused(page)).toMatch(UNANSWERED);
  await page.reload();
  await page.getByRole('heading', { name: UNANSWERED }).waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('import: progress, a cancel that leaves nothing, a refused file, malformed rows', async () => {
  const { page, complaints } = await openTab();
  const sample = await sampleOf(page);
  const [header = '', ...rows] = sample.split('\n');
  const large = [
    header,
    ...Array.from({ length: 100 }, (_, round) => rows.map((row) => `${round}-${row}`).join('\n')),
  ].join('\n');
  const input = page.locator('input[type=file]');
  const asFile = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await input.setInputFiles(asFile('large.csv', large.slice(0, 45_000_000)));
  await page.getByText('Other ways').click();
  await page.getByRole('progressbar', { name: 'Reading files' }).waitFor();
  await page.waitForFunction(
    () =>
      Number(document.querySelector('[role=progressbar][aria-label="Reading files"]')?.getAttribute('aria-valuenow')) >
      0,
  );
  await page.getByRole('button', { name: 'Cancel import' }).click();
  await page.getByText('The import was canceled. What was read whole stays.').waitFor();
  await page.getByRole('heading', { name: UNANSWERED }).waitFor();

  await input.setInputFiles([
    asFile('people.csv', 'name,age\nAda,36'),
    asFile('queue.csv', sample.replace(/Scheduled/, 'Sometimes')),
  ]);
  await page.getByText(/^people\.csv could not be used: .* missing repository or integration name, trigger/).waitFor();
  await page.getByText(/One round .* takes up to/).waitFor();
  await page.getByText('Data used').click();
  await page.getByText('1 problem', { exact: true }).last().click();
  await page.getByText('Line 2: unknown trigger “Sometimes”').waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('typed values: what is wrong is said at its field, durations in every form, a cron expression', async () => {
  const { page, complaints } = await openTab();
  for (const [value, problem] of [
    ['1.5', 'Enter whole minutes'],
    ['-1', 'or at least 1 minute'],
    ['99999999999999999', 'Enter at most'],
    ['0 0 25 * * ?', 'not understood'],
  ] as const) {
    await enter(page, 'Current reindex interval', value);
    await page.getByText(problem).waitFor();
    expect(await page.getByLabel('Current reindex interval').inputValue()).toBe(value);
  }
  await enter(page, 'Current reindex interval', '');
  await page.getByText('Enter the interval.').waitFor();
  await enter(page, 'Current reindex interval', '0');
  await page.getByText('Entered: off (0 minutes).').waitFor();

  for (const duration of ['1 hour, 10 minutes', '1:09:00', '4100 s']) await enter(page, 'Last run duration', duration);
  await page.getByText(/takes at least 1 hour, 10 minutes; with webhooks once or twice a day is enough\.$/).waitFor();
  await enter(page, 'Current reindex interval', '0 0 6,7,20 * * ?');
  await page
    .getByText('The cron expression leaves 1 hour between 06:00 and 07:00. Leave at least 77 minutes between two runs.')
    .waitFor();
  await page
    .getByRole('heading', { name: 'The cron expression runs too often: one round takes at least 1 hour, 10 minutes' })
    .waitFor();

  await page.getByText('Data used').click();
  await page.getByRole('button', { name: /^Remove the last run duration 1 hour, 10 minutes/ }).click();
  await page.getByText(/Leave at least 76 minutes between two runs/).waitFor();
  await enter(page, 'Current reindex interval', '90');
  await page.getByRole('heading', { name: 'Nothing proves yet that 90 minutes is enough' }).waitFor();
  await page.getByText('Not proven', { exact: true }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('the schedule from Jira’s page', async () => {
  const { page, complaints } = await openTab();
  await page.getByRole('button', { name: 'Change' }).click();
  await page.getByRole('button', { name: 'Read the schedule' }).click();
  await page.getByText('Scheduler details: every 30 minutes.').waitFor();
  await page.getByRole('button', { name: 'End session' }).click();
  await page.getByRole('button', { name: 'Read the schedule' }).click();
  await page.getByText('You can enter the interval yourself, too.').waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});

const MEASURED = 'Estimated: by the dates of last indexing, measured here.';

test('measured here: a lower bound at once, rounds after an hour and a half, and a reload keeps them', async () => {
  const { page, complaints } = await watchedPage(browser);
  await page.clock.install({ time: new Date('2026-03-02T10:02:00Z') });
  await page.goto(`${site.url}/#tab=reindex`);
  await page.clock.runFor(5_000);
  await page.getByText(/, and maybe much longer/).waitFor();
  await page.getByText('Other ways').click();
  await page.getByRole('button', { name: 'Start measuring' }).click();
  await page.getByText(/^By the dates of last indexing until .*: one round takes at least/).waitFor();
  // Answers come in real time.
  for (let minute = 0; minute < 100; minute += 0.5) {
    await page.clock.runFor(MINUTE / 2);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await page.getByText('How this was calculated').click();
  await page.getByText(MEASURED).waitFor();
  // A round of the demo takes 23 to 28 minutes.
  await page.getByText(/One round .* takes up to 2[3-8] minutes(, \d+ seconds?)?\.( |$)/).waitFor();
  await page.getByText(/(Low|Medium) confidence: [23] rounds/).waitFor();
  // While the ways are folded, their heading says that it goes on.
  await page.getByText('Measuring.', { exact: true }).first().waitFor();
  await page.getByText('Add data').click();
  await page.getByRole('button', { name: 'Stop measuring' }).click();
  await page.reload();
  const kept = page.getByText(/(Low|Medium) confidence: [23] rounds/);
  // The page loads in real time.
  while (!(await kept.isVisible())) {
    await page.clock.runFor(1_000);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect(complaints).toEqual([]);
  await page.context().close();
});
