import { screen, within } from '@testing-library/react';

import { recordingText } from '../../../src/sources/write-recording';
import { DAY, gathered, integration, NOW } from '../../support/facts';
import { panelServer, renderedPanel } from '../../support/render-panel';

panelServer();

const insecure = gathered({ integrations: [integration({ displayName: 'Lab', disableSslVerification: true })] });

function recording(name: string, baseUrl = 'http://localhost/jira') {
  const text = recordingText(insecure, { baseUrl, appVersion: '1.1.0', now: NOW });
  return new File([text], name, { type: 'application/json' });
}

test('recordings are added to the history, what could not be used is named, and all of it can be undone', async () => {
  jest.spyOn(Date, 'now').mockReturnValue(NOW + DAY);
  window.history.replaceState(null, '', '#tab=history');
  const { user } = await renderedPanel({ id: 'all-healthy' });
  const input = await screen.findByLabelText('Import recordings');
  const part = within(screen.getByRole('region', { name: 'Recordings' }));
  const fixed = () => screen.queryByText(/^1 fixed: .* – SSL verification$/);
  expect(part.getByText(/by the settings, answers and acceptances of today/)).toBeVisible();
  await user.upload(input, [recording('a.json'), recording('b.json', 'https://other.example.com')]);
  const said = await part.findByText(/^1 check was added, of .*2026.*; 1 could not be used\.$/);
  expect(said.closest('[role="status"]')).toBeInTheDocument();
  expect(part.getByRole('listitem')).toHaveTextContent('b.json: it is of another Jira: https://other.example.com');
  expect(fixed()).toBeVisible();

  await user.click(part.getByRole('button', { name: 'Undo import' }));
  expect(part.getByText('The checks that were added are gone again.')).toBeVisible();
  expect(input).toHaveFocus();
  expect(fixed()).not.toBeInTheDocument();

  await user.upload(input, [recording('a.json'), recording('again.json')]);
  await part.findByText(/^1 check was added, of .*; 1 was there already, or found the same within an hour\.$/);
  await user.upload(input, recording('a.json'));
  await part.findByText('No check was added; 1 was there already, or found the same within an hour.');
  expect(part.queryByRole('button', { name: 'Undo import' })).not.toBeInTheDocument();
});
