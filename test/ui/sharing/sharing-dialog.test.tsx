import { screen, waitFor, within } from '@testing-library/react';

import { NO_DECISIONS, withAnswer, withEntries } from '../../../src/decisions/decisions';
import { decisionsFile } from '../../../src/decisions/decisions-file';
import { SHARED_KEY } from '../../../src/decisions/shared-document';
import { NOW } from '../../support/facts';
import { panelServer, renderedPanel, type RenderedPanel } from '../../support/render-panel';

panelServer();

const EPIC = { of: 'issuetype', id: '10000' } as const;
const LOCAL = 'git-integration-checkup decisions /jira';
const mine = withAnswer(NO_DECISIONS, { setting: 'webhooks', value: 'off', at: NOW, by: 'Ada' });
const keep = (decisions: object) => localStorage.setItem(LOCAL, JSON.stringify(decisions));

async function opened(id = 'typical') {
  const panel = await renderedPanel({ id });
  await panel.user.click(screen.getByRole('button', { name: /More/ }));
  await panel.user.click(screen.getByRole('button', { name: 'Share with other admins…' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Share with other admins' }));
  await dialog.findByText(/^Decisions are kept/);
  return { ...panel, dialog };
}

const sharedIn = ({ jira }: RenderedPanel, place: { of: 'issuetype' | 'project'; id: string }) =>
  JSON.stringify(jira.properties.of(place).get(SHARED_KEY) ?? null);

test('says what is written and who can read it, and writes nothing before Share is pressed', async () => {
  keep(mine);
  const panel = await opened();
  const { dialog, user, jira } = panel;
  expect(dialog.getByText('Decisions are kept in this browser only.')).toBeInTheDocument();
  expect(dialog.getByText(/names of the admins/)).toBeInTheDocument();
  const choice = await dialog.findByRole('radio', { name: 'In Jira, at the issue type Epic' });
  expect(choice).toHaveAccessibleDescription(/Nearly every user/);
  const asked: string[] = [];
  jira.properties.onRequest(({ method, key }) => void asked.push(`${method} ${key.replace(SHARED_KEY, 'decisions')}`));
  await user.click(choice);
  expect(asked).toEqual([]);
  await user.click(dialog.getByRole('button', { name: 'Share' }));
  await dialog.findByText(/^Decisions are kept in Jira, at the issue type Epic/);
  expect(asked[0]).toBe('PUT git-integration-checkup.probe');
  expect(sharedIn(panel, EPIC)).toContain('"value":"off"');
  expect(dialog.getByText(/^Decisions are kept in Jira/)).toHaveFocus();
});

test('a project is asked for by its key, which is checked, and what cannot be written is said', async () => {
  const panel = await opened();
  const { dialog, user } = panel;
  await user.click(dialog.getByRole('radio', { name: 'In Jira, at a project' }));
  const field = dialog.getByRole('textbox', { name: 'Key of the project' });
  await user.type(field, '1x');
  await user.click(dialog.getByRole('button', { name: 'Share' }));
  expect(field).toHaveAccessibleDescription(/begins with a letter/);
  await user.clear(field);
  await user.type(field, 'locked');
  await user.click(dialog.getByRole('button', { name: 'Share' }));
  expect(await dialog.findByRole('alert')).toHaveTextContent('You may not edit this.');
  expect(field).toHaveValue('locked');
  expect(dialog.getByText('Decisions are kept in this browser only.')).toBeInTheDocument();
  await user.clear(field);
  await user.type(field, 'ops');
  await user.click(dialog.getByRole('button', { name: 'Share' }));
  await dialog.findByText(/^Decisions are kept in Jira, at the project OPS/);
  expect(sharedIn(panel, { of: 'project', id: 'OPS' })).toContain('"version":1');
});

test('moving empties the old place, and stopping removes what is shared', async () => {
  const panel = await opened('shared');
  const { dialog, user } = panel;
  await dialog.findByText(/at the issue type Epic: all admins/);
  await user.click(dialog.getByRole('radio', { name: 'In Jira, at a project' }));
  await user.type(dialog.getByRole('textbox', { name: 'Key of the project' }), 'OPS');
  await user.click(dialog.getByRole('button', { name: 'Move' }));
  await dialog.findByText(/at the project OPS/);
  await waitFor(() => expect(sharedIn(panel, EPIC)).toBe('null'));
  await user.click(dialog.getByRole('radio', { name: 'In this browser only' }));
  expect(dialog.getByText(/removed from Jira for all admins/)).toBeInTheDocument();
  await user.click(dialog.getByRole('button', { name: 'Stop sharing' }));
  await dialog.findByText('Decisions are kept in this browser only.');
  expect(sharedIn(panel, { of: 'project', id: 'OPS' })).toBe('null');
  expect(localStorage.getItem(LOCAL)).toContain('Grace Admin');
});

test('a conflict shows both values and who decided them, and the chosen one counts', async () => {
  keep(mine);
  const panel = await opened('shared');
  const { dialog, user } = panel;
  await dialog.findByText('You and another admin decided 1 thing differently.');
  expect(dialog.getByRole('heading', { name: 'Webhooks' })).toBeInTheDocument();
  expect(dialog.getByText(/^Grace Admin,/)).toBeInTheDocument();
  expect(dialog.getByText(/^Ada,/)).toBeInTheDocument();
  await user.click(dialog.getByRole('radio', { name: 'In this browser only' }));
  expect(dialog.getByRole('button', { name: 'Stop sharing' })).toBeDisabled();
  await user.click(dialog.getByRole('button', { name: 'Take this You: Webhooks' }));
  await waitFor(() => expect(sharedIn(panel, EPIC)).toContain('"value":"off","at":' + NOW));
  expect(dialog.queryByText(/decided 1 thing differently/)).not.toBeInTheDocument();
});

test('what cannot be read can be replaced by the decisions of this browser, and only on request', async () => {
  keep(mine);
  const panel = await opened();
  const { dialog, user, jira } = panel;
  jira.properties.of(EPIC).set(SHARED_KEY, 'torn');
  await user.click(await dialog.findByRole('radio', { name: 'In Jira, at the issue type Epic' }));
  await user.click(dialog.getByRole('button', { name: 'Share' }));
  await dialog.findByText('What is shared cannot be understood.');
  expect(sharedIn(panel, EPIC)).toBe('"torn"');
  await user.click(dialog.getByRole('button', { name: 'Replace it with the decisions of this browser' }));
  await dialog.findByText(/^Decisions are kept in Jira, at the issue type Epic/);
  expect(sharedIn(panel, EPIC)).toContain('webhooks');
});

test('read-only mode offers no other place', async () => {
  keep(withEntries(mine, [{ kind: 'setting', name: 'read-only', value: true, at: NOW }]));
  const { dialog } = await opened();
  expect(dialog.getByText(/nothing in Jira is changed from here/)).toBeInTheDocument();
  expect(dialog.queryByRole('radio')).not.toBeInTheDocument();
});

describe('a file', () => {
  const file = (text: string) => new File([text], 'decisions.json', { type: 'application/json' });
  const other = withEntries(withAnswer(NO_DECISIONS, { setting: 'webhooks', value: 'on', at: NOW, by: 'Linus' }), [
    { kind: 'setting', name: 'policy.quantile', value: 0.9, at: NOW, by: 'Linus' },
    {
      kind: 'acceptance',
      subject: 'integration:999',
      check: 'ssl-verification',
      judged: 'x',
      severity: 'high',
      reason: 'planned',
      note: '',
      until: NOW + 1,
      at: NOW,
    },
  ]);

  test('shows what it would bring before any of it is taken', async () => {
    keep(mine);
    const { dialog, user } = await opened();
    await user.upload(dialog.getByLabelText('Import decisions…'), file(decisionsFile(other)));
    const review = within(await dialog.findByRole('group', { name: 'What this file would bring' }));
    expect(review.getByText('Rounds that the interval must cover: 90 %', { exact: false })).toBeInTheDocument();
    expect(review.getByText(/1 is left out/)).toBeInTheDocument();
    expect(localStorage.getItem(LOCAL)).not.toContain('Linus');
    await user.click(review.getByRole('checkbox', { name: 'Webhooks: On (here: Off)' }));
    await user.click(review.getByRole('button', { name: 'Take 2 decisions' }));
    expect(await dialog.findByText('The decisions were taken.')).toBeInTheDocument();
    expect(localStorage.getItem(LOCAL)?.match(/Linus/g)).toHaveLength(2);
    expect(localStorage.getItem(LOCAL)).not.toContain('999');
  });

  test('that is another one is not taken', async () => {
    const { dialog, user } = await opened();
    await user.upload(dialog.getByLabelText('Import decisions…'), file('{"a":1}'));
    expect(await dialog.findByText(/This is no file of decisions/)).toBeInTheDocument();
  });
});
