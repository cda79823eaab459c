import { createRoot } from 'react-dom/client';

import checkup from '../../resources/i18n/checkup.properties';
import names from '../../resources/i18n/names.properties';
import { createTexts, hasTexts, type Messages } from '../i18n/texts';
import { createJiraClient } from '../sources/jira-client';
import { App } from '../ui/app';
import { readHostPage } from '../host-page/host-page';
import { loadPart } from '../ui/load-part';
import { PageContextProvider } from '../ui/page-context';
import type { ConnectClient } from '../ui/state/checkup';
import { CrashBoundary } from '../ui/states/crash';
import '../ui/panel.css';
import '../ui/head/head.css';
import '../ui/notices/notices.css';
import '../ui/modal.css';
import '../ui/states/whole-page.css';
import '../ui/adapted.css';

/** Put in by webpack. */
declare const CHECKUP_VERSION: string;

/** Id of the element that the page's template holds for the panel. */
export const PANEL_ELEMENT = 'git-integration-checkup';

const english = () => import(/* webpackChunkName: "english" */ './english');

/** The texts of a part of the page in the user's language, of those that its script holds. */
type Translate = (served: Messages) => Promise<Messages>;

/** The texts that the host served; where it served none, the English ones, which are loaded for it. */
async function asServed(served: Messages): Promise<Messages> {
  if (hasTexts(served)) return served;
  console.warn(
    'Git Integration Checkup: Jira served the script of this page without its texts, so that they are shown in English. ' +
      'Troubleshooting in the README says what to look at.',
  );
  return loadPart(english);
}

/**
 * Draws the panel into its element of Jira's page, and changes nothing outside of it. Where there are no texts at all,
 * the page says so in the words that its template brought.
 */
export async function mountPanel(page: Document, translate: Translate = asServed): Promise<void> {
  const element = page.getElementById(PANEL_ELEMENT);
  if (!element) return;
  const host = readHostPage(page, element);
  const messages = await translate({ ...checkup, ...names }).catch(() => undefined);
  if (!messages) {
    element.setAttribute('role', 'alert');
    element.textContent = element.dataset['noTexts'] ?? '';
    return;
  }
  const texts = createTexts(host.locale, messages, Date.now);
  const addTexts = async (served: Messages) => texts.add(await translate(served));
  element.lang = texts.locale;
  const { contextPath, signedIn } = host;
  const connect: ConnectClient = (pauses) => createJiraClient({ contextPath, signedIn, ...pauses });
  createRoot(element).render(
    <PageContextProvider value={{ texts, addTexts, host, version: CHECKUP_VERSION, now: Date.now }}>
      <CrashBoundary>
        <App connect={connect} />
      </CrashBoundary>
    </PageContextProvider>,
  );
  // The first format of a language takes the browser long: it is made while Jira answers.
  setTimeout(() => texts.number(0));
}
