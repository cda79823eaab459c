import { setupWorker } from 'msw/browser';

import { demoChoice, showControls, showTheme } from '../demo/controls';
import { PSEUDO, pseudoTexts } from '../demo/pseudo';
import { createVirtualJira } from '../demo/virtual-jira';
import type { Messages } from '../i18n/texts';
import { setLocale, translator } from './languages';
import { mountPanel } from './mount';

const LOGGED_IN = 'git-integration-checkup-demo-login';

/** The demo's login page logs in at once, and tells the page that sent the admin here. */
function logIn(): void {
  window.localStorage.setItem(LOGGED_IN, String(Date.now()));
  const main = document.querySelector('main');
  if (main) main.textContent = 'You are logged in to the virtual Jira. Close this tab and try again in the other one.';
}

async function showDemo(): Promise<void> {
  const choice = demoChoice(new URL(window.location.href));
  showTheme(document, choice.theme);
  setLocale(document, choice.locale);
  if (window.location.pathname.endsWith('/login.jsp')) return logIn();
  const jira = createVirtualJira(choice.scenario, { base: '*/jira', now: Date.now });
  showControls(document, choice, {
    onSession: jira.setLoggedIn,
    queueExport: jira.queueExport,
    queuePage: jira.queuePage,
  });
  window.addEventListener('storage', ({ key }) => key === LOGGED_IN && jira.setLoggedIn(true));
  await setupWorker(...jira.handlers).start({ quiet: true, onUnhandledRequest: 'bypass' });
  const translate =
    choice.locale === PSEUDO ? (english: Messages) => Promise.resolve(pseudoTexts(english)) : translator(choice.locale);
  await mountPanel(document, translate);
}

void showDemo();
