import { act, screen } from '@testing-library/react';

import * as report from '../../src/report/report';
import type { Send } from '../../src/sources/jira-client';
import { ORIGIN } from '../support/client';
import { panelServer, renderPanel } from '../support/render-panel';

jest.mock<typeof report>('../../src/report/report', () => {
  const actual = jest.requireActual<typeof report>('../../src/report/report');
  return { ...actual, reportOf: jest.fn(actual.reportOf) };
});

panelServer();

const built = jest.mocked(report.reportOf);
const SUMMARY = /^5 of 8 integrations need something; 2 are at risk/;
const isList = (path: string) => path.endsWith('/integration');
const isRepositories = (path: string) => path.endsWith('/repository');
const checkedAt = () => screen.getByText(/^Checked .*(now|ago)$/).getAttribute('datetime');
const button = () => screen.getByRole('button', { name: /^Check again/ });

/** The panel with everything read, and then held answers: each goes out when it is released. */
async function withHeldAnswers() {
  const held: { readonly path: string; readonly release: (instead?: Response) => void }[] = [];
  let isHolding = false;
  const send: Send = async (path, init) => {
    const answer = () => fetch(ORIGIN + path, init);
    if (!isHolding) return answer();
    const instead = await new Promise<Response | undefined>((resolve, reject) => {
      held.push({ path, release: resolve });
      init.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
    });
    return instead ?? answer();
  };
  const { user } = renderPanel({ id: 'typical' }, { send, now: () => Date.now() });
  await screen.findByText(SUMMARY, {}, { timeout: 5_000 });
  isHolding = true;
  built.mockClear();
  const release = (matches: (path: string) => boolean, instead?: Response) =>
    act(async () => {
      for (const one of held.splice(0).filter(({ path, release: go }) => (matches(path) ? (go(instead), false) : true)))
        held.push(one);
      await new Promise((resolve) => setTimeout(resolve, 50));
    });
  return { user, release, stop: () => void (isHolding = false) };
}

const others = (path: string) => !isList(path) && !isRepositories(path);

/** The list with an integration by another name. */
async function renamed(): Promise<Response> {
  const text = await (await fetch(`${ORIGIN}/jira/rest/gitplugin/1.0/integration`)).text();
  return Response.json(JSON.parse(text.replace('GitLab: payments', 'GitLab: invoices')));
}

test('nothing of it is shown before all of it is there, and it is judged once', async () => {
  const { user, release, stop } = await withHeldAnswers();
  const before = checkedAt();
  jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 3 * 60 * 60_000);
  await user.click(button());
  await release(isList, await renamed());
  await release(others);
  expect(screen.getByRole('row', { name: /GitLab: payments/ })).toBeVisible();
  expect(checkedAt()).toBe(before);
  expect(built).not.toHaveBeenCalled();
  stop();
  await release(isRepositories);
  expect(screen.getByRole('row', { name: /GitLab: invoices/ })).toBeVisible();
  expect(checkedAt()).not.toBe(before);
  expect(built).toHaveBeenCalledTimes(1);
});

test('a failure of it is told while the rest is being read', async () => {
  const { user, release } = await withHeldAnswers();
  await user.click(button());
  await release(isList, Response.json({}, { status: 500 }));
  expect(screen.getByText('Integrations could not be read')).toBeVisible();
  expect(screen.getByText(/^You see what was read at/)).toBeVisible();
  expect(screen.getByText(SUMMARY)).toBeVisible();
});
