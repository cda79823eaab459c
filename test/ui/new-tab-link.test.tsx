import { screen } from '@testing-library/react';

import { NewTabLink } from '../../src/ui/new-tab-link';
import { renderWithTexts } from '../support/render-with-texts';

test('says in our own words that it opens a tab, and tells that tab nothing of this page', () => {
  renderWithTexts(<NewTabLink href="/jira/manage">Manage integrations</NewTabLink>);
  const link = screen.getByRole('link', { name: 'Manage integrations , (opens a new tab)' });
  expect(link).toHaveAttribute('target', '_blank');
  expect(link).toHaveAttribute('rel', 'noopener noreferrer');
});
