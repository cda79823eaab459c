import { fireEvent, screen, within } from '@testing-library/react';

import type { AnswerEntry, Decisions } from '../../../src/decisions/decisions';
import { panelServer, renderedPanel } from '../../support/render-panel';

panelServer();
beforeEach(() => localStorage.clear());

const KEY = 'git-integration-checkup decisions /jira';
const DAY = 24 * 60 * 60_000;
const TITLE = /^\d settings? only you can see|^The settings only you can see/;
const notice = () => screen.getByRole('heading', { name: TITLE }).closest('details')!;
const answers = (setting: string | RegExp) => within(within(notice()).getByRole('group', { name: setting }));

function keep(answer: Partial<AnswerEntry>): void {
  const entry: AnswerEntry = {
    kind: 'answer',
    setting: 'webhooks',
    value: 'off',
    at: Date.now() - 20 * DAY,
    by: 'Ada',
    ...answer,
  };
  const decisions: Decisions = { version: 1, revision: 1, entries: { [`answer:${entry.setting}`]: entry } };
  localStorage.setItem(KEY, JSON.stringify(decisions));
}

async function opened(id = 'typical') {
  const panel = await renderedPanel({ id });
  await panel.user.click(screen.getByRole('heading', { name: TITLE }));
  return panel;
}

test('each question says what it is, where to look, and for whom it matters', async () => {
  await opened();
  expect(notice()).toHaveTextContent(
    '3 settings only you can see: Require User PAT, Enforce Git service permissions, and Webhooks',
  );
  const question = within(notice()).getByRole('heading', { name: 'Webhooks set up' }).closest('section');
  expect(question).toHaveTextContent(/With webhooks the git hosts tell Jira about each push/);
  expect(question).toHaveTextContent(/Where to look: .*Git > Manage integrations > Webhooks/);
  expect(question).toHaveTextContent(/Matters for 7 integrations: .*GitHub.*Azure DevOps/);
});

test('what is answered is judged at once, kept with who and when, and stays in place until the notice is closed', async () => {
  const { user } = await opened();
  await user.click(answers('Webhooks set up').getByRole('button', { name: 'Off' }));
  expect(notice()).toHaveTextContent('2 settings only you can see: Require User PAT and Enforce Git');
  expect(answers('Webhooks set up').getByRole('button', { name: 'Off' })).toHaveAttribute('aria-pressed', 'true');
  expect(notice()).toHaveTextContent('Answered “Off” by Ada Admin just now.');
  expect(screen.getByText(/also to fix: .*Webhooks/)).toBeVisible();
  expect(JSON.parse(localStorage.getItem(KEY) ?? '')).toMatchObject({
    entries: {
      'answer:webhooks': { value: 'off', by: 'Ada Admin', gijVersion: expect.stringMatching(/^\d/) as string },
    },
  });
  await user.click(screen.getByRole('heading', { name: TITLE }));
  await user.click(screen.getByRole('heading', { name: TITLE }));
  expect(within(notice()).queryByRole('group', { name: 'Webhooks set up' })).not.toBeInTheDocument();
});

test('what is answered before the browser told that the notice was opened stays in place, too', async () => {
  await renderedPanel({ id: 'typical' });
  fireEvent.click(within(notice()).getAllByText('On')[0]!);
  expect(notice()).toHaveTextContent(/Answered “On” by Ada Admin just now/);
});

test('who does not know is not asked for a while, and nothing is judged by that', async () => {
  const { user } = await opened();
  await user.click(answers('Webhooks set up').getByRole('button', { name: 'I don’t know' }));
  expect(notice()).toHaveTextContent(/Answered “I don’t know” by Ada Admin just now\. Asked again on .*\d{4}/);
  expect(screen.queryByText(/also to fix: .*Webhooks/)).not.toBeInTheDocument();
});

test('all answered: it says so, and goes when it is closed', async () => {
  const { user } = await opened('all-healthy');
  for (const group of within(notice()).getAllByRole('group'))
    await user.click(within(group).getByRole('button', { name: 'On' }));
  expect(notice()).toHaveTextContent('The settings only you can see are answered.');
  await user.click(screen.getByRole('heading', { name: TITLE }));
  expect(screen.queryByRole('heading', { name: TITLE })).not.toBeInTheDocument();
});

test('what was answered half a year ago is asked again, and it is said why', async () => {
  keep({ at: Date.now() - 182 * DAY });
  await opened();
  expect(notice()).toHaveTextContent(
    'Answered “Off” by Ada 182 days ago. Asked again, because settings may have changed since.',
  );
  expect(answers('Webhooks set up').getByRole('button', { name: 'Off' })).toHaveAttribute('aria-pressed', 'false');
});

test('what was answered for another version of GIJ is asked again, and it is said which', async () => {
  keep({ gijVersion: '4.9.9' });
  await opened();
  expect(notice()).toHaveTextContent(
    /Answered “Off” by Ada 20 days ago\. Asked again, because Git Integration for Jira was updated from 4\.9\.9 to \d+\.\d+/,
  );
});

test('what was answered and holds is not asked', async () => {
  keep({});
  await opened();
  expect(notice()).toHaveTextContent(/^.*2 settings only you can see/);
});

test.each([
  ['{"version":2}', /A newer version of this app wrote the answers/],
  ['not json', /The answers that this browser kept cannot be read/],
])('kept answers that cannot be used: %s', async (kept, said) => {
  localStorage.setItem(KEY, kept);
  await opened();
  expect(within(notice()).getByRole('status')).toHaveTextContent(said);
});

test('a browser that keeps nothing: the answer lasts as long as the page, and it is said', async () => {
  const { user } = await opened();
  jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await user.click(answers('Webhooks set up').getByRole('button', { name: 'On' }));
  expect(within(notice()).getByRole('status')).toHaveTextContent('lasts until the page is closed');
  expect(answers('Webhooks set up').getByRole('button', { name: 'On' })).toHaveAttribute('aria-pressed', 'true');
});
