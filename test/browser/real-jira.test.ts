import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { getResponse } from 'msw';
import type { Browser } from 'playwright-core';

import { ROOT } from '../../build/plugin';
import { scenarioById } from '../../src/demo/scenarios';
import { createVirtualJira } from '../../src/demo/virtual-jira';
import { launchBrowser, watchedPage } from '../support/browser';

jest.setTimeout(180_000);

const TOKEN = 'of-the-developer';

let browser: Browser;
let jira: Server;
let started: ChildProcess;
let port = 0;
let said = '';
const refused: string[] = [];

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** A Jira on a port of its own that takes the token only. */
function startJira(): Server {
  const virtual = createVirtualJira(scenarioById('typical'), { base: 'http://jira.example/jira', now: Date.now });
  return createServer((request, response) => {
    void (async () => {
      const isKnown = request.headers.authorization === `Bearer ${TOKEN}`;
      const answer = isKnown
        ? await getResponse(virtual.handlers, new Request(`http://jira.example${request.url}`))
        : undefined;
      if (!answer) refused.push(`${request.method} ${request.url}`);
      response.writeHead(answer?.status ?? 401, {
        ...Object.fromEntries(answer?.headers ?? []),
        'Set-Cookie': 'JSESSIONID=1',
      });
      response.end(await answer?.text());
    })();
  });
}

beforeAll(async () => {
  browser = await launchBrowser();
  jira = startJira();
  const probe = createServer();
  port = await listen(probe);
  await new Promise((resolve) => probe.close(resolve));
  const env = {
    ...process.env,
    PORT: String(port),
    JIRA_URL: `http://127.0.0.1:${await listen(jira)}/jira`,
    JIRA_TOKEN: TOKEN,
  };
  started = spawn(
    process.execPath,
    ['--import', 'tsx', 'node_modules/webpack/bin/webpack.js', 'serve', '--env', 'target=dev'],
    { cwd: ROOT, env },
  );
  const note = (data: Buffer) => (said += data.toString());
  started.stdout?.on('data', note);
  started.stderr?.on('data', note);
});

afterAll(async () => {
  started.kill();
  jira.closeAllConnections();
  await new Promise((resolve) => jira.close(resolve));
  await browser.close();
});

test('npm start on a real Jira: the panel reads all of it, and its schedule, through the server', async () => {
  while (!said.includes('Connected to Jira 10.3.2')) {
    expect(started.exitCode).toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const { page, complaints } = await watchedPage(browser);
  await page.goto(`http://localhost:${port}/`, { timeout: 120_000 });
  await page.getByText('Connected to Jira 10.3.2 at').waitFor();
  await page.getByText(/^5 of 8 integrations need something; 2 are at risk/).waitFor();
  await page.getByText(/^3 settings only you can see/).click();
  await page.getByRole('group', { name: 'Webhooks set up' }).getByRole('button', { name: 'On', exact: true }).click();
  await page.getByText(/^Answered “On” by Ada Admin just now\./).waitFor();
  await page.getByRole('tab', { name: 'Reindex interval' }).click();
  await page.getByText('Now: every 30 minutes (read from Scheduler details)').waitFor();
  await page.getByRole('button', { name: 'Change' }).click();
  await page.getByRole('button', { name: 'Read the schedule' }).click();
  await page.getByText('Scheduler details: every 30 minutes.').waitFor();
  expect(await page.context().cookies()).toEqual([]);
  expect(complaints.filter((one) => !one.startsWith(`request to http://localhost:${port}/`))).toEqual([]);
  expect(refused).toEqual([]);
  expect(said).not.toContain(TOKEN);
  await page.context().close();
});
