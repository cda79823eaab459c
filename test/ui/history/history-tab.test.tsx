import { act, screen, within } from '@testing-library/react';

import { NO_DECISIONS, withEntries, type ChangeEntry, type Entry } from '../../../src/decisions/decisions';
import type { FieldChange } from '../../../src/model/change';
import { NO_SNAPSHOTS, type News, type Snapshots } from '../../../src/snapshots/snapshot';
import { createStore } from '../../../src/steps/store';
import { DecideProvider } from '../../../src/ui/decide';
import { DialogsProvider } from '../../../src/ui/dialogs';
import { HistoryTab } from '../../../src/ui/history/history-tab';
import { createDecisions } from '../../../src/ui/state/decisions';
import type { SnapshotsState } from '../../../src/ui/state/snapshots';
import { DAY, gathered, HOUR, integration, NOW } from '../../support/facts';
import { judgedOn } from '../../support/judged';
import { panelServer, renderedPanel } from '../../support/render-panel';
import { renderWithTexts } from '../../support/render-with-texts';

panelServer();

const PAT: FieldChange = { field: 'requireUserPat', before: false, after: true };
const change = (changes: Partial<ChangeEntry> = {}): ChangeEntry => ({
  kind: 'change',
  id: 'one',
  integration: '1',
  batch: 'first',
  check: 'require-user-pat',
  at: NOW - HOUR,
  by: 'Ada Admin',
  fields: [PAT],
  ...changes,
});

function found(...checks: [number, readonly News[]][]): Snapshots['snapshots'] {
  return checks.map(([at, news]) => ({ at: NOW + at, healths: { healthy: 1 }, news, more: 0 }));
}

const fixed = (check: string, id = '1'): News => ({ kind: 'fixed', subject: `integration:${id}`, check });

interface Given {
  readonly entries?: readonly Entry[];
  readonly snapshots?: Partial<Snapshots>;
  readonly state?: Partial<SnapshotsState>;
}

/** The tab of a Jira whose integrations 1 to 3 are called A to C. */
function renderTab({ entries = [], snapshots = {}, state = {} }: Given) {
  const integrations = ['A', 'B', 'C'].map((displayName, place) => integration({ id: String(place + 1), displayName }));
  const judged = judgedOn(gathered({ integrations }));
  const store = createStore<SnapshotsState>({
    snapshots: { ...NO_SNAPSHOTS, ...snapshots },
    trouble: undefined,
    isPartial: false,
    ...state,
  });
  const kept = { ...store, start: () => () => undefined, add: jest.fn(), takeBack: jest.fn() };
  localStorage.setItem('git-integration-checkup decisions ', JSON.stringify(withEntries(NO_DECISIONS, entries)));
  const openDialog = jest.fn();
  const { user } = renderWithTexts(
    <DecideProvider value={createDecisions({ base: '', now: () => NOW, about: () => ({}) })}>
      <DialogsProvider value={openDialog}>
        <HistoryTab judged={judged} snapshots={kept} advisor={{ state: 'loading' }} />
      </DialogsProvider>
    </DecideProvider>,
  );
  return { user, openDialog };
}

const happened = () => within(screen.getByRole('region', { name: 'What changed' }));
/** The text of each entry of the list. */
const events = () => {
  const [list] = happened().getAllByRole('list');
  return [...list!.children].map(({ textContent }) => textContent ?? '');
};

test('before anything changed one sentence says what will stand here', () => {
  renderTab({ snapshots: { snapshots: found([0, []]) } });
  expect(screen.getByText(/^Nothing changed yet: /)).toBeVisible();
  expect(screen.queryByRole('combobox')).not.toBeInTheDocument();
  expect(screen.queryByRole('heading', { name: /^Since/ })).not.toBeInTheDocument();
  expect(screen.getByText(/^Decisions are kept in this browser\./)).toBeVisible();
});

test('everything that happened, the newest first, with who did it', () => {
  renderTab({
    entries: [change({ at: NOW - 2 * HOUR }), { kind: 'answer', setting: 'webhooks', value: 'on', at: NOW - 3 * HOUR }],
    snapshots: { snapshots: found([-HOUR, [fixed('ssl-verification'), fixed('display-name')]], [-4 * HOUR, []]) },
  });
  const [first, second, third, ...more] = events();
  expect(first).toMatch(/^2 fixed: A – SSL verification and A – Display nameCheck, /);
  expect(second).toMatch(/^Changed: ARequire User PAT: Enabled, before: DisabledUndo… AAda Admin, /);
  expect(third).toMatch(/^Answered: Webhooks: OnAn admin whose name Jira did not tell, /);
  expect(more).toEqual([]);
});

