import { screen, within } from '@testing-library/react';

import type { QueueTask } from '../../../../src/model/queue';
import { Breakdown } from '../../../../src/ui/reindex/advice/breakdown';
import { IntegrationLinks } from '../../../../src/ui/reindex/advice/integration-name';
import { minute, round, task } from '../../../support/queue-task';
import { renderWithTexts } from '../../../support/render-with-texts';
import { suggest, watched } from '../../../support/suggestion';

function show(tasks: readonly QueueTask[], shape: { nodes?: number; threads?: number } = {}) {
  return renderWithTexts(
    <Breakdown advice={suggest({ tasks, runDurations: watched(10), now: minute(700), ...shape })} />,
  );
}

function rowsOf(table: string): (string | null)[][] {
  const rows = within(screen.getByRole('table', { name: table }))
    .getAllByRole('row')
    .slice(1);
  return rows.map((row) => [...row.children].map(({ textContent }) => textContent));
}

const failed = (tick: number) => task('bad', tick, tick, tick + 1, { status: 'error' });

test('share of the round by integration and the ten slowest repositories', () => {
  show([
    ...round(0, 12, 12),
    task('slow', 0, 12, 18, { integration: 'GitLab' }),
    task('odd', 0, 18, 18.5, { integration: undefined }),
  ]);
  expect(rowsOf('Share of the round by integration')).toEqual([
    ['GitHub', '12', '12 minutes', '65%'],
    ['GitLab', '1', '6 minutes', '32%'],
    ['not shown', '1', '30 seconds', '2.7%'],
  ]);
  const slowest = rowsOf('The 10 slowest repositories');
  expect(slowest).toHaveLength(10);
  expect(slowest[0]).toEqual(['slow', 'GitLab', '6 minutes', '32%']);
});

test('sections with nothing to say are not shown', () => {
  renderWithTexts(<Breakdown advice={suggest({ runDurations: watched(10) })} />);
  expect(screen.queryByRole('table')).not.toBeInTheDocument();
  expect(screen.queryByText(/stuck|fails|wait too long|balance|Estimate/)).not.toBeInTheDocument();
  expect(screen.getByText(/With webhooks, the scheduled reindex may run only once or twice a day/)).toBeVisible();
});

test('nodes out of balance', () => {
  const on = (node: string, count: number) =>
    Array.from({ length: count }, (_, place) => task(`${node}${place}`, 0, place, place + 1, { node }));
  show([...on('node-a', 10), ...on('node-b', 2)]);
  expect(screen.getByText('The nodes are out of balance')).toBeVisible();
  expect(rowsOf('Work by node')).toEqual([
    ['node-a', '10', '10 minutes', '83%'],
    ['node-b', '2', '2 minutes', '17%'],
  ]);
});

test('repositories that fail, tasks that are stuck, low priority tasks that wait', () => {
  show([
    ...round(0, 12),
    ...[0, 30, 60].map(failed),
    task('hung', 0, 10, undefined, { node: 'node-a' }),
    task('a', 0, undefined, undefined, { operation: 'removal' }),
    task('b', 0, 300, 301, { operation: 'garbage-collection' }),
  ]);
  expect(screen.getByText('1 repository fails again and again')).toBeVisible();
  expect(rowsOf('Failing repositories')).toEqual([['bad', 'GitHub', '3']]);
  expect(screen.getByText('1 task is stuck')).toBeVisible();
  expect(rowsOf('Stuck tasks')).toEqual([['hung', 'GitHub', 'node-a', '11 hours, 30 minutes, still running']]);
  expect(screen.getByText('1 removal of a repository')).toBeVisible();
  expect(screen.getByText('1 garbage collection')).toBeVisible();
  expect(screen.getByText(/^The longest wait was 11 hours, 40 minutes\./)).toBeVisible();
});

test('more than ten rows are shown on a button', async () => {
  const many = Array.from({ length: 12 }, (_, place) =>
    task(`r${place}`, 0, place, place + 1, { integration: `Integration ${place}` }),
  );
  const { user } = show(many);
  expect(rowsOf('Share of the round by integration')).toHaveLength(10);
  await user.click(screen.getByRole('button', { name: 'Show all 12' }));
  expect(rowsOf('Share of the round by integration')).toHaveLength(12);
  await user.click(screen.getByRole('button', { name: 'Show fewer' }));
  expect(rowsOf('Share of the round by integration')).toHaveLength(10);
});

test('what one more thread or node would give, as an estimate', () => {
  show(round(0, 120, 60), { nodes: 2, threads: 2 });
  expect(screen.getByText('Estimate')).toBeVisible();
  expect(rowsOf('A round with more threads or nodes')).toEqual([
    ['As it is', '4', '30 minutes to 31 minutes, 30 seconds'],
    ['One more thread on each node', '6', '20 minutes to 21 minutes, 40 seconds'],
    ['One more node', '6', '20 minutes to 21 minutes, 40 seconds'],
  ]);
  expect(screen.queryByText(/hardly make the round shorter/)).not.toBeInTheDocument();
});

test('one long repository is why more threads do not help', () => {
  show([task('big', 0, 0, 50), ...Array.from({ length: 5 }, (_, place) => task(`r${place}`, 0, place, place + 1))], {
    nodes: 1,
    threads: 4,
  });
  expect(
    screen.getByText(
      'The slowest repository alone takes 50 minutes: more threads or nodes hardly make the round shorter.',
    ),
  ).toBeVisible();
});

test('one webhook among thousands of tasks says nothing of webhooks', () => {
  const rounds = Array.from({ length: 50 }, (_, hour) => round(hour * 60, 12)).flat();
  show([...rounds, task('r0', 20, 20, 21, { trigger: 'webhook' })]);
  expect(screen.getByText(/With webhooks, the scheduled reindex may run only once or twice a day/)).toBeVisible();
});

test('webhooks that were seen', () => {
  show([...round(0, 12), task('r0', 20, 20, 21, { trigger: 'webhook' })]);
  expect(
    screen.getByText('Webhooks are at work (1 task seen): the scheduled reindex may run only once or twice a day.'),
  ).toBeVisible();
});

test('an integration that was read opens its checklist; a name that two have leads nowhere', async () => {
  const tasks = [
    ...round(0, 12),
    task('slow', 0, 12, 18, { integration: 'GitLab' }),
    task('odd', 0, 18, 19, { integration: 'Twice' }),
  ];
  const subjects = [
    { key: '7', name: 'GitLab' },
    { key: '8', name: 'Twice' },
    { key: '9', name: 'Twice' },
    { key: 'none' },
  ];
  const { user } = renderWithTexts(
    <IntegrationLinks subjects={subjects}>
      <Breakdown advice={suggest({ tasks, runDurations: watched(10), now: minute(700) })} />
    </IntegrationLinks>,
  );
  const table = screen.getByRole('table', { name: 'Share of the round by integration' });
  expect(within(table).getAllByRole('link')).toHaveLength(1);
  expect(within(table).getByRole('link', { name: 'GitLab' })).toHaveAttribute('href', '#open=7');
  window.history.replaceState(null, '', '#tab=reindex');
  await user.click(within(table).getByRole('link', { name: 'GitLab' }));
  expect(window.location.hash).toBe('#open=7');
  window.history.replaceState(null, '', '/');
});
