import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';

import type { SubjectReport } from '../../../src/report/report';
import { IntegrationsTable } from '../../../src/ui/integrations/integrations-table';
import { parseHash, type ViewState } from '../../../src/ui/state/view-state';
import { NOW } from '../../support/facts';
import { finding } from '../../support/finding';
import { renderWithTexts } from '../../support/render-with-texts';
import { failsOf, reportOn, subjectReport } from '../../support/subject-report';

const onChange = jest.fn();

beforeEach(() => onChange.mockReset());

/** The table with a view that changes as that of the page does. */
function Shown({ subjects, hash }: { readonly subjects: readonly SubjectReport[]; readonly hash: string }) {
  const [view, setView] = useState(() => parseHash(hash));
  const change = (changes: Partial<ViewState>) => {
    onChange(changes);
    setView((before) => ({ ...before, ...changes }));
  };
  const report = reportOn(subjects, [finding({ check: 'webhooks', scope: 'instance', verdict: 'to-confirm' })]);
  return (
    <>
      <IntegrationsTable report={report} view={view} now={NOW} onChange={change} />
      <button type="button" onClick={() => change({ open: undefined })}>
        Close
      </button>
    </>
  );
}

function show(subjects: readonly SubjectReport[], hash = '') {
  return renderWithTexts(<Shown subjects={subjects} hash={hash} />);
}

const many = (count: number) =>
  Array.from({ length: count }, (_, place) => subjectReport({ id: String(place + 1), name: `Team ${place + 1}` }));

const FEW = [
  subjectReport({ id: '1', name: 'Payments', findings: failsOf('display-name', 'ssl-verification') }),
  subjectReport({ id: '2', name: 'Platform', findings: failsOf('display-name'), product: 'gitlab' }),
  subjectReport({ id: '3', name: 'Mobile' }),
];

/** The names in their order. */
const names = () => screen.getAllByRole('rowheader').map((header) => within(header).getByRole('button').textContent);
const row = (name: string) => screen.getByRole('row', { name: new RegExp(name) });
const head = (name: string) => screen.getByRole('columnheader', { name });

describe('a row', () => {
  test('opens wherever it is clicked', async () => {
    const { user } = show(FEW);
    await user.click(within(row('Platform')).getAllByRole('cell')[2]!);
    expect(onChange).toHaveBeenLastCalledWith({ open: 'integration:2' });
  });

  test('opens by the keyboard, at its name', async () => {
    const { user } = show(FEW);
    screen.getByRole('button', { name: 'Platform' }).focus();
    await user.keyboard('{Enter}');
    expect(onChange.mock.calls).toEqual([[{ open: 'integration:2' }]]);
  });

  test('does not open while its text is selected, but at its name', () => {
    show(FEW);
    jest.spyOn(window, 'getSelection').mockReturnValue({ isCollapsed: false } as Selection);
    fireEvent.click(within(row('Platform')).getAllByRole('cell')[2]!);
    expect(onChange).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Platform' }));
    expect(onChange).toHaveBeenLastCalledWith({ open: 'integration:2' });
    jest.restoreAllMocks();
  });

  test('has the focus again when its checklist closes; its page is shown meanwhile', async () => {
    const { user } = show(many(45), '#open=integration%3A30');
    expect(onChange).toHaveBeenLastCalledWith({ page: 2 });
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.getByRole('button', { name: 'Team 30' })).toHaveFocus();
  });

  test('a checklist that another tab opens turns no page', () => {
    show(many(45), '#tab=checks&open=integration%3A30');
    expect(onChange).not.toHaveBeenCalled();
  });
});

test('the first press on a column shows the worst first, the next one turns it', async () => {
  const { user } = show(FEW, '#page=3');
  expect(head('Health')).toHaveAttribute('aria-sort', 'ascending');
  await user.click(screen.getByRole('button', { name: 'To fix' }));
  expect(onChange).toHaveBeenLastCalledWith({ sort: 'to-fix', descending: true, page: 1 });
  expect(names()).toEqual(['Payments', 'Platform', 'Mobile']);
  expect(head('To fix')).toHaveAttribute('aria-sort', 'descending');
  expect(head('Health')).not.toHaveAttribute('aria-sort');
  await user.click(screen.getByRole('button', { name: 'To fix' }));
  expect(names()).toEqual(['Mobile', 'Platform', 'Payments']);
  for (const [column, order] of [
    ['Integration', 'ascending'],
    ['Repositories', 'descending'],
    ['Last indexed', 'ascending'],
  ] as const) {
    await user.click(screen.getByRole('button', { name: column }));
    expect(head(column)).toHaveAttribute('aria-sort', order);
  }
});

