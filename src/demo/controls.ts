import { SCENARIOS, scenarioById, type Scenario } from './scenarios';

const THEMES = ['light', 'dark', 'original'] as const;

type Theme = (typeof THEMES)[number];

/** What the address of the demo page asks for. */
export interface DemoChoice {
  readonly scenario: Scenario;
  readonly theme: Theme;
  /** As Jira writes it, such as `de`. */
  readonly locale: string;
}

export function demoChoice(address: URL): DemoChoice {
  const theme = THEMES.find((one) => one === address.searchParams.get('theme')) ?? 'light';
  const locale = address.searchParams.get('lang') ?? 'en_US';
  return { scenario: scenarioById(address.searchParams.get('scenario')), theme, locale };
}

/** Sets the theme as Jira does: on `html`, and with the style sheet that belongs to it. */
export function showTheme(page: Document, theme: Theme): void {
  const root = page.documentElement;
  page.querySelector('link[href*="/aui/aui-"]')?.setAttribute('href', `/aui/aui-${theme}.css`);
  if (theme === 'original') {
    delete root.dataset['theme'];
    delete root.dataset['colorMode'];
    return;
  }
  root.dataset['theme'] = 'dark:dark light:light';
  root.dataset['colorMode'] = theme;
}

function select(page: Document, label: string, values: readonly (readonly [string, string])[], chosen: string) {
  const field = page.createElement('label');
  const menu = page.createElement('select');
  for (const [value, text] of values) menu.add(new Option(text, value, false, value === chosen));
  menu.className = 'select';
  field.append(`${label} `, menu);
  return { field, menu };
}

function button(page: Document, text: string, onClick: () => void): HTMLButtonElement {
  const element = page.createElement('button');
  element.type = 'button';
  element.className = 'aui-button';
  element.textContent = text;
  element.addEventListener('click', onClick);
  return element;
}

interface Handlers {
  /** Ends the session, or logs in again. */
  readonly onSession: (loggedIn: boolean) => void;
  /** What the sample of the indexing queue holds, as CSV. */
  readonly queueExport: () => string;
  /** The page "Indexing queue" as a browser copies it. */
  readonly queuePage: () => string;
}

/** The languages that there are texts in, each by its own name. */
function languages(bar: HTMLElement): readonly (readonly [string, string])[] {
  const nameOf = (language: string) => {
    const tag = language.replaceAll('_', '-');
    return new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
  };
  return ['en_US', ...(bar.dataset['languages'] ?? '').split(' ')].map((language) => [language, nameOf(language)]);
}

/** The bar above the imitated page: which scenario, theme and language, and a session that can be ended. */
export function showControls(
  page: Document,
  { scenario, theme, locale }: DemoChoice,
  { onSession, queueExport, queuePage }: Handlers,
): void {
  const bar = page.getElementById('demo-bar');
  if (!bar) return;
  const scenarios = select(
    page,
    'Scenario',
    SCENARIOS.map(({ id, name }) => [id, name]),
    scenario.id,
  );
  const themes = select(
    page,
    'Theme',
    THEMES.map((one) => [one, one]),
    theme,
  );
  const language = select(page, 'Language', languages(bar), locale);
  const session = button(page, 'End session', () => {
    const ending = session.textContent === 'End session';
    session.textContent = ending ? 'Log in' : 'End session';
    onSession(!ending);
  });
  const copy = button(page, 'Copy the Indexing queue page', () => {
    void navigator.clipboard.writeText(queuePage()).then(() => (copy.textContent = 'Copied: paste it below'));
  });
  const sample = page.createElement('a');
  sample.textContent = 'Sample of the indexing queue (CSV)';
  sample.download = 'indexing-queue.csv';
  sample.href = URL.createObjectURL(new Blob([queueExport()], { type: 'text/csv' }));
  const go = (name: string, value: string) => {
    const address = new URL(window.location.href);
    address.searchParams.set(name, value);
    if (name === 'scenario') address.hash = '';
    window.location.assign(address);
    if (name === 'theme') window.location.reload();
  };
  scenarios.menu.addEventListener('change', () => go('scenario', scenarios.menu.value));
  themes.menu.addEventListener('change', () => go('theme', themes.menu.value));
  language.menu.addEventListener('change', () => go('lang', language.menu.value));
  bar.setAttribute('role', 'region');
  bar.setAttribute('aria-label', 'Demo');
  bar.style.cssText = 'display:flex;gap:16px;align-items:center;padding:8px 20px;flex-wrap:wrap';
  bar.append(
    'Demo: a virtual Jira in this browser',
    scenarios.field,
    themes.field,
    language.field,
    session,
    copy,
    sample,
  );
}
