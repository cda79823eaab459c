import { screen } from '@testing-library/react';

import { pageNumbers, Pager } from '../../../src/ui/integrations/pager';
import { renderWithTexts } from '../../support/render-with-texts';

test.each([
  [1, 2, '1 2'],
  [4, 7, '1 2 3 4 5 6 7'],
  [1, 8, '1 2 … 8'],
  [2, 8, '1 2 3 … 8'],
  [4, 8, '1 … 3 4 5 … 8'],
  [12, 25, '1 … 11 12 13 … 25'],
  [25, 25, '1 … 24 25'],
])('page %d of %d: %s', (page, pages, shown) => {
  expect(
    pageNumbers(page, pages)
      .map((one) => one ?? '…')
      .join(' '),
  ).toBe(shown);
});

test('says which page is shown, and goes to the one that is asked for', async () => {
  const onPage = jest.fn();
  const { user } = renderWithTexts(<Pager page={2} pages={3} onPage={onPage} />);
  expect(screen.getByRole('navigation', { name: 'Pages of the table' })).toBeVisible();
  expect(screen.getByRole('button', { current: 'page' })).toHaveAccessibleName('Page 2');
  await user.click(screen.getByRole('button', { name: 'Page 3' }));
  await user.click(screen.getByRole('button', { name: 'Previous' }));
  await user.click(screen.getByRole('button', { name: 'Next' }));
  expect(onPage.mock.calls).toEqual([[3], [1], [3]]);
});

test('before the first page is none: the button says so, and keeps the focus', async () => {
  const onPage = jest.fn();
  const { user } = renderWithTexts(<Pager page={1} pages={2} onPage={onPage} />);
  const previous = screen.getByRole('button', { name: 'Previous' });
  await user.click(previous);
  expect(previous).toHaveFocus();
  expect(previous).toHaveAttribute('aria-disabled', 'true');
  expect(onPage).not.toHaveBeenCalled();
});
