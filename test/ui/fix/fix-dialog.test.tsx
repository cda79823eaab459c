import { act, screen, waitFor, within } from '@testing-library/react';

import type { Scenario } from '../../../src/demo/scenarios';
import type { Write, WriteTrouble } from '../../../src/demo/writes';
import { READ_ONLY } from '../../support/decided';
import { panelServer, renderedPanel } from '../../support/render-panel';

panelServer();
beforeEach(() => localStorage.clear());

const dialog = () => screen.findByRole('dialog', { name: /^(Fix: .*|Undo)$/ });
const button = async (name: string | RegExp) => within(await dialog()).findByRole('button', { name });

interface Kept {
  readonly entries: Record<string, { kind: string; integration: string; check?: string; undoes?: string }>;
}

const changes = () => {
  const kept = localStorage.getItem('git-integration-checkup decisions /jira') ?? '{"entries":{}}';
  return Object.values((JSON.parse(kept) as Kept).entries).filter(({ kind }) => kind === 'change');
};

/** The preview of the notice about the shared account, with the PUTs that are sent from it. */
async function opened(
  scenario: Partial<Scenario> & { id: string } = { id: 'stubborn', writes: () => () => undefined },
) {
  const panel = await renderedPanel(scenario);
  const writes: Write[] = [];
  await panel.user.click(screen.getByRole('button', { name: /^Fix \d…\s?: Branches and pull/ }));
  const inside = within(await dialog());
  await inside.findByText(/^Read just now/);
  return { ...panel, inside, writes };
}

type Ends = Readonly<Record<string, WriteTrouble>>;

/** Records each PUT, and lets it end as it is said for its integration. */
function watch({ jira, writes }: Awaited<ReturnType<typeof opened>>, ends: Ends = {}) {
  jira.onWrite((write) => {
    writes.push(write);
    return ends[write.id];
  });
}

const outcomes = async () =>
  within(await dialog())
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);

async function applied(shown: Awaited<ReturnType<typeof opened>>) {
  const { inside, user } = shown;
  const number = inside.queryByRole('textbox', { name: /^Type \d to change/ });
  if (number) await user.type(number, /\d/.exec(number.closest('.gic-field')!.textContent)![0]);
  await user.click(inside.getByRole('button', { name: /^Apply to/ }));
  await inside.findByRole('heading', { name: /^Done: / });
}

