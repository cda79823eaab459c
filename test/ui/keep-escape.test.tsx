import { fireEvent, screen } from '@testing-library/react';

import { Modal } from '../../src/ui/modal';
import { renderWithTexts } from '../support/render-with-texts';

test('what Jira’s scripts listen to does not hear of Escape in a dialog, and of every other key', () => {
  const heard = jest.fn();
  document.addEventListener('keydown', ({ key }) => void heard(key));
  renderWithTexts(
    <Modal heading="Help" onClose={() => undefined}>
      <input aria-label="Name" />
    </Modal>,
  );
  const field = screen.getByLabelText('Name');
  fireEvent.keyDown(field, { key: 'Escape' });
  fireEvent.keyDown(field, { key: 'a' });
  expect(heard.mock.calls).toEqual([['a']]);
});
