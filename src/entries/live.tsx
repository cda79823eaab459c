import { setLocale, translator } from './languages';
import { mountPanel } from './mount';

/** Says above the panel what is wrong with the real Jira that the server was started for, if anything. */
async function showStatus(): Promise<void> {
  const bar = document.getElementById('demo-bar');
  const answer = await fetch('/__checkup/status');
  const { ok, message } = (await answer.json()) as { ok: boolean; message: string };
  if (!bar) return;
  bar.className = ok ? 'aui-message aui-message-info' : 'aui-message aui-message-error';
  bar.setAttribute('role', ok ? 'status' : 'alert');
  bar.textContent = message;
}

/** The language of who looks, as that Jira tells it; English where it does not. */
async function userLocale(): Promise<string> {
  const contextPath = document.querySelector('meta[name="ajs-context-path"]')?.getAttribute('content') ?? '';
  try {
    const answer = await fetch(`${contextPath}/rest/api/2/myself`);
    const { locale } = (await answer.json()) as { locale?: unknown };
    return typeof locale === 'string' ? locale : 'en_US';
  } catch {
    return 'en_US';
  }
}

async function showPanel(): Promise<void> {
  const locale = await userLocale();
  setLocale(document, locale);
  await mountPanel(document, translator(locale));
}

void showPanel();
void showStatus();
