import { screen, within } from '@testing-library/react';

import type { Write } from '../../../src/demo/writes';
import { panelServer, renderedPanel } from '../../support/render-panel';

panelServer();
beforeEach(() => localStorage.clear());

/** The preview that the tab of the checks leads to. */
async function opened(check: string, fix: RegExp) {
  window.history.replaceState(null, '', `#tab=checks&check=${check}`);
  const panel = await renderedPanel({ id: 'typical' });
  const writes: Write[] = [];
  panel.jira.onWrite((write) => void writes.push(write));
  await panel.user.click(await screen.findByRole('button', { name: fix }));
  const inside = within(await screen.findByRole('dialog', { name: /^Fix: / }));
  await inside.findByText(/^Read just now/);
  return { ...panel, inside, writes };
}

describe('a display name', () => {
  const names = () => opened('display-name', /^Fix 2…\s?: The display name/);
  const nameOf = ({ inside }: Awaited<ReturnType<typeof names>>, row: RegExp) =>
    within(inside.getByRole('row', { name: row })).getByRole('textbox', { name: 'New value of Display name' });

  test('is suggested from what its repositories belong to, and sent as it is typed', async () => {
    const shown = await names();
    const { user, inside, writes } = shown;
    const github = nameOf(shown, /github/);
    expect(github).toHaveValue('GitHub: acme');
    await user.clear(github);
    await user.type(github, ' GitHub: acme, all teams ');
    await user.click(inside.getByRole('button', { name: 'Apply to 2 integrations' }));
    await inside.findByRole('heading', { name: 'Done: 2 applied' });
    expect(writes.find(({ id }) => id === '1')?.body).toEqual({
      displayName: 'GitHub: acme, all teams',
      disabled: false,
    });
    const kept = localStorage.getItem('git-integration-checkup decisions /jira');
    expect(kept).toContain('all teams');
    expect(kept).not.toContain('://');
  });

  test('is judged while it is typed, also against the others that are typed; what would fail is not sent', async () => {
    const shown = await names();
    const { user, inside, writes } = shown;
    const [github, gitlab] = [nameOf(shown, /github/), nameOf(shown, /GitLab/)];
    await user.clear(github);
    expect(github).toHaveAccessibleDescription('The name is blank.');
    await user.type(github, 'GitHub');
    expect(github).toHaveAccessibleDescription('The name only says which product it is.');
    expect(github).toBeInvalid();
    await user.clear(gitlab);
    await user.type(gitlab, 'acme');
    await user.clear(github);
    await user.type(github, 'ACME');
    expect(github).toHaveAccessibleDescription(/same|another/i);
    await user.click(inside.getByRole('button', { name: /^Apply/ }));
    expect(inside.getByRole('alert')).toHaveTextContent('Correct what is marked, or leave it out.');
    expect(inside.getAllByRole('textbox').filter((one) => one === document.activeElement)).toHaveLength(1);
    await user.click(inside.getByRole('checkbox', { name: /GitLab/ }));
    await user.click(inside.getByRole('button', { name: 'Apply to 1 integration' }));
    await inside.findByRole('heading', { name: 'Done: 1 applied' });
    expect(writes.map(({ body }) => body)).toEqual([{ displayName: 'ACME', disabled: false }]);
  });
});

describe('features that nobody may use', () => {
  test('none is switched off before it is chosen; a filter of tags is typed', async () => {
    const { user, inside, writes } = await opened('unused-features', /^Fix \d…\s?: Some features/);
    await user.click(inside.getByRole('button', { name: /^Apply to 0/ }));
    expect(inside.getByRole('alert')).toHaveTextContent('Choose at least one setting to change.');
    await user.click(inside.getByRole('checkbox', { name: 'Smart commits' }));
    await user.click(inside.getByRole('checkbox', { name: 'Pattern of tags' }));
    const pattern = inside.getByRole('textbox', { name: 'New value of Pattern of tags' });
    expect(pattern).toHaveAccessibleDescription('Enter a pattern, or leave this setting out.');
    await user.type(pattern, 'release');
    await user.click(inside.getByRole('button', { name: 'Apply to 1 integration' }));
    await inside.findByRole('heading', { name: 'Done: 1 applied' });
    expect(writes.map(({ id, body }) => [id, body])).toEqual([
      ['1', { smartCommitsEnabled: false, tagsFilter: 'release', disabled: false }],
    ]);
  });
});
