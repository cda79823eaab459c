import { setupWorker } from 'msw/browser';

import badges from '../../resources/i18n/badges.properties';
import names from '../../resources/i18n/names.properties';
import type { Part } from '../badges/parts';
import { showBadges } from '../badges/show-badges';
import { demoChoice, showControls, showTheme } from '../demo/controls';
import { isGijList, linkPages, showGijList } from '../demo/gij-list';
import { PSEUDO, pseudoTexts } from '../demo/pseudo';
import { createVirtualJira } from '../demo/virtual-jira';
import type { Messages } from '../i18n/texts';
import { setLocale, translator } from './languages';
import { mountPanel } from './mount';
import '../badges/badges.css';

const LOGGED_IN = 'git-integration-checkup-demo-login';

/** What Jira loads as web-resources. */
const PARTS: Readonly<Record<Part, () => Promise<unknown>>> = {
  'background-check': () => import(/* webpackChunkName: "background-check" */ './background-check'),
  capture: () => import(/* webpackChunkName: "capture" */ './capture'),
};

/** The demo's login page logs in at once, and tells the page that sent the admin here. */
function logIn(): void {
  window.localStorage.setItem(LOGGED_IN, String(Date.now()));
  const main = document.querySelector('main');
  if (main) main.textContent = 'You are logged in to the virtual Jira. Close this tab and try again in the other one.';
}

async function showDemo(): Promise<void> {
  const address = new URL(window.location.href);
  const choice = demoChoice(address);
  showTheme(document, choice.theme);
  setLocale(document, choice.locale);
  if (address.pathname.endsWith('/login.jsp')) return logIn();
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
  linkPages(document, address);
  if (isGijList(address)) showGijList(document, choice.scenario.instance({ now: Date.now() }), Date.now());
  else await mountPanel(document, translate);
  showBadges(document, await translate({ ...names, ...badges }), (part) => void PARTS[part]());
}

void showDemo();