describe('filters', () => {
  test('by check: those that fail somewhere first, with how many; none of the instance', async () => {
    const { user } = show([...FEW, subjectReport({ id: '4', findings: [finding({ check: 'trust-folder-stat' })] })]);
    const filter = screen.getByRole('combobox', { name: 'Check' });
    expect(
      within(filter)
        .getAllByRole('option')
        .map((option) => option.textContent),
    ).toEqual(['All', 'Display name (2)', 'SSL verification (1)', 'TrustFolderStat']);
    await user.selectOptions(filter, 'SSL verification (1)');
    expect(names()).toEqual(['Payments']);
    expect(onChange).toHaveBeenLastCalledWith({ check: 'ssl-verification', page: 1 });
    await user.selectOptions(filter, 'All');
    expect(names()).toHaveLength(4);
  });

  test('by host: those that are there', async () => {
    const { user } = show(FEW);
    const filter = screen.getByRole('combobox', { name: 'Host' });
    expect(within(filter).getAllByRole('option')).toHaveLength(3);
    await user.selectOptions(filter, 'GitLab');
    expect(names()).toEqual(['Platform']);
    expect(onChange).toHaveBeenLastCalledWith({ host: 'gitlab', page: 1 });
  });

  test('that leave nothing are cleared at once, and the focus goes to the search', async () => {
    const { user } = show(FEW, '#search=nothing&health=healthy&host=gitlab&check=display-name&page=2');
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    expect(screen.getByText('0 of 3 shown')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Clear search and filters' }));
    expect(names()).toEqual(['Payments', 'Platform', 'Mobile']);
    expect(screen.getByRole('searchbox', { name: 'Search by name or host' })).toHaveFocus();
    expect(screen.getByRole('searchbox')).toHaveValue('');
  });

  test('how many are shown is seen at once, and announced when typing rests', () => {
    jest.useFakeTimers();
    show(many(45));
    const status = screen.getByRole('status');
    const search = screen.getByRole('searchbox');
    const rest = (milliseconds: number) => act(() => jest.advanceTimersByTime(milliseconds));
    rest(5_000);
    expect(status).toBeEmptyDOMElement();
    fireEvent.change(search, { target: { value: 'team 4' } });
    rest(400);
    expect(screen.getByText('7 of 45 shown')).toBeVisible();
    fireEvent.change(search, { target: { value: 'team 40' } });
    rest(400);
    expect(status).toBeEmptyDOMElement();
    rest(200);
    expect(status).toHaveTextContent('1 of 45 shown');
    fireEvent.change(search, { target: { value: '' } });
    rest(600);
    expect(status).toHaveTextContent('45 of 45 shown, page 1 of 3');
    jest.useRealTimers();
  });
});

describe('pages', () => {
  test('20 rows each; none of a single page', async () => {
    const { user } = show(many(41));
    expect(names()).toHaveLength(20);
    await user.click(screen.getByRole('button', { name: 'Page 3' }));
    expect(names()).toEqual(['Team 41']);
    await user.type(screen.getByRole('searchbox'), 'team 1');
    expect(screen.queryByRole('navigation')).not.toBeInTheDocument();
    expect(names()).toHaveLength(11);
  });

  test('one that is not there any more is the last one', () => {
    show(many(41), '#page=9');
    expect(names()).toEqual(['Team 41']);
  });

  test('on paper all rows that match', async () => {
    show(many(45), '#search=team+4');
    show(many(45), '#page=2');
    act(() => void window.dispatchEvent(new Event('beforeprint')));
    expect(names()).toHaveLength(7 + 45);
    act(() => void window.dispatchEvent(new Event('afterprint')));
    await waitFor(() => expect(names()).toHaveLength(7 + 20));
  });
});
