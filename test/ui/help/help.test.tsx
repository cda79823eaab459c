import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { screen, within } from '@testing-library/react';

import { panelServer, renderedPanel } from '../../support/render-panel';
import { filesBelow, ROOT } from '../../support/source-files';
import { messages } from '../../support/texts';

panelServer();

async function openedHelp() {
  const { user } = await renderedPanel({ id: 'typical' });
  await user.click(screen.getByRole('button', { name: 'More' }));
  await user.click(screen.getByRole('button', { name: 'Help and legend' }));
  const dialog = await screen.findByRole('dialog', { name: 'Help and legend' });
  await within(dialog).findByText('At risk');
  return { user, dialog };
}

test('explains the words of the page, says what is read, sent and kept, and the version', async () => {
  const { dialog } = await openedHelp();
  const headings = within(dialog)
    .getAllByRole('heading', { level: 3 })
    .map(({ textContent }) => textContent);
  expect(headings).toEqual([
    'Health of an integration',
    'What a check says',
    'How much a Fail weighs',
    'What the tab Reindex interval says',
    'What this page reads',
    'What it keeps',
  ]);
  expect(within(dialog).getByText('Partly checked')).toBeVisible();
  expect(dialog).toHaveTextContent('sends nothing anywhere else');
  expect(dialog).toHaveTextContent('Git Integration Checkup 1.0.0');
});

test('its X closes it', async () => {
  const { user, dialog } = await openedHelp();
  await user.click(within(dialog).getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});

test('the words are those that the page uses', () => {
  for (const family of ['verdict', 'severity']) {
    const named = Object.keys(messages).filter((key) => key.startsWith(`help.${family}.`) && key.endsWith('.name'));
    expect(named.length).toBeGreaterThan(3);
    for (const key of named) expect(messages[key]).toBe(messages[key.replace(/^help\.(.*)\.name$/, '$1')]);
  }
});

test('each address that is asked is named', () => {
  const sources = filesBelow('src/sources', /\.ts$/)
    .map(({ text }) => text)
    .join('\n');
  const asked = [...sources.matchAll(/'(\/(?:rest|secure)\/[^']+)'/g)].map(([, path]) => path);
  const help = readFileSync(join(ROOT, 'src/ui/help/help.tsx'), 'utf8');
  expect(asked.length).toBeGreaterThan(5);
  expect(asked.filter((path) => !help.includes(`'${path}'`))).toEqual([]);
});
