import { screen, waitFor, within } from '@testing-library/react';

import { answerKey, type AnswerEntry } from '../../../src/decisions/decisions';
import { SHARED_KEY } from '../../../src/decisions/shared-document';
import { ORIGIN } from '../../support/client';
import { NOW } from '../../support/facts';
import { panelServer, renderedPanel, renderPanel, type RenderedPanel } from '../../support/render-panel';

panelServer();

const EPIC = { of: 'issuetype', id: '10000' } as const;
const LOCAL = 'git-integration-checkup decisions /jira';

const answer = (value: AnswerEntry['value'], by: string) => ({
  [answerKey('webhooks')]: { kind: 'answer', setting: 'webhooks', value, at: NOW, by },
});
const documentOf = (entries: object) => ({ version: 1, revision: 3, entries });

/** What this browser decided before. */
const keep = (entries: object) => localStorage.setItem(LOCAL, JSON.stringify(documentOf(entries)));

const sharedIn = ({ jira }: RenderedPanel) => JSON.stringify(jira.properties.of(EPIC).get(SHARED_KEY));

test('where nothing is shared, the page asks once and says nothing of it', async () => {
  const asked: string[] = [];
  const { jira } = renderPanel(
    { id: 'typical' },
    {
      send: (path, init) => {
        if (path.includes('/properties')) asked.push(`${init.method ?? 'GET'} ${path}`);
        return fetch(ORIGIN + path, init);
      },
    },
  );
  const once = ['GET /jira/rest/api/2/issuetype/10000/properties'];
  await waitFor(() => expect(asked).toEqual(once), { timeout: 5_000 });
  expect(screen.queryByText(/not shared|Shared decisions/i)).not.toBeInTheDocument();
  expect(jira.properties.of(EPIC).size).toBe(0);
});

test('what another admin shared counts without doing anything', async () => {
  await renderedPanel({ id: 'shared' });
  await waitFor(() => expect(localStorage.getItem(LOCAL)).toContain('Grace Admin'));
  expect(screen.queryByText(/^Not shared yet/)).not.toBeInTheDocument();
});

test('what this browser decided before is not written until the admin says so', async () => {
  keep({
    [answerKey('enforceGitPermissions')]: {
      ...Object.values(answer('on', 'Ada'))[0],
      setting: 'enforceGitPermissions',
    },
  });
  const panel = await renderedPanel({ id: 'shared' });
  expect(await screen.findByRole('alert')).toHaveTextContent('Not shared yet: 1 decision of this browser.');
  expect(sharedIn(panel)).not.toContain('enforceGitPermissions');
  await panel.user.click(screen.getByRole('button', { name: 'Share now' }));
  await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument());
  expect(sharedIn(panel)).toContain('enforceGitPermissions');
});

test('what cannot be written stays, says why, and is written on the next try', async () => {
  const panel = await renderedPanel({ id: 'shared' });
  await waitFor(() => expect(localStorage.getItem(LOCAL)).toContain('Grace Admin'));
  panel.jira.properties.forbid(true);
  await panel.user.click(screen.getByRole('heading', { name: /only you can see|only people can see|you can see/ }));
  await panel.user.click(screen.getAllByRole('button', { name: /^On/ })[0] ?? document.body);
  expect(await screen.findByRole('alert')).toHaveTextContent('Not shared yet: 1 decision of this browser.');
  const notice = within(
    screen.getByText('They are kept in this browser, and nothing is lost.', { exact: false }).parentElement ??
      screen.getByRole('alert'),
  );
  expect(notice.getByText(/You may not edit this/)).toBeInTheDocument();
  panel.jira.properties.forbid(false);
  await panel.user.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument());
});

test('a conflict is said, and what the other admin decided counts', async () => {
  keep(answer('off', 'Ada'));
  await renderedPanel({ id: 'shared' });
  expect(await screen.findByText('You and another admin decided 1 thing differently.')).toBeInTheDocument();
  expect(localStorage.getItem(LOCAL)).toContain('Grace Admin');
  expect(screen.getByRole('button', { name: 'Choose…' })).toBeInTheDocument();
});

test('where it cannot be found out whether anything is shared, that is said', async () => {
  const shared = () => ({ version: 9 });
  await renderedPanel({ id: 'shared', shared });
  expect(await screen.findByRole('alert')).toHaveTextContent('A newer version of this app shares decisions.');
});
