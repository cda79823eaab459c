import { render, screen } from '@testing-library/react';

import { createTexts } from '../../../src/i18n/texts';
import { PageContextProvider } from '../../../src/ui/page-context';
import { CrashBoundary, crashReport } from '../../../src/ui/states/crash';
import { takeComplaints } from '../../support/console';

const secret = 'https://svc:glpat-secret@gitlab.acme.example';

function Faulty(): never {
  throw new RangeError(`could not show ${secret}`);
}

test('a fault of the panel shows a report that can be copied, and no data of Jira', () => {
  const host = { contextPath: '', jira: '', signedIn: true, locale: 'en', manageIntegrations: undefined, generalSettings: undefined };
  render(
    <PageContextProvider value={{ texts: createTexts('en'), host, version: '1.0.0', now: Date.now }}>
      <CrashBoundary>
        <Faulty />
      </CrashBoundary>
    </PageContextProvider>,
  );
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
    ['Git Integration Checkup 1.0.0', 'Browser 1', 'TypeError', 'judge panel.js:1:234', 'render panel.js:5:6'].join('\n'),
  );
});

test('what is no error has a report too', () => {
  expect(crashReport(secret, '1.0.0', 'Browser 1')).toBe('Git Integration Checkup 1.0.0\nBrowser 1\nstring');
});
