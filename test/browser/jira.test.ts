import { getResponse } from 'msw';
import type { Browser, Page } from 'playwright-core';

import { JAR } from '../../build/plugin';
import { scenarioById } from '../../src/demo/scenarios';
import { createVirtualJira } from '../../src/demo/virtual-jira';
import { launchBrowser, watchedPage } from '../support/browser';
import { startJiraHost } from '../support/jira-host';

jest.setTimeout(60_000);

let browser: Browser;
/** Hosts and contexts of the test that runs: closed also when it fails. */
let open: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of open) await close();
  open = [];
});

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

/** The jar as Jira serves it, before the virtual Jira of a scenario. */
async function openInJira(scenario: string, contextPath: string, prepare?: (page: Page) => Promise<unknown>) {
  const virtual = createVirtualJira(scenarioById(scenario), { base: `*${contextPath}`, now: Date.now });
  const asked: string[] = [];
  const host = await startJiraHost({
    jar: JAR,
    contextPath,
    rest: (request) => {
      asked.push(`${request.method} ${new URL(request.url).pathname}`);
      return getResponse(virtual.handlers, request);
    },
  });
  open.push(() => host.close());
  const { page, complaints } = await watchedPage(browser);
  open.unshift(() => page.context().close());
  await prepare?.(page);
  await page.goto(host.url);
  return { page, complaints, asked };
}

test.each(['/jira', ''])('the jar shows the panel in a Jira with the context path "%s", and only reads', async (contextPath) => {
  const { page, complaints, asked } = await openInJira('typical', contextPath);
  await page.getByText('2 at risk, 3 need attention, 2 healthy, 1 disabled; 3 settings to confirm').waitFor();
  expect(new Set(asked)).toEqual(
    new Set([
      `GET ${contextPath}/rest/gitplugin/1.0/integration`,
      `GET ${contextPath}/rest/gitplugin/1.0/integration/6`,
      `GET ${contextPath}/rest/gitplugin/1.0/repository`,
      `GET ${contextPath}/rest/api/2/serverInfo`,
      `GET ${contextPath}/rest/api/2/myself`,
    ]),
  );
  expect(await page.locator('#git-integration-checkup').textContent()).not.toMatch(/git-integration-checkup\.|\{\d\}/);
  expect(complaints).toEqual([]);
});

/** How everything of Jira's own looks: computed styles of each element outside of the panel. */
function hostLooks(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const properties = ['color', 'backgroundColor', 'font', 'margin', 'padding', 'border', 'display', 'boxSizing', 'lineHeight'] as const;
    return [...document.querySelectorAll<HTMLElement>('body, body *')]
      .filter((element) => !element.closest('#git-integration-checkup'))
      .map((element) => {
        const style = getComputedStyle(element);
        return `${element.tagName}.${element.className}: ${properties.map((property) => style[property]).join(';')}`;
      });
  });
}

test('the panel changes nothing outside of its element', async () => {
  const withPanel = await openInJira('typical', '/jira');
  await withPanel.page.getByText('2 at risk').waitFor();
  const without = await openInJira('typical', '/jira', (page) => page.route('**/download/resources/**', (route) => route.abort()));
  expect(await hostLooks(withPanel.page)).toEqual(await hostLooks(without.page));
  expect(await withPanel.page.evaluate(() => Object.keys(window).filter((name) => /checkup|webpack/i.test(name)))).toEqual([
    // The list through which the part that is loaded later arrives; its name holds the plugin's key.
    'webpackChunkcom_gitintegrationcheckup_jira',
  ]);
});

interface Tasks {
  readonly tasks: { start: number; duration: number }[];
  readonly parses: { start: number; duration: number }[];
}

test('12,000 repositories: no task above 200 ms apart from the JSON parse itself', async () => {
  const { page, complaints } = await openInJira('large', '/jira', (fresh) =>
    fresh.addInitScript(() => {
      const record: Tasks = { tasks: [], parses: [] };
      Object.assign(window, { record });
      const parse = JSON.parse.bind(JSON);
      JSON.parse = (...parameters: Parameters<typeof JSON.parse>) => {
        const start = performance.now();
        const value: unknown = parse(...parameters);
        record.parses.push({ start, duration: performance.now() - start });
        return value;
      };
      new PerformanceObserver((list) => {
        for (const { startTime, duration } of list.getEntries()) record.tasks.push({ start: startTime, duration });
      }).observe({ type: 'longtask', buffered: true });
    }),
  );
  await page.getByText('60 of 60 shown').waitFor({ timeout: 30_000 });
  await page.waitForTimeout(500);
  const { tasks, parses } = await page.evaluate(() => (window as unknown as { record: Tasks }).record);
  const own = tasks.map(({ start, duration }) => {
    const inside = parses.filter((parse) => parse.start >= start && parse.start < start + duration);
    return Math.round(duration - inside.reduce((sum, parse) => sum + parse.duration, 0));
  });
  console.log(`longest task without the JSON parse: ${Math.max(0, ...own)} ms; JSON parse: ${Math.round(Math.max(...parses.map(({ duration }) => duration)))} ms`);
  expect(Math.max(0, ...own)).toBeLessThanOrEqual(200);
  expect(complaints).toEqual([]);
});
