import { withEntries } from '../../src/decisions/decisions';
import { buildReport } from '../../src/report/build-report';
import { isAsked, questionOf } from '../../src/report/questions';
import type { ConfirmableSetting } from '../../src/model/confirmation';
import {
  DAY,
  decisions,
  gathered,
  integration,
  NOW,
  type ConfirmationChanges,
  type IntegrationChanges,
} from '../support/facts';

function questions(integrations: readonly IntegrationChanges[], answers: ConfirmationChanges = {}, now = NOW) {
  const rows = integrations.map((changes, place) => integration({ id: String(place + 1), ...changes }));
  return buildReport(gathered({ integrations: rows }), { decisions: decisions(answers), now }).questions;
}

function about(
  setting: ConfirmableSetting,
  integrations: readonly IntegrationChanges[],
  answers?: ConfirmationChanges,
) {
  const question = questions(integrations, answers).find((one) => one.setting === setting);
  return [question?.integrations, ...(question?.products ?? [])];
}

const gitlab = { origin: 'https://gitlab.com', integrationType: 'GITLAB' };
const gerrit = { integrationType: 'GERRIT' };
const folder = { origin: '/mnt/git', integrationType: 'FILESPACE' };

test('a question names the integrations that it matters for, and their hosts', () => {
  const all = [{}, gitlab, { ...gitlab, requireUserPat: false }, gerrit, folder, { disabled: true }];
  expect(about('generalRequireUserPat', all)).toEqual([3, 'github', 'gitlab']);
  expect(about('enforceGitPermissions', all)).toEqual([2, 'github', 'gitlab']);
  expect(about('enforceGitPermissions', all, { generalRequireUserPat: true })).toEqual([3, 'github', 'gitlab']);
  expect(about('webhooks', all)).toEqual([4, 'github', 'gitlab', 'gerrit']);
});

const asked = (...given: Parameters<typeof questions>) =>
  questions(...given)
    .filter(isAsked)
    .map(({ setting }) => setting);

test('asked is what nobody answered, and what matters for anything', () => {
  expect(asked([{}])).toEqual(['generalRequireUserPat', 'enforceGitPermissions', 'webhooks']);
  expect(asked([{}], { generalRequireUserPat: true, webhooks: false })).toEqual(['enforceGitPermissions']);
  expect(asked([gerrit])).toEqual(['webhooks']);
  expect(asked([folder])).toEqual([]);
  expect(asked([])).toEqual([]);
});

test('an answer is asked for again after 180 days, by the clock that it was given by', () => {
  expect(asked([gerrit], { webhooks: true }, NOW + 180 * DAY - 1)).toEqual([]);
  expect(asked([gerrit], { webhooks: true }, NOW + 180 * DAY)).toEqual(['webhooks']);
  const ahead = gathered({ integrations: [integration(gerrit)] });
  const info = ahead['server-info'];
  const clock = info.state === 'read' && { ...info.value, clockOffset: DAY };
  const report = buildReport(
    { ...ahead, 'server-info': { state: 'read', value: clock as Exclude<typeof clock, false> } },
    { decisions: decisions({ webhooks: true }), now: NOW + 180 * DAY },
  );
  expect(report.questions.filter(isAsked)).toEqual([]);
});

test('an answer is asked for again when GIJ was updated', () => {
  const before = { ...decisions(), entries: {} };
  const entry = { kind: 'answer', setting: 'webhooks', value: 'on', at: NOW, gijVersion: '5.1.1' } as const;
  const known = { ...before, entries: { 'answer:webhooks': entry } };
  const states = ['5.1.1', '5.2.1'].map((gijVersion) => {
    const { questions: all } = buildReport(gathered({ gijVersion }), { decisions: known, now: NOW });
    return all.find(({ setting }) => setting === 'webhooks')?.state.kind;
  });
  const unread = buildReport(gathered({ failed: { 'gij-version': 'forbidden' } }), { decisions: known, now: NOW });
  expect(states).toEqual(['answered', 'lapsed']);
  expect(unread.questions.find(({ setting }) => setting === 'webhooks')?.state.kind).toBe('answered');
});

test('a finding that waits for an answer tells the question, any other none', () => {
  const report = buildReport(gathered(), { decisions: decisions(), now: NOW });
  const waiting = report.instance.find(({ check }) => check === 'webhooks')!;
  expect(questionOf(waiting, report.questions)?.setting).toBe('webhooks');
  expect(questionOf({ ...waiting, verdict: 'fail' }, report.questions)).toBeUndefined();
  expect(questionOf({ ...waiting, found: [] }, report.questions)).toBeUndefined();
});

test('what only a check asks that is switched off is not asked', () => {
  const off = (check: string) => {
    const set = { kind: 'setting', name: `check.${check}.off`, value: true, at: NOW } as const;
    const decided = withEntries(decisions(), [set]);
    return buildReport(gathered(), { decisions: decided, now: NOW })
      .questions.filter(isAsked)
      .map(({ setting }) => setting);
  };
  expect(off('webhooks')).toEqual(['generalRequireUserPat', 'enforceGitPermissions']);
  expect(off('require-user-pat')).toEqual(['enforceGitPermissions', 'webhooks']);
  expect(off('enforce-git-permissions')).toEqual(['generalRequireUserPat', 'webhooks']);
});

test('admins set after how many days it is asked again', () => {
  const set = { kind: 'setting', name: 'limit.asked-again-days', value: 30, at: NOW } as const;
  const decided = withEntries(decisions({ webhooks: true }), [set]);
  const stateAfter = (days: number) =>
    buildReport(gathered(), { decisions: decided, now: NOW + days * DAY }).questions.at(-1)?.state.kind;
  expect([29, 30].map(stateAfter)).toEqual(['answered', 'lapsed']);
});
