import { act, screen, within } from '@testing-library/react';
import { useState } from 'react';

import type { Entry } from '../../../src/decisions/decisions';
import type { Fix } from '../../../src/model/change';
import type { Finding } from '../../../src/model/finding';
import type { SubjectReport } from '../../../src/report/report';
import { DecideProvider } from '../../../src/ui/decide';
import { DialogsProvider } from '../../../src/ui/dialogs';
import { IntegrationsTable } from '../../../src/ui/integrations/integrations-table';
import { parseHash, type ViewState } from '../../../src/ui/state/view-state';
import { decided, READ_ONLY } from '../../support/decided';
import { NOW } from '../../support/facts';
import { finding } from '../../support/finding';
import { renderWithTexts } from '../../support/render-with-texts';
import { reportOn, subjectReport } from '../../support/subject-report';

const onChange = jest.fn();
const open = jest.fn();

beforeEach(() => {
  onChange.mockReset();
  open.mockReset();
});

function Shown({ subjects, entries }: { readonly subjects: readonly SubjectReport[]; readonly entries: Entry[] }) {
  const [view, setView] = useState(() => parseHash(''));
  const [decisions] = useState(() => decided(entries));
  const change = (changes: Partial<ViewState>) => {
    onChange(changes);
    setView((before) => ({ ...before, ...changes }));
  };
  return (
    <DecideProvider value={decisions}>
      <DialogsProvider value={open}>
        <IntegrationsTable report={reportOn(subjects)} view={view} now={NOW} onChange={change} />
      </DialogsProvider>
    </DecideProvider>
  );
}

const show = (subjects: readonly SubjectReport[], entries: Entry[] = []) =>
  renderWithTexts(<Shown subjects={subjects} entries={entries} />);

const fix: Fix = { set: { requireUserPat: true } };

function subject(id: string, name: string, fails: readonly Partial<Finding>[] = []): SubjectReport {
  const findings = fails.map((fail) => finding({ ...fail, verdict: 'fail', subject: `integration:${id}` }));
  return subjectReport({ id, name, findings });
}

const FEW = [
  subject('1', 'Payments', [
    { check: 'require-user-pat', severity: 'high', fix },
    { check: 'display-name', severity: 'low' },
  ]),
  subject('2', 'Platform', [{ check: 'require-user-pat', severity: 'high' }]),
  subject('3', 'Mobile'),
];

const box = (name: string) => screen.getByRole('checkbox', { name });
const bar = () => screen.findByRole('region', { name: 'Selected integrations' });
const noBar = () => expect(screen.queryByRole('region', { name: 'Selected integrations' })).not.toBeInTheDocument();

test('rows are selected without being opened, and by the keyboard', async () => {
  const { user } = show(FEW);
  noBar();
  await user.click(box('Select Payments'));
  expect(await bar()).toHaveTextContent('1 selected');
  await user.click(box('Select Platform').closest('td')!);
  expect(onChange).not.toHaveBeenCalled();
  box('Select Platform').focus();
  await user.keyboard(' ');
  expect(within(await bar()).getByRole('status')).toHaveTextContent('2 selected');
  await user.click(box('Select Platform'));
  expect(await bar()).toHaveTextContent('1 selected');
});

test('one box selects all that match, on all pages, and tells where it is some of them', async () => {
  const { user } = show(Array.from({ length: 25 }, (_, place) => subject(String(place), `Team ${place}`)));
  await user.click(box('Select all 25 shown'));
  expect(await bar()).toHaveTextContent('25 selected');
  await user.click(box('Select Team 0'));
  expect(box('Select all 25 shown')).toBePartiallyChecked();
  await user.click(box('Select all 25 shown'));
  await user.click(box('Select all 25 shown'));
  noBar();
});

test('the selection survives filters, and is cleared by a link to other rows', async () => {
  const { user } = show(FEW);
  await user.click(box('Select Payments'));
  await user.type(screen.getByRole('searchbox'), 'Mobile');
  expect(screen.queryByRole('checkbox', { name: 'Select Payments' })).not.toBeInTheDocument();
  expect(await bar()).toHaveTextContent('1 selected');
  const arrive = (from: string, to: string) =>
    act(() => {
      const [oldURL, newURL] = [`http://localhost/${from}`, `http://localhost/${to}`];
      window.dispatchEvent(new HashChangeEvent('hashchange', { oldURL, newURL }));
    });
  arrive('#open=integration%3A1&page=2', '#tab=checks');
  expect(await bar()).toHaveTextContent('1 selected');
  arrive('', '#health=at-risk');
  noBar();
});

test('one of the checks that fail on them is fixed where it can be, or accepted', async () => {
  const { user } = show(FEW);
  await user.click(box('Select all 3 shown'));
  const inside = within(await bar());
  const check = inside.getByRole('combobox', { name: 'Check' });
  expect(
    within(check)
      .getAllByRole('option')
      .map(({ textContent }) => textContent),
  ).toEqual(['Require User PAT (2)', 'Display name (1)']);
  await user.click(inside.getByRole('button', { name: 'Fix 1…' }));
  expect(open).toHaveBeenLastCalledWith({ kind: 'fix', check: 'require-user-pat', keys: ['integration:1'] });
  await user.click(inside.getByRole('button', { name: 'Accept 2…' }));
  expect(open).toHaveBeenLastCalledWith({
    kind: 'accept',
    check: 'require-user-pat',
    keys: ['integration:1', 'integration:2'],
  });
  await user.selectOptions(check, 'Display name (1)');
  expect(inside.queryByRole('button', { name: /^Fix/ })).not.toBeInTheDocument();
  await user.click(inside.getByRole('button', { name: 'Accept 1…' }));
  expect(open).toHaveBeenLastCalledWith({ kind: 'accept', check: 'display-name', keys: ['integration:1'] });
});

test('clearing it gives the focus to the table', async () => {
  const { user } = show(FEW);
  await user.click(box('Select Mobile'));
  expect(await bar()).toHaveTextContent('No check fails on them.');
  await user.click(screen.getByRole('button', { name: 'Clear selection' }));
  noBar();
  expect(screen.getByRole('region', { name: 'Integrations' })).toHaveFocus();
});

test('nothing is fixed or accepted in read-only mode', async () => {
  const { user } = show(FEW, [READ_ONLY]);
  await user.click(box('Select Payments'));
  expect(within(await bar()).queryByRole('button', { name: /^(Fix|Accept)/ })).not.toBeInTheDocument();
});
