import { render, screen } from '@testing-library/react';

import { keptCheckKey, type KeptCheck } from '../../../../src/last-check/kept-check';
import { PageContextProvider } from '../../../../src/ui/page-context';
import { QueueLink } from '../../../../src/ui/reindex/given/queue-link';
import { addTexts, textsIn } from '../../../support/texts';

beforeEach(() => localStorage.clear());

function show(indexingQueue: string | undefined) {
  const host = {
    contextPath: '/jira',
    jira: '/jira',
    signedIn: true,
    locale: 'en_US',
    manageIntegrations: undefined,
    generalSettings: undefined,
    indexingQueue,
  };
  return render(
    <PageContextProvider value={{ texts: textsIn('en'), addTexts, host, version: '1.0.0', now: Date.now }}>
      <QueueLink />
    </PageContextProvider>,
  );
}

test('leads to the page, and says that it is recorded', () => {
  show('/jira/queue');
  expect(screen.getByRole('link', { name: 'Open the page' })).toHaveAttribute('href', '/jira/queue');
  expect(
    screen.getByText(/This app records what you see there; Record all pages on it takes the rest\./),
  ).toBeVisible();
});

test('does not say so where admins want none of that', () => {
  const check: KeptCheck = { version: 1, at: 1, badges: 'off', subjects: [] };
  localStorage.setItem(keptCheckKey('/jira'), JSON.stringify(check));
  show('/jira/queue');
  expect(screen.getByRole('link', { name: 'Open the page' })).toBeVisible();
  expect(screen.queryByText(/This app records/)).not.toBeInTheDocument();
});

test('there is none where Jira has no link to it', () => {
  expect(show(undefined).container).toBeEmptyDOMElement();
});
