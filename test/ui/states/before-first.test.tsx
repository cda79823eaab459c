import { screen, within } from '@testing-library/react';

import { panelServer, renderedPanel } from '../../support/render-panel';

panelServer();

test('no integration yet: only where to connect one, and what to mind before', async () => {
  await renderedPanel({ id: 'empty' });
  expect(screen.getByRole('heading', { name: 'No integration is connected yet' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'Add an integration' })).toHaveAttribute('href', '/jira/manage');
  const advice = screen.getByRole('heading', { name: 'Before you connect the first one' }).closest('section')!;
  expect(within(advice).getAllByRole('listitem')).toHaveLength(5);
  for (const role of ['tab', 'table', 'searchbox', 'group']) expect(screen.queryByRole(role)).not.toBeInTheDocument();
  expect(screen.queryByText(/connect the next|only you can see/)).not.toBeInTheDocument();
});
