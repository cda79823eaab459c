import { screen, waitFor, within } from '@testing-library/react';

import { scenarioById, type Scenario } from '../../src/demo/scenarios';
import { keptHistory } from '../support/kept-history';
import { panelServer, renderPanel } from '../support/render-panel';

panelServer();

/** A name that reads from right to left, ends in what has no direction, and turns what comes after it. */
const HEBREW = 'צוות תשלומים (2)';
const NAME = `${HEBREW}\u202e`;

const instance: Scenario['instance'] = (clock) => {
  const { integrations, repositories } = scenarioById('typical').instance(clock);
  return {
    integrations: integrations.map((row) => ({ ...row, displayName: `${NAME}${row.id}` })),
    repositories: repositories.map((row) => ({ ...row, displayName: `${NAME}${row.id}`, group: NAME })),
  };
};

/** A name inside of a sentence has marks around it; one that stands alone has an element that keeps its direction. */
const ISOLATED = /\u2068[^\u2068\u2069]*\u2069/g;

/** Texts and labels that hold the name in the direction of what is around it. */
function loose(): string[] {
  const found: string[] = [];
  for (const element of document.body.querySelectorAll('*')) {
    const texts = [...element.childNodes].flatMap((node) =>
      node.nodeType === Node.TEXT_NODE ? [node.nodeValue ?? ''] : [],
    );
    const isOwn = element.closest('bdi, [dir=auto], option, textarea') !== null;
    const labels = ['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name) ?? '');
    // A label is its own paragraph: only a sentence around the name has a direction to lose.
    const sentences = labels.filter((label) => !label.startsWith(NAME));
    for (const text of [...(isOwn ? [] : texts), ...sentences])
      if (text.replaceAll(ISOLATED, '').includes(HEBREW)) found.push(`${element.tagName.toLowerCase()}: ${text}`);
  }
  return found;
}

const named = () => document.body.innerHTML.split(HEBREW).length;

test('in the table, the notices and a checklist', async () => {
  const { user } = renderPanel({ id: 'typical', instance });
  await screen.findByText(/2 are at risk/);
  for (const details of document.querySelectorAll('details')) details.open = true;
  expect(named()).toBeGreaterThan(8);
  expect(loose()).toEqual([]);
  await user.click(document.querySelector<HTMLElement>('[id^=gic-open]')!);
  const dialog = await screen.findByRole('dialog');
  await within(dialog).findAllByRole('heading', { level: 3 });
  for (const details of document.querySelectorAll('details')) details.open = true;
  expect(loose()).toEqual([]);
  await user.click(within(dialog).getAllByRole('button', { name: /^Accept…/ })[0]!);
  await waitFor(() => expect(screen.getAllByRole('dialog')).toHaveLength(2));
  await screen.findByRole('button', { name: /^Accept 1/ });
  expect(loose()).toEqual([]);
});

test('among checks, in the preview of a fix, and in history', async () => {
  for (const [key, text] of Object.entries(keptHistory(Date.now()))) localStorage.setItem(key, text);
  const { user } = renderPanel({ id: 'typical', instance });
  await screen.findByText(/2 are at risk/);
  await user.click(screen.getByRole('tab', { name: /^Checks/ }));
  for (const row of await screen.findAllByRole('button', { expanded: false })) await user.click(row);
  expect(named()).toBeGreaterThan(8);
  expect(loose()).toEqual([]);
  await user.click(screen.getByRole('tab', { name: /^History/ }));
  await screen.findByRole('heading', { name: 'Health over time' });
  for (const details of document.querySelectorAll('details')) details.open = true;
  expect(loose()).toEqual([]);
  await user.click(screen.getAllByRole('button', { name: /^Fix 2…/ })[0]!);
  await within(await screen.findByRole('dialog')).findByText(/^Read just now/);
  expect(loose()).toEqual([]);
});
