import { fireEvent, screen, within } from '@testing-library/react';

import { entriesOf } from '../../../src/decisions/decisions';
import { parseDecisions } from '../../../src/decisions/kept-decisions';
import { dayAfter } from '../../../src/ui/accept/until';
import { panelServer, renderedPanel } from '../../support/render-panel';

panelServer();

const DAY = 86_400_000;

function accepted() {
  const read = parseDecisions(localStorage.getItem('git-integration-checkup decisions /jira'));
  return read.kind === 'read' ? entriesOf(read.decisions, 'acceptance') : [];
}

/** The dialog that was opened last. */
function inDialog() {
  const element = [...document.getElementsByTagName('dialog')].at(-1);
  if (!element) throw new Error('no dialog is open');
  return within(element);
}

async function opened(hash: string, button: RegExp) {
  window.history.replaceState(null, '', hash);
  const { user } = await renderedPanel({ id: 'typical' });
  const [open] = await screen.findAllByText(button, {}, { timeout: 5_000 });
  if (!open) throw new Error('nothing to accept');
  await user.click(open);
  await inDialog().findByLabelText('Why it is meant to be so');
  const press = (name: string) => user.click(inDialog().getByRole('button', { name }));
  return { user, press };
}

const openedForOne = () => opened('#open=integration%3A1', /^Accept…/);
const openedForSeveral = () => opened('#tab=checks&check=require-user-pat', /^Accept on 2 integrations/);

test('one finding is accepted with a reason, a note and a day, and it is said', async () => {
  const { user, press } = await openedForOne();
  expect(inDialog().getByText('What you accept').closest('fieldset')).toHaveTextContent('https://github.com/*');
  expect(inDialog().queryByRole('checkbox')).not.toBeInTheDocument();
  await user.selectOptions(inDialog().getByLabelText('Why it is meant to be so'), 'Risk accepted');
  await user.type(inDialog().getByLabelText('Note'), ' until the proxy is there ');
  expect(inDialog().getByLabelText('Note')).toHaveAccessibleDescription(/^24 of 500 characters\. .*others may read it/);
  await press('90 days');
  expect(inDialog().getByLabelText('Until')).toHaveValue(dayAfter(Date.now(), 90));
  await press('Accept 1 finding');
  const [entry] = accepted();
  expect(entry).toMatchObject({ reason: 'risk-accepted', note: 'until the proxy is there', by: 'Ada Admin' });
  expect(entry?.subject).toBe('integration:1');
  expect(((entry?.until ?? 0) - Date.now()) / DAY).toBeGreaterThan(89);
  expect(screen.getByText(/^1 finding is accepted until /)).toHaveAttribute('role', 'status');
  expect(inDialog().queryByLabelText('Note')).not.toBeInTheDocument();
});

test('of several each is listed with what was read, and can be left out; without a choice it is half a year', async () => {
  const { user, press } = await openedForSeveral();
  const boxes = inDialog().getAllByRole('checkbox');
  expect(boxes).toHaveLength(2);
  for (const box of boxes) {
    expect(box).toBeChecked();
    expect(box).toHaveAccessibleDescription(/Require User PAT: (Enabled|Disabled)/);
  }
  expect(inDialog().getByRole('button', { name: '180 days' })).toHaveAttribute('aria-pressed', 'true');
  await user.selectOptions(inDialog().getByLabelText('Why it is meant to be so'), 'Planned');
  await user.click(inDialog().getByRole('checkbox', { name: 'GitLab: payments' }));
  await press('Accept 1 finding');
  expect(accepted().map(({ subject, check }) => [subject, check])).toEqual([['integration:1', 'require-user-pat']]);
  expect(Math.round(((accepted()[0]?.until ?? 0) - Date.now()) / DAY)).toBeGreaterThanOrEqual(180);
});

test('what is in the way is told at its field, and nothing typed is lost', async () => {
  const { user, press } = await openedForSeveral();
  const [note, until] = [inDialog().getByLabelText('Note'), inDialog().getByLabelText('Until')];
  for (const box of inDialog().getAllByRole('checkbox')) await user.click(box);
  await user.click(note);
  await user.paste('x'.repeat(501));
  fireEvent.change(until, { target: { value: '2001-02-03' } });
  await press('Accept 0 findings');
  expect(inDialog().getByText('Choose at least one.')).toBeVisible();
  expect(inDialog().getAllByRole('checkbox')[0]).toHaveFocus();
  expect(inDialog().getByLabelText('Why it is meant to be so')).toHaveAccessibleDescription('Choose a reason.');
  expect(note).toHaveAccessibleDescription('The note has 501 characters; 500 are kept. Make it shorter.');
  expect(note).toHaveValue('x'.repeat(501));
  expect(until).toHaveAccessibleDescription('This day is over. Choose a later one.');
  expect(accepted()).toEqual([]);
  await user.selectOptions(inDialog().getByLabelText('Why it is meant to be so'), 'Planned');
  expect(inDialog().getByLabelText('Why it is meant to be so')).toBeValid();
});

test('leaving asks where something was typed', async () => {
  const { user, press } = await openedForOne();
  await user.type(inDialog().getByLabelText('Note'), 'the proxy');
  await press('Cancel');
  expect(inDialog().getByRole('alert')).toHaveTextContent('What you typed is not kept yet.');
  await press('Leave without saving');
  expect(inDialog().queryByLabelText('Note')).not.toBeInTheDocument();
  expect(accepted()).toEqual([]);
});
