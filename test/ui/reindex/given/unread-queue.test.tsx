import { screen } from '@testing-library/react';

import { noteUnreadQueue } from '../../../../src/evidence/unread-queue';
import { UnreadQueue } from '../../../../src/ui/reindex/given/unread-queue';
import { panelServer, renderPanel } from '../../../support/render-panel';
import { renderWithTexts } from '../../../support/render-with-texts';

panelServer();

const DAY = 86_400_000;
const SAID = /^The Indexing queue page was shown in a language that this app cannot read/;

test('a page of the queue in another language is told of for a day, with what to do', async () => {
  noteUnreadQueue('/jira', Date.now() - DAY / 2);
  window.history.replaceState(null, '', '#tab=reindex');
  renderPanel({ id: 'typical' });
  expect(await screen.findByText(SAID, {}, { timeout: 10_000 })).toHaveTextContent(
    'Set your language in Jira to English and open it again, or import a file.',
  );
});

test('where none was seen, or long ago, nothing is said', () => {
  noteUnreadQueue('', Date.now() - DAY);
  renderWithTexts(<UnreadQueue />);
  expect(screen.queryByText(SAID)).not.toBeInTheDocument();
});
