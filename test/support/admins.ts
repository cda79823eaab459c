import { getResponse } from 'msw';
import type { Browser, BrowserContext, Page } from 'playwright-core';

import { JAR } from '../../build/plugin';
import { scenarioById } from '../../src/demo/scenarios';
import { createVirtualJira, type VirtualJira } from '../../src/demo/virtual-jira';
import { watchedPage } from './browser';
import type { SentRequest } from './documented-requests';
import { startJiraHost } from './jira-host';
import { OF_OTHERS } from './jira-host/of-others';

export const CONTEXT_PATH = '/jira';

/** Somebody who looks at the page in a browser profile of their own. */
export interface Admin {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the console, uncaught errors and requests to other machines amount to; empty is well. */
  readonly complaints: readonly string[];
  /** Answers that were errors, such as `404 /rest/…`. */
  readonly errors: readonly string[];
  /** All requests of the page so far. */
  readonly requests: readonly SentRequest[];
}

/** One Jira with the jar, which admins share. */
export interface SharedJira {
  readonly url: string;
  readonly jira: VirtualJira;
  /** @param name as Jira tells it */
  readonly admin: (name: string) => Promise<Admin>;
  readonly close: () => Promise<void>;
}

/** By this cookie the stand-in knows who asks. */
const SESSION = 'admin';

function nameIn(request: Request): string {
  const session = new RegExp(`\\b${SESSION}=([^;]+)`).exec(request.headers.get('cookie') ?? '')?.[1] ?? '';
  return decodeURIComponent(session);
}

/** Starts a Jira in the state that a scenario begins with. */
export async function startSharedJira(browser: Browser, scenario: string): Promise<SharedJira> {
  const jira = createVirtualJira(scenarioById(scenario), { base: `*${CONTEXT_PATH}`, now: Date.now });
  const host = await startJiraHost({
    jar: JAR,
    contextPath: CONTEXT_PATH,
    rest: async (request) =>
      new URL(request.url).pathname === `${CONTEXT_PATH}/rest/api/2/myself`
        ? Response.json({ name: nameIn(request), displayName: nameIn(request), active: true })
        : getResponse(jira.handlers, request),
  });
  return {
    url: host.url,
    jira,
    async admin(name) {
      const { page, complaints } = await watchedPage(browser, OF_OTHERS);
      const context = page.context();
      const { origin } = new URL(host.url);
      await context.addCookies([{ name: SESSION, value: encodeURIComponent(name), url: origin }]);
      const errors: string[] = [];
      context.on('response', (response) => {
        const { pathname } = new URL(response.url());
        if (response.status() >= 400) errors.push(`${response.status()} ${pathname.slice(CONTEXT_PATH.length)}`);
      });
      const requests: SentRequest[] = [];
      context.on('request', (request) =>
        requests.push({
          method: request.method(),
          url: request.url(),
          headers: request.headers(),
          body: request.postData() ?? '',
        }),
      );
      await page.goto(host.url);
      return { page, context, complaints, errors, requests };
    },
    close: () => host.close(),
  };
}
