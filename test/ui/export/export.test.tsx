import { act, screen, within } from '@testing-library/react';

import { panelServer, renderedPanel, renderPanel } from '../../support/render-panel';

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
  expect(headings.map(({ textContent }) => textContent)).toEqual(['All integrations', 'GitLab: payments']);
  expect(
    sheet.getByRole('heading', { level: 5, name: /^High: SSL certificates are not verified/ }),
  ).toBeInTheDocument();
  expect(sheet.getByText('Connection settings > Manage credentials: SSL Verify = Enabled')).toBeInTheDocument();
  print('afterprint');
  expect(screen.queryByText('Printed')).not.toBeInTheDocument();
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
});

test('where the integrations could not be read the menu says so', async () => {
  await openedExport({ id: 'session-expired' });
  expect(screen.getByText(/^The integrations could not be read, so there are no findings/)).toBeVisible();
});
