import { act, screen, within } from '@testing-library/react';

import { parseRecording } from '../../../src/sources/recording';
import { panelServer, renderedPanel, renderPanel, type RenderedPanel } from '../../support/render-panel';

panelServer();

const exportButton = () => screen.getByRole('button', { name: 'Export' });
const print = (event: 'beforeprint' | 'afterprint') => act(() => void window.dispatchEvent(new Event(event)));

/** What is only on paper. */
function paper() {
  print('beforeprint');
  return within(document.querySelector<HTMLElement>('.gic') ?? document.body);
}

async function openedExport(scenario: Parameters<typeof renderedPanel>[0]) {
  const { user } = await renderedPanel(scenario);
  await user.click(exportButton());
  await screen.findByRole('button', { name: 'Print' });
  return { user };
}

test('Print prints, and the menu closes', async () => {
  const { user } = await openedExport({ id: 'typical' });
  const printed = jest.spyOn(window, 'print').mockImplementation(() => undefined);
  await user.click(screen.getByRole('button', { name: 'Print' }));
  expect(printed).toHaveBeenCalledTimes(1);
  expect(exportButton()).toHaveAttribute('aria-expanded', 'false');
  expect(exportButton()).toHaveFocus();
});

/** The files that were saved, by their names. */
function savedFiles() {
  const files: Record<string, Blob> = {};
  let blob: Blob;
  const spies = { createObjectURL: (one: Blob) => ((blob = one), 'blob:1'), revokeObjectURL: () => undefined };
  Object.assign(URL, spies);
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    files[this.download] = blob;
  });
  return files;
}

/** By the day in UTC, as the names of files are. */
const fileName = (ending: string) =>
  `git-integration-checkup-localhost-${new Date().toISOString().slice(0, 10)}.${ending}`;
const choose = async (user: RenderedPanel['user'], name: string) => {
  if (exportButton().getAttribute('aria-expanded') === 'false') await user.click(exportButton());
  await user.click(screen.getByRole('button', { name }));
};

test('what the table shows is saved with all its pages, and the page says what', async () => {
  const files = savedFiles();
  window.history.replaceState(null, '', '#health=at-risk');
  const { user } = await openedExport({ id: 'typical' });
  await choose(user, 'CSV of all findings');
  const shown = '2 of 8 integrations, as filtered; the repositories without an integration are left out.';
  expect(screen.getByText(`Saved ${fileName('csv')}: ${shown}`)).toHaveAttribute('role', 'status');
  const csv = files[fileName('csv')];
  expect(csv?.type).toBe('text/csv;charset=utf-8');
  const lines = (await csv?.text())?.split('\r\n') ?? [];
  expect(lines.filter((line) => line.includes('GitLab: payments')).length).toBeGreaterThan(5);
  expect(lines.filter((line) => line.includes('Gerrit: firmware'))).toEqual([]);

  await choose(user, 'JSON');
  const json = JSON.parse((await files[fileName('json')]?.text()) ?? '') as object;
  expect(JSON.stringify(json)).toContain('GitLab: payments');
  expect(JSON.stringify(json)).not.toContain('Gerrit: firmware');

  const copied = jest.spyOn(navigator.clipboard, 'writeText');
  await choose(user, 'Copy as Markdown');
  await screen.findByText(`Copied as Markdown: ${shown}`);
  expect(copied).toHaveBeenCalledWith(expect.stringContaining('GitLab: payments'));

  copied.mockRejectedValue(new Error('refused'));
  await choose(user, 'Copy as Markdown');
  const dialog = within(await screen.findByRole('dialog', { name: 'Copy by hand' }));
  expect(dialog.getByRole('textbox')).toHaveFocus();
  expect(dialog.getByRole<HTMLTextAreaElement>('textbox').value).toContain('GitLab: payments');
});

test('before a recording is saved the page says what it holds and what not; it can be read again', async () => {
  const files = savedFiles();
  const { user } = await openedExport({ id: 'typical' });
  await choose(user, 'Recording for support…');
  const dialog = within(screen.getByRole('dialog', { name: 'Recording for support' }));
  expect(dialog.getByText(/^It does not hold passwords or tokens, nor who is signed in/)).toBeVisible();
  expect(files).toEqual({});
  await user.click(dialog.getByRole('button', { name: 'Save recording' }));
  expect(screen.getByText(`Saved ${fileName('recording.json')}.`)).toHaveAttribute('role', 'status');
  const read = parseRecording((await files[fileName('recording.json')]?.text()) ?? '');
  expect(read).toMatchObject({ kind: 'read', recording: { baseUrl: 'http://localhost/jira', appVersion: '1.0.0' } });
});