describe('the preview', () => {
  test('shows each setting now and after, what users notice, and sends nothing before it is confirmed', async () => {
    const shown = await opened({ id: 'typical' });
    watch(shown);
    const { inside, user, writes } = shown;
    expect(screen.getByRole('dialog')).toHaveAccessibleName('Fix: Require User PAT');
    expect(inside.getByText(/^Each user is asked once/)).toBeVisible();
    expect(inside.getAllByRole('row').map(({ textContent }) => textContent)).toEqual([
      'IntegrationSettingNowAfter',
      'GitLab: paymentsRepository BrowserDisabledEnabled',
      'https://github.com/*Require User PATDisabledEnabled',
    ]);
    await user.click(inside.getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(writes).toEqual([]);
  });

  test('is read again just before: what is right by now is not offered', async () => {
    const { user, jira } = await renderedPanel({ id: 'typical' });
    await fetchPut('1', { requireUserPat: true, disabled: false });
    jira.onWrite(() => undefined);
    await user.click(screen.getByRole('button', { name: /^Fix 2…/ }));
    const inside = within(await dialog());
    await inside.findByText('Read just now: 2 of 2');
    expect(inside.getByRole('row', { name: /github/ })).toHaveTextContent('It is right already.');
    expect(inside.queryByRole('checkbox', { name: /github/ })).not.toBeInTheDocument();
    expect(inside.getByRole('button', { name: 'Apply to 1 integration' })).toBeVisible();
    await user.click(inside.getByRole('button', { name: 'Cancel' }));
    expect(screen.getByRole('row', { name: /github\.com/ })).not.toHaveTextContent('Require User PAT');
  });

  test('what cannot be read is not offered, and is read again on request', async () => {
    const { user, jira } = await renderedPanel({ id: 'typical' });
    jira.setLoggedIn(false);
    await user.click(screen.getByRole('button', { name: /^Fix 2…/ }));
    const inside = within(await dialog());
    expect(await inside.findByRole('heading', { name: '2 integrations could not be read' })).toBeVisible();
    expect(inside.queryByRole('button', { name: /^Apply/ })).not.toBeInTheDocument();
    expect(inside.getByRole('link', { name: /^Log in/ })).toBeVisible();
    jira.setLoggedIn(true);
    await user.click(inside.getByRole('button', { name: 'Try again' }));
    expect(await inside.findByRole('button', { name: 'Apply to 2 integrations' })).toBeVisible();
  });

  test('who asks many users for a PAT types the number of integrations', async () => {
    const shown = await opened();
    watch(shown);
    const { inside, user, writes } = shown;
    const apply = inside.getByRole('button', { name: 'Apply to 5 integrations' });
    await user.click(apply);
    const number = inside.getByRole('textbox', { name: 'Type 5 to change 5 integrations' });
    expect(number).toHaveFocus();
    expect(number).toHaveAccessibleDescription('Type the number 5.');
    await user.click(inside.getByRole('checkbox', { name: /audit/ }));
    expect(writes).toEqual([]);
    await user.type(inside.getByRole('textbox', { name: 'Type 4 to change 4 integrations' }), '4{Enter}');
    await inside.findByRole('heading', { name: 'Done: 4 applied' });
    expect(writes.map(({ body }) => body)).toEqual(Array(4).fill({ requireUserPat: true, disabled: false }));
  });

  test('nothing chosen is said', async () => {
    const { inside, user } = await opened({ id: 'typical' });
    for (const box of inside.getAllByRole('checkbox')) await user.click(box);
    await user.click(inside.getByRole('button', { name: /^Apply to 0/ }));
    expect(inside.getByRole('alert')).toHaveTextContent('Choose at least one setting to change.');
  });
});

async function fetchPut(id: string, body: object): Promise<void> {
  await fetch(`http://localhost/jira/rest/gitplugin/1.0/integration/${id}`, {
    method: 'PUT',
    headers: { 'X-Atlassian-Token': 'no-check', 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}

describe('what comes of it', () => {
  test('all applied: the page has what was read back, the changes are kept, and the batch can be undone', async () => {
    const shown = await opened({ id: 'typical' });
    watch(shown);
    const { inside, user, writes } = shown;
    await applied(shown);
    expect(inside.getByRole('heading', { name: 'Done: 2 applied' })).toHaveFocus();
    expect(writes.map(({ id, body }) => [id, body])).toEqual([
      ['3', { gitViewerEnabled: true, disabled: false }],
      ['1', { requireUserPat: true, disabled: false }],
    ]);
    expect(changes().map(({ integration, check }) => [integration, check])).toEqual([
      ['3', 'require-user-pat'],
      ['1', 'require-user-pat'],
    ]);
    await waitFor(() => expect(screen.queryByText(/shared account on/)).not.toBeInTheDocument());

    await user.click(inside.getByRole('button', { name: 'Undo 2 changes…' }));
    expect(await screen.findByRole('dialog', { name: 'Undo' })).toBeVisible();
    const undo = within(await dialog());
    await undo.findByText(/^Read just now/);
    expect(undo.getByRole('row', { name: /payments/ })).toHaveTextContent('Repository BrowserEnabledDisabled');
    await user.click(await button('Apply to 2 integrations'));
    await undo.findByRole('heading', { name: 'Done: 2 applied' });
    expect(changes()).toHaveLength(4);
    expect(changes().filter(({ undoes }) => undoes !== undefined)).toHaveLength(2);
    expect(await screen.findByText(/^Branches .* shared account on 2/, { selector: 'h3' })).toBeInTheDocument();
  });

  test('what is refused, lost, not kept, or moves something else is told apart, and the failed are tried again', async () => {
    const shown = await opened();
    const { inside, user, writes } = shown;
    watch(shown, { '1': 'refused', '2': 'lost-applied', '3': 'not-kept', '4': 'moves', '5': 'empty' });
    await applied(shown);
    const said = await outcomes();
    const of = (team: string) => said.find((text) => text?.includes(`: ${team}`));
    expect(of('billing')).toMatch(/refused.*Nothing was changed.*The integration cannot be changed at the moment. Try/);
    expect(of('search')).toMatch(/applied/);
    expect(of('mobile')).toMatch(/not kept.*Require User PAT is Disabled, not Enabled/);
    expect(of('gateway')).toMatch(/applied.*something else changed as well.*maxMinsToCommitEmail: from 1,440 to 60/);
    expect(of('audit')).toMatch(/applied$/);
    expect(inside.getByRole('button', { name: /^Undo\s?: GitHub Enterprise: gateway/ })).toBeVisible();
    expect(changes()).toHaveLength(3);

    watch(shown);
    writes.length = 0;
    await user.click(inside.getByRole('button', { name: 'Try the failed again' }));
    await inside.findByRole('heading', { name: 'Done: 4 applied and 1 not kept' });
    expect(writes.map(({ id }) => id)).toEqual(['1']);
  });

  test('what would hit the rest stops it, with the way out; the rest is tried on request', async () => {
    const shown = await opened();
    const { inside, user, jira } = shown;
    let puts = 0;
    jira.onWrite(() => (puts++ === 1 ? 'websudo' : undefined));
    await applied(shown);
    expect(inside.getByRole('heading', { name: 'Done: 1 applied, 1 refused, and 3 not tried' })).toBeVisible();
    expect(inside.getByText('Stopped, because the rest would have failed, too:')).toBeVisible();
    expect(inside.getByRole('link', { name: /^Confirm password/ })).toBeVisible();
    await user.click(inside.getByRole('button', { name: 'Try the failed again' }));
    expect(await inside.findByRole('heading', { name: 'Done: 5 applied' })).toBeVisible();
    expect(inside.queryByText(/^Stopped/)).not.toBeInTheDocument();
    expect(changes()).toHaveLength(5);
  });

  test('what somebody changed meanwhile is left alone, and looked at again', async () => {
    const shown = await opened({ id: 'typical' });
    const { inside, user } = shown;
    await fetchPut('1', { smartCommitsEnabled: false, disabled: false });
    await applied(shown);
    expect(inside.getByRole('heading', { name: 'Done: 1 applied and 1 changed meanwhile' })).toBeVisible();
    expect((await outcomes()).join()).toMatch(/Somebody changed it since.*Smart commits: from Enabled to Disabled/);
    await user.click(inside.getByRole('button', { name: /^Look again\s?: https/ }));
    await inside.findByText('Read just now: 1 of 1');
    expect(inside.getByText(/^1 change was made already/)).toBeVisible();
    await user.click(inside.getByRole('button', { name: 'Apply to 1 integration' }));
    expect(await inside.findByRole('heading', { name: 'Done: 1 applied' })).toBeVisible();
  });
});

describe('every other end', () => {
  test.each<[WriteTrouble, string, RegExp]>([
    ['conflict', 'Done: 1 applied and 1 refused', /refused.*being changed by another request/],
    ['rate-limited', 'Done: 1 refused and 1 not tried', /refused.*Jira refuses more requests for now/],
    ['forbidden', 'Done: 1 refused and 1 not tried', /refused.*Your account may not/],
    [
      'server-error',
      'Done: 1 applied and 1 not kept',
      /not kept.*Repository Browser is Disabled, not Enabled.*HTTP 500/,
    ],
    [
      'lost',
      'Done: 1 applied and 1 not kept',
      /not kept.*The answer was lost, and it is as it was before.*Jira could not be reached/,
    ],
  ])('%s: %s', async (trouble, done, says) => {
    const shown = await opened({ id: 'typical' });
    watch(shown, { '3': trouble });
    await applied(shown);
    expect(shown.inside.getByRole('heading', { level: 3 })).toHaveTextContent(done);
    expect((await outcomes()).join(' ')).toMatch(says);
    expect(changes()).toHaveLength(done.includes('applied') ? 1 : 0);
    expect(shown.inside.getByRole('button', { name: 'Try the failed again' })).toBeVisible();
  });

  test('a session that ends after the change was sent: nobody knows, and trying again reads first', async () => {
    const shown = await opened({ id: 'typical' });
    const { inside, user, jira, writes } = shown;
    jira.onWrite((write) => {
      writes.push(write);
      queueMicrotask(() => jira.setLoggedIn(false));
      return 'lost-applied';
    });
    await applied(shown);
    expect(inside.getByRole('heading', { level: 3 })).toHaveTextContent('Done: 1 unknown and 1 not tried');
    expect((await outcomes()).join(' ')).toMatch(/The answer was lost, and it could not be read again/);
    expect(changes()).toHaveLength(0);
    jira.setLoggedIn(true);
    watch(shown);
    await user.click(inside.getByRole('button', { name: 'Try the failed again' }));
    expect(await inside.findByRole('heading', { name: 'Done: 2 applied' })).toBeVisible();
    expect(writes.map(({ id }) => id)).toEqual(['3', '1']);
    expect(changes()).toHaveLength(2);
  });

  test('an undo leaves alone what somebody changed since', async () => {
    const shown = await opened({ id: 'typical' });
    const { inside, user } = shown;
    await applied(shown);
    await fetchPut('1', { requireUserPat: false, disabled: false });
    await fetchPut('3', { gitViewerEnabled: false, requireUserPat: false, disabled: false });
    await fetchPut('3', { gitViewerEnabled: true, disabled: true });
    await user.click(inside.getByRole('button', { name: 'Undo 2 changes…' }));
    const undo = within(await screen.findByRole('dialog', { name: 'Undo' }));
    await undo.findByText(/^Read just now/);
    expect(undo.getByRole('row', { name: /github/ })).toHaveTextContent('It is right already.');
    expect(undo.getByRole('row', { name: /payments/ })).toHaveTextContent('This integration is disabled');
    expect(undo.queryByRole('button', { name: /^Apply/ })).not.toBeInTheDocument();
  });
});

test('the focus stays on the page where the button of what is fixed is gone', async () => {
  const shown = await opened({ id: 'typical' });
  await applied(shown);
  await shown.user.click(shown.inside.getAllByRole('button', { name: 'Close' })[0]!);
  expect(document.querySelector('.gic-notices')).toHaveFocus();
});

describe('where another tab sets read-only meanwhile', () => {
  const key = 'git-integration-checkup decisions /jira';

  function setReadOnly() {
    const { entries } = JSON.parse(localStorage.getItem(key) ?? '{"entries":{}}') as Kept;
    const document = { version: 1, revision: 9, entries: { ...entries, 'setting:read-only': READ_ONLY } };
    localStorage.setItem(key, JSON.stringify(document));
    act(() => void window.dispatchEvent(new StorageEvent('storage', { key })));
  }

  test('the preview applies nothing', async () => {
    const { inside } = await opened({ id: 'typical' });
    setReadOnly();
    expect(inside.getByText(/^The settings say by now/)).toBeVisible();
    expect(inside.queryByRole('button', { name: /^Apply/ })).not.toBeInTheDocument();
  });

  test('a run ends after the change that is being made', async () => {
    const shown = await opened();
    shown.jira.onWrite(() => {
      setReadOnly();
      return undefined;
    });
    await applied(shown);
    expect(shown.inside.getByRole('heading', { name: 'Done: 1 applied and 4 not tried' })).toBeVisible();
  });

  test('nothing is tried again and nothing undone', async () => {
    const shown = await opened();
    watch(shown, { '1': 'refused', '4': 'moves' });
    await applied(shown);
    expect(shown.inside.getAllByRole('button', { name: /^(Undo|Try the failed)/ })).toHaveLength(3);
    setReadOnly();
    expect(shown.inside.queryByRole('button', { name: /^(Undo|Try the failed)/ })).not.toBeInTheDocument();
  });
});

describe('while it runs', () => {
  test('it can be stopped, is not closed before, and the browser asks before the page is left', async () => {
    const shown = await opened();
    const { inside, user, jira } = shown;
    let isAsked: boolean | undefined;
    let puts = 0;
    jira.onWrite(() => {
      puts += 1;
      if (puts > 1) return undefined;
      const leaving = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(leaving);
      isAsked = leaving.defaultPrevented;
      act(() => inside.getByRole('button', { name: 'Close' }).click());
      expect(inside.getByRole('alert')).toHaveTextContent('Changes are still being made. Press Stop first');
      expect(inside.getByRole('button', { name: 'Stop' })).toHaveFocus();
      act(() => inside.getByRole('button', { name: 'Stop' }).click());
      return undefined;
    });
    await applied(shown);
    expect(isAsked).toBe(true);
    expect(inside.getByRole('heading', { name: 'Done: 1 applied and 4 not tried' })).toBeVisible();
    expect(inside.queryByText(/^Stopped/)).not.toBeInTheDocument();
    const leaving = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(leaving);
    expect(leaving.defaultPrevented).toBe(false);
    await user.click(inside.getAllByRole('button', { name: 'Close' })[0]!);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });
});
