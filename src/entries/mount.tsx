import { createRoot } from 'react-dom/client';

import { createTexts } from '../i18n/texts';
import { createJiraClient } from '../sources/jira-client';
import { App } from '../ui/app';
import { readHostPage } from '../ui/host-page';
import { PageContextProvider } from '../ui/page-context';
import type { ConnectClient } from '../ui/state/use-checkup';
import { CrashBoundary } from '../ui/states/crash';
import '../ui/panel.css';
import '../ui/checklist/checklist.css';
import '../ui/reindex/reindex.css';

/** Put in by webpack. */
declare const CHECKUP_VERSION: string;

/** Id of the element that the page's template holds for the panel. */
export const PANEL_ELEMENT = 'git-integration-checkup';

/** Draws the panel into its element of Jira's page, and changes nothing outside of it. */
export function mountPanel(page: Document): void {
  const element = page.getElementById(PANEL_ELEMENT);
  if (!element) return;
  const host = readHostPage(page, element);
  const { contextPath, signedIn } = host;
  const connect: ConnectClient = (pauses) => createJiraClient({ contextPath, signedIn, ...pauses });
  createRoot(element).render(
    <PageContextProvider value={{ texts: createTexts(host.locale), host, version: CHECKUP_VERSION, now: Date.now }}>
      <CrashBoundary>
        <App connect={connect} />
      </CrashBoundary>
    </PageContextProvider>,
  );
}
