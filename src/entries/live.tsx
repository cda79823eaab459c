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

void mountPanel(document);
void showStatus();
