import { render, screen, waitForElementToBeRemoved } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { setupServer } from 'msw/node';

import { scenarioById, type Scenario } from '../../src/demo/scenarios';
import { createVirtualJira, type VirtualJira } from '../../src/demo/virtual-jira';
import { addTexts, textsIn } from './texts';
import type { JiraClientOptions } from '../../src/sources/jira-client';
import { App } from '../../src/ui/app';
import { PageContextProvider } from '../../src/ui/page-context';
import type { ConnectClient } from '../../src/ui/state/checkup';
import { ORIGIN, testClient } from './client';

const server = setupServer();

/** Lets a test render the whole panel before the virtual Jira of a scenario. */
export function panelServer(): void {
  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
  afterEach(() => {
    server.resetHandlers();
    window.history.replaceState(null, '', '/');
    window.localStorage.clear();
  });
  afterAll(() => server.close());
}

export interface RenderedPanel {
  readonly user: ReturnType<typeof userEvent.setup>;
  readonly jira: VirtualJira;
}

/** Renders the panel as the page does, and waits for nothing. */
export function renderPanel(
  scenario: Partial<Scenario> & { id: string },
  options: Partial<JiraClientOptions> = {},
): RenderedPanel {
  const full = { ...scenarioById(scenario.id), ...scenario };
  // One moment for Jira, client and page: a busy machine would let minutes go by between them.
  const start = Date.now();
  const now = options.now ?? (() => start);
  const jira = createVirtualJira(full, { base: `${ORIGIN}/jira`, now });
  server.use(...jira.handlers);
  const host = {
    contextPath: '/jira',
    jira: '/jira',
    signedIn: true,
    locale: 'en_US',
    manageIntegrations: '/jira/manage',
    generalSettings: undefined,
    indexingQueue: undefined,
  };
  const send = (path: string, init: RequestInit) => fetch(ORIGIN + path, init);
  render(
    <PageContextProvider value={{ texts: textsIn('en_US'), addTexts, host, version: '1.0.0', now, send }}>
      <App connect={connectWith({ now, ...options })} />
    </PageContextProvider>,
  );
  return { user: userEvent.setup(), jira };
}

function connectWith(options: Partial<JiraClientOptions>): ConnectClient {
  return (pauses) => testClient({ signedIn: true, ...pauses, ...options });
}

/** Renders the panel and waits until everything is read and judged. */
export async function renderedPanel(scenario: Partial<Scenario> & { id: string }): Promise<RenderedPanel> {
  const panel = renderPanel(scenario);
  await waitForElementToBeRemoved(() => screen.queryAllByText(/Checking…|being checked/), { timeout: 5_000 });
  return panel;
}