test('paper says of which Jira it is, by whom, when and of how much; then each that is shown with what is to fix', async () => {
  window.history.replaceState(null, '', '#health=at-risk&search=gitlab');
  await openedExport({ id: 'typical' });
  expect(screen.queryByText('Printed')).not.toBeInTheDocument();
  const sheet = paper();
  const said = (label: string) => sheet.getByText(label).parentElement;
  expect(said('Jira')).toHaveTextContent(/^JiraVirtual Jira \(http:\/\/localhost\/jira\)$/);
  expect(said('Versions')).toHaveTextContent(
    'Jira 10.3.2, Git Integration for Jira 5.1.1, Git Integration Checkup 1.0.0',
  );
  expect(said('Printed')).toHaveTextContent(/\d{4}.*\d:\d\d.* UTC by Ada Admin$/);
  expect(said('Shown')).toHaveTextContent('1 of 8 integrations, as filtered');
  expect(said('Filter')).toHaveTextContent('FilterAt risk, “gitlab” in name or host');
  const headings = sheet.getAllByRole('heading', { level: 3 }).filter((one) => one.closest('.gic-paper'));
  expect(headings.map(({ textContent }) => textContent)).toEqual([
    'All integrations',
    'GitLab: payments',
    'How to fix it',
  ]);
  expect(
    sheet.getByText('Read from GIJ: SSL Verify: Disabled; Origin: https://•••@gitlab.acme.example'),
  ).toBeInTheDocument();
  expect(
    sheet.getByRole('heading', { level: 5, name: /^High: SSL certificates are not verified/ }),
  ).toBeInTheDocument();
  expect(sheet.getByText('Connection settings > Manage credentials: SSL Verify = Enabled')).toBeInTheDocument();
  print('afterprint');
  expect(screen.queryByText('Printed')).not.toBeInTheDocument();
});

test('paper tells once how a check is fixed, however many integrations it fails on', async () => {
  await openedExport({ id: 'typical' });
  const sheet = paper();
  expect(sheet.getAllByRole('heading', { level: 5, name: /^High: Branches and pull requests/ })).toHaveLength(2);
  const fixes = sheet.getAllByRole('heading', { level: 4, name: 'Require User PAT' });
  expect(fixes).toHaveLength(1);
  expect(fixes[0]?.parentElement).toHaveTextContent(/Feature settings: Require User PAT = Enabled/);
});

test('on another tab nothing filters, and paper has that tab alone', async () => {
  window.history.replaceState(null, '', '#tab=history&health=at-risk');
  await openedExport({ id: 'typical' });
  const sheet = paper();
  expect(sheet.getByText('Shown').parentElement).toHaveTextContent('8 integrations, and the repositories without');
  expect(sheet.queryByText('Filter')).not.toBeInTheDocument();
  expect(sheet.queryByRole('heading', { level: 3, name: 'GitLab: payments' })).not.toBeInTheDocument();
});

test('while Jira is read, and where the integrations could not be, the menu says why there is nothing', async () => {
  const { user } = renderPanel({ id: 'slow' });
  await user.click(exportButton());
  expect(await screen.findByText(/^Jira is still being read\./)).toBeVisible();
  const choice = screen.getByRole('button', { name: 'CSV of all findings' });
  expect(choice).toHaveAccessibleDescription(/^Jira is still being read/);
  const files = savedFiles();
  await user.click(choice);
  expect(files).toEqual({});
  expect(screen.queryByText(/^Saved/)).not.toBeInTheDocument();
});

test('where the integrations could not be read the menu says so', async () => {
  await openedExport({ id: 'session-expired' });
  expect(screen.getByText(/^The integrations could not be read, so there are no findings/)).toBeVisible();
  const open = screen.getAllByRole('button').filter((one) => one.matches('.gic-choice:not([aria-disabled])'));
  expect(open.map(({ textContent }) => textContent)).toEqual(['Print', 'Recording for support…']);
});
