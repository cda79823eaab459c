import { screen } from '@testing-library/react';

import { NotReported } from '../../../src/ui/sources/not-reported';
import { renderWithTexts } from '../../support/render-with-texts';

test('what this version of GIJ does not report is said once, by the names that the page has for it', () => {
  renderWithTexts(
    <NotReported
      fields={[
        { source: 'integrations', field: 'trustFolderStat' },
        { source: 'repositories', field: 'state' },
      ]}
    />,
  );
  expect(screen.getByText(/does not report TrustFolderStat of integrations\.$/)).toBeVisible();
  expect(screen.getByText(/does not report State of repositories\.$/)).toBeVisible();
});

test('nothing where all of it is reported', () => {
  const { container } = renderWithTexts(<NotReported fields={[]} />);
  expect(container).toBeEmptyDOMElement();
});