test('an acceptance says why and until when', () => {
  const accepted = { subject: 'integration:2', check: 'ssl-verification', judged: 'x', severity: 'high' } as const;
  const until = { reason: 'planned', note: 'After the move.', at: NOW, until: NOW + 30 * DAY, by: 'Bea' } as const;
  renderTab({ entries: [{ kind: 'acceptance', ...accepted, ...until }] });
  expect(events()).toEqual([
    expect.stringMatching(/^Accepted: B – SSL verificationPlanned, until Apr .*After the move\.Bea, /),
  ]);
});

test.each([
  ['limit.repositories', 500, 'Repositories of an integration: 500 repositories'],
  ['policy.quantile', 0.9, 'Rounds that the interval must cover: 90 %'],
  ['check.display-name.off', true, 'Display name: switched off: On'],
  ['check.display-name.severity', 'high', 'Display name: severity: High'],
  ['name-pattern', '^[A-Z]', 'Naming rule: ^[A-Z]'],
  ['read-only', false, 'Read-only: Off'],
  ['badges', 'off', 'Badges on pages of Git Integration for Jira: Not shown'],
] as const)('the setting %s is told as its form shows it', (name, value, text) => {
  renderTab({ entries: [{ kind: 'setting', name, value, at: NOW, by: 'Bea' }] });
  expect(events()).toEqual([expect.stringMatching(/^Set: /)]);
  expect(screen.getByText(`Set: ${text}`)).toBeVisible();
});

test('what is shown is chosen by kind, and counted', async () => {
  const { user } = renderTab({
    entries: [change()],
    snapshots: { snapshots: found([-2 * HOUR, [fixed('ssl-verification')]]) },
  });
  expect(happened().getByRole('status')).toHaveTextContent('2 entries');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Show' }), 'What checks found');
  expect(events()).toEqual([expect.stringMatching(/^1 fixed/)]);
  await user.selectOptions(screen.getByRole('combobox'), 'Answers');
  expect(happened().getByRole('status')).toHaveTextContent('There is none of these.');
});

test('thirty entries are drawn, and more on request', async () => {
  const many = Array.from({ length: 65 }, (_, place): [number, News[]] => [-place * HOUR, [fixed('ssl-verification')]]);
  const { user } = renderTab({ snapshots: { snapshots: found(...many) } });
  expect(events()).toHaveLength(30);
  await user.click(screen.getByRole('button', { name: 'Show 30 more' }));
  await user.click(screen.getByRole('button', { name: 'Show 5 more' }));
  expect(events()).toHaveLength(65);
  expect(screen.queryByRole('button', { name: /more/ })).not.toBeInTheDocument();
});

describe('news', () => {
  test('a line for each kind, at risk first; gone integrations keep their names', () => {
    const news: News[] = [
      { kind: 'at-risk', subject: 'integration:2' },
      { kind: 'found', subject: 'instance', check: 'webhooks' },
      { kind: 'gone', subject: 'integration:98' },
      { kind: 'gone', subject: 'integration:99' },
    ];
    renderTab({ snapshots: { snapshots: found([0, news]), names: { 'integration:98': 'Old Gerrit' } } });
    const lines = happened().getAllByRole('listitem');
    expect(lines.slice(1).map(({ textContent }) => textContent)).toEqual([
      '1 newly at risk: B',
      '1 new to fix: All integrations – Webhooks',
      '2 integrations are gone: Old Gerrit and Integration 99 (no display name)',
    ]);
  });

  test('ten are named, the rest is counted, and so is what is not kept', () => {
    const news = Array.from({ length: 12 }, () => fixed('ssl-verification'));
    const [snapshot] = found([0, news]);
    renderTab({ snapshots: { snapshots: [{ ...snapshot!, more: 3 }] } });
    expect(happened().getByText(/^12 fixed: .*, and 2 more$/)).toBeVisible();
    expect(happened().getByText('and 3 more changes that are not kept')).toBeVisible();
  });
});

describe('since the last visit', () => {
  test('what checks found since then, and how many decisions there are', () => {
    renderTab({
      entries: [change({ at: NOW - HOUR }), change({ id: 'two', batch: 'second', at: NOW - 5 * DAY })],
      snapshots: {
        visitedAt: NOW - 2 * DAY,
        snapshots: found([-3 * DAY, [fixed('display-name')]], [-HOUR, [fixed('ssl-verification')]]),
      },
    });
    const since = within(screen.getByRole('region', { name: /^Since your last visit, / }));
    expect(since.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      '1 fixed: A – SSL verification',
    ]);
    expect(since.getByText('Admins made 1 decision, which stands below.')).toBeVisible();
  });

  test('where nothing is new, that is said', () => {
    renderTab({ snapshots: { visitedAt: NOW - DAY, snapshots: found([-HOUR, []]) } });
    expect(screen.getByText('No check found anything new.')).toBeVisible();
    expect(screen.queryByText(/decision, which/)).not.toBeInTheDocument();
  });
});

