import { screen } from '@testing-library/react';

import { RowProblems } from '../../../src/ui/sources/row-problems';
import { renderWithTexts } from '../../support/render-with-texts';

test('integrations whose details are not known are told apart from rows that could not be used, each with why', () => {
  const kind = 'integration';
  renderWithTexts(
    <RowProblems
      problems={[
        { kind, id: '1', problem: 'details-failed' },
        { kind, id: '#2', problem: 'no-id' },
        { kind, id: '3', problem: 'details-not-asked' },
      ]}
    />,
  );
  expect(screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual([
    '1 row of an answer could not be used',
    'The details of 2 integrations could not be read',
  ]);
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'Integration #2: has no id',
    'Integration 1: details not read',
    'Integration 3: not asked for, after others had failed',
  ]);
});
