import 'fake-indexeddb/auto';

import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';

import { addTexts, textsIn } from '../../support/texts';
import { PageContextProvider } from '../../../src/ui/page-context';
import { CrashBoundary, crashReport } from '../../../src/ui/states/crash';
import { takeComplaints } from '../../support/console';

const secret = 'https://svc:glpat-secret@gitlab.acme.example';

function Faulty(): never {
  throw new RangeError(`could not show ${secret}`);
}

function inPage(content: ReactNode) {
  const host = {
    contextPath: '',
    jira: '',
    signedIn: true,
    locale: 'en',
    manageIntegrations: undefined,
    generalSettings: undefined,
    indexingQueue: undefined,
  };
  return (
    <PageContextProvider value={{ texts: textsIn('en'), addTexts, host, version: '1.0.0', now: Date.now }}>
      {content}
    </PageContextProvider>
  );
}

function boundary() {
  return inPage(
    <CrashBoundary>
      <Faulty />
    </CrashBoundary>,
  );
}

test('a fault of the panel shows a report that can be copied, and no data of Jira', () => {
  render(boundary());
  expect(takeComplaints()).not.toEqual([]); // React tells of it too
  expect(screen.getByText('Something went wrong on this page')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Copy report' })).toBeEnabled();
  const report = screen.getByText(/^Git Integration Checkup/).textContent;
  expect(report).toContain('RangeError');
  expect(report).not.toContain('glpat');
});

test('the report keeps function names and places of scripts, and leaves out addresses and messages', () => {
  const error = new TypeError(`cannot read ${secret}`);
  error.stack = [
    `TypeError: cannot read ${secret}`,
    '    at judge (https://jira.acme.example/jira/download/resources/panel.js:1:234)',
    'render@https://jira.acme.example/s/panel.js?locale=en:5:6',
  ].join('\n');
  expect(crashReport(error, '1.0.0', 'Browser 1')).toBe(
    ['Git Integration Checkup 1.0.0', 'Browser 1', 'TypeError', 'judge panel.js:1:234', 'render panel.js:5:6'].join(
      '\n',
    ),
  );
});

test('what is no error has a report too', () => {
  expect(crashReport(secret, '1.0.0', 'Browser 1')).toBe('Git Integration Checkup 1.0.0\nBrowser 1\nstring');
});

test('erases what this browser keeps, after a second thought, and of nobody else', async () => {
  localStorage.setItem('git-integration-checkup policy /jira', '{}');
  localStorage.setItem('of another app', '1');
  await new Promise((resolve) => {
    const opening = indexedDB.open('git-integration-checkup', 2);
    opening.onsuccess = () => {
      opening.result.close();
      resolve(undefined);
    };
  });
  render(boundary());
  takeComplaints();
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Erase what this browser keeps' }));
  expect(localStorage).toHaveLength(2);
  expect(screen.getByText(/of every Jira you opened here/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Erase and reload' }));
  await waitFor(async () => expect(await indexedDB.databases()).toEqual([]));
  expect(Object.keys(localStorage)).toEqual(['of another app']);
  // jsdom cannot reload, and says so.
  await waitFor(() => expect(takeComplaints()).not.toEqual([]));
});

test('says so where the browser does not erase it: another tab holds it open', async () => {
  const opening = indexedDB.open('git-integration-checkup', 2);
  await new Promise((resolve) => {
    opening.onsuccess = resolve;
  });
  render(boundary());
  takeComplaints();
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Erase what this browser keeps' }));
  await user.click(screen.getByRole('button', { name: 'Erase and reload' }));
  expect(await screen.findByText(/The browser did not erase it/)).toBeVisible();
  // Erasing waits for it as long as there is a page.
  opening.result.close();
});