describe('undo', () => {
  test('of one change', async () => {
    const { user, openDialog } = renderTab({ entries: [change()] });
    await user.click(screen.getByRole('button', { name: 'Undo… A' }));
    expect(openDialog).toHaveBeenCalledWith({ kind: 'undo', changes: ['one'] });
  });

  test('of those of a run that can be undone', async () => {
    const run = ['1', '2', '3'].map((id) => change({ id: `change ${id}`, integration: id }));
    const undo = change({ id: 'undo', integration: '3', batch: 'later', undoes: 'change 3', fields: [PAT] });
    const { user, openDialog } = renderTab({ entries: [...run, undo] });
    await user.click(screen.getByRole('button', { name: /^Undo all 2… Changed: 3 integrations – / }));
    expect(openDialog).toHaveBeenCalledWith({ kind: 'undo', changes: ['change 1', 'change 2'] });
    await user.click(screen.getByText(/^Changed: 3 integrations/, { selector: 'summary' }));
    await user.click(screen.getByRole('button', { name: 'Undo… B' }));
    expect(openDialog).toHaveBeenLastCalledWith({ kind: 'undo', changes: ['change 2'] });
    expect(screen.getByText('Undone.')).toBeVisible();
    expect(events().some((text) => text.startsWith('Undone: C'))).toBe(true);
  });

  test('on paper each change of a run stands open', () => {
    renderTab({ entries: [change(), change({ id: 'two', integration: '2' })] });
    const run = () => screen.getByText(/^Changed: 2 integrations/, { selector: 'summary' }).closest('details');
    act(() => void window.dispatchEvent(new Event('beforeprint')));
    expect(run()).toHaveAttribute('open');
    act(() => void window.dispatchEvent(new Event('afterprint')));
    expect(run()).not.toHaveAttribute('open');
  });

  test('not where it was undone, where the setting changed since, or where the integration is gone', () => {
    renderTab({
      entries: [
        change({ id: 'moved', fields: [{ ...PAT, before: true, after: false }] }),
        change({ id: 'gone', integration: '99', batch: 'second' }),
      ],
    });
    expect(screen.getByText('Changed again since then.')).toBeVisible();
    expect(screen.getByText('This integration is gone.')).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Undo/ })).not.toBeInTheDocument();
  });

  test('not where the app is to change nothing', () => {
    renderTab({ entries: [change(), { kind: 'setting', name: 'read-only', value: true, at: NOW }] });
    expect(screen.getByText('Changed: A')).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Undo/ })).not.toBeInTheDocument();
  });
});

test.each([
  ['newer', /^A newer version of this app wrote/],
  ['unreadable', /cannot be read\. It begins anew\.$/],
  ['unwritten', /its storage is full or forbidden/],
] as const)('what checks found is %s: that is said', (trouble, said) => {
  renderTab({ state: { trouble } });
  expect(screen.getByText(said)).toBeVisible();
});

test('of a check that could not read everything nobody can say what is new', () => {
  renderTab({ state: { isPartial: true } });
  expect(screen.getByText(/^This check could not read everything/)).toBeVisible();
});

test('in the panel: what the check found new stands in the tab, against what this browser kept', async () => {
  const KEY = 'git-integration-checkup snapshots /jira';
  const kept: Snapshots = {
    version: 1,
    last: { at: Date.now() - 3 * DAY, subjects: {}, instance: { fails: [], accepted: [] } },
    snapshots: [{ at: Date.now() - 3 * DAY, healths: { healthy: 2 }, news: [], more: 0 }],
    names: {},
  };
  localStorage.setItem(KEY, JSON.stringify(kept));
  window.history.replaceState(null, '', '#tab=history');
  await renderedPanel({ id: 'typical' });
  const since = within(await screen.findByRole('region', { name: /^Since your last visit, / }));
  expect(since.getByText(/^2 newly at risk: /)).toBeVisible();
  expect(since.getByText(/^8 new integrations: /)).toBeVisible();
  expect(screen.getByRole('slider', { name: 'Walk through the checks' })).toBeVisible();
  expect(JSON.parse(localStorage.getItem(KEY) ?? '')).toMatchObject({ snapshots: [{}, { more: 0 }] });
});
