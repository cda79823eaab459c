import { screen, within } from '@testing-library/react';

import { PatNotice } from '../../../src/ui/notices/pat-notice';
import { acceptedOf, renderJudged, reportBy } from '../../support/accepting';
import { decided } from '../../support/decided';
import { decisions, integration } from '../../support/facts';
import { panelServer, renderedPanel } from '../../support/render-panel';

panelServer();
beforeEach(() => localStorage.clear());

const TITLE = /^Branches and pull requests are created under a shared account on (\d+) integrations?\.$/;
const notice = () => screen.getByRole('heading', { name: TITLE }).closest('details')!;

test('names who is hurt, and opens the checklist', async () => {
  const { user } = await renderedPanel({ id: 'typical' });
  expect(notice()).toHaveTextContent('on 2 integrations.');
  expect(notice()).not.toHaveAttribute('open');
  await user.click(screen.getByRole('heading', { name: TITLE }));
  const names = within(notice())
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
  expect(names).toEqual(['GitLab: payments (No effect)', 'https://github.com/*']);
  await user.click(within(notice()).getByRole('button', { name: 'https://github.com/*' }));
  expect(await screen.findByRole('dialog', { name: /github\.com/ })).toBeVisible();
  expect(window.location.hash).toBe('#open=integration%3A1');
});

test('an answer that undoes a Fail is offered, and judged at once; what it does not undo stays', async () => {
  const { user } = await renderedPanel({ id: 'typical' });
  await user.click(screen.getByRole('heading', { name: TITLE }));
  expect(notice()).toHaveTextContent('Unless the general setting Require User PAT is on.');
  await user.click(within(notice()).getByRole('button', { name: 'It is on' }));
  expect(notice()).toHaveTextContent('on 1 integration.');
  expect(notice()).toHaveAttribute('open');
  expect(within(notice()).queryByRole('button', { name: 'It is on' })).not.toBeInTheDocument();
  expect(notice().closest('.gic-notices')).toHaveFocus();
});

test('leads to the preview of the fix', async () => {
  const { user } = await renderedPanel({ id: 'typical' });
  await user.click(screen.getByRole('button', { name: /^Fix 2…/ }));
  expect(await screen.findByRole('dialog', { name: 'Fix: Require User PAT' })).toBeVisible();
});

test('what could not be checked is told apart from what fails', async () => {
  await renderedPanel({
    id: 'typical',
    instance: () => ({
      integrations: [1, 2].map((id) => ({
        id,
        displayName: `Team ${id}`,
        integrationType: 'GITHUB',
        disabled: false,
        requireUserPat: id === 1 ? 'maybe' : false,
      })),
      repositories: [],
    }),
  });
  expect(notice()).toHaveTextContent('on 1 integration.');
  expect(within(notice()).getByText('Require User PAT could not be checked on 1 integration.')).toBeInTheDocument();
  expect(within(notice()).getAllByRole('list', { hidden: true })).toHaveLength(2);
});

test('nothing is flagged where nothing is wrong', async () => {
  await renderedPanel({ id: 'all-healthy' });
  expect(screen.queryByText(/shared account/)).not.toBeInTheDocument();
});

const rows = (requireUserPat: boolean) => ({
  integrations: Array.from({ length: 8 }, (_, place) =>
    integration({
      id: `${place + 1}`,
      displayName: `Team ${place + 1}`,
      requireUserPat: place === 7 ? requireUserPat : false,
    }),
  ),
});

function notices(requireUserPat: boolean) {
  const before = reportBy(rows(requireUserPat), decisions({ generalRequireUserPat: false }));
  const keys = before.subjects.map(({ key }) => key).filter((key) => key !== 'integration:8');
  const answers = Object.values(decisions({ generalRequireUserPat: false }).entries);
  return renderJudged({
    changes: rows(requireUserPat),
    decisions: decided([...answers, ...acceptedOf(before, 'require-user-pat', ...keys)]),
    draw: ({ subjects }) => <PatNotice subjects={subjects} onOpen={jest.fn()} onAnswered={jest.fn()} />,
  });
}

test('accepted ones are named in one line of the notice', () => {
  notices(false);
  expect(notice()).toHaveTextContent('on 1 integration.');
  const line = within(notice()).getByText(/^Accepted on 7 integrations: Team 1, .*Team 6.* and 1 more$/);
  expect(line).toBeVisible();
});

test('where all others are fine, the accepted ones stand in a line of their own', () => {
  const { container } = notices(true);
  expect(screen.getByText(/^Accepted on 7 integrations: Team 1, /)).toBeVisible();
  expect(container.querySelector('details')).toBeNull();
});
