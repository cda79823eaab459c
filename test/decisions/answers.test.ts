import { confirmationsOf, questionsOf, type QuestionState } from '../../src/decisions/answers';
import { NO_DECISIONS, withAnswer, type AnswerEntry } from '../../src/decisions/decisions';
import { DAY, NOW } from '../support/facts';

type Given = Pick<AnswerEntry, 'value'> & Partial<AnswerEntry>;

function stateOf(given: Given | undefined, gijVersion?: string): QuestionState {
  const decisions = given ? withAnswer(NO_DECISIONS, { setting: 'webhooks', at: NOW, ...given }) : NO_DECISIONS;
  return questionsOf(decisions, { now: NOW, gijVersion, askedAgainAfterDays: 180 }).webhooks;
}

test.each<[string, Given | undefined, string | undefined, string]>([
  ['nobody answered', undefined, undefined, 'open'],
  ['on', { value: 'on' }, undefined, 'answered'],
  ['180 days less a moment ago', { value: 'on', at: NOW - 180 * DAY + 1 }, undefined, 'answered'],
  ['180 days ago', { value: 'off', at: NOW - 180 * DAY }, undefined, 'lapsed'],
  ['not known', { value: 'unknown' }, undefined, 'resting'],
  ['not known, 30 days less a moment ago', { value: 'unknown', at: NOW - 30 * DAY + 1 }, undefined, 'resting'],
  ['not known, 30 days ago', { value: 'unknown', at: NOW - 30 * DAY }, undefined, 'open'],
  ['under the same version', { value: 'on', gijVersion: '5.1.1' }, '5.1.1', 'answered'],
  ['under another version', { value: 'on', gijVersion: '5.1.1' }, '5.2.1', 'lapsed'],
  ['under a version that cannot be read now', { value: 'on', gijVersion: '5.1.1' }, undefined, 'answered'],
  ['under a version that could not be read', { value: 'on' }, '5.1.1', 'answered'],
  ['not known, under another version', { value: 'unknown', gijVersion: '5.1.1' }, '5.2.1', 'resting'],
])('%s', (_, given, gijVersion, kind) => {
  expect(stateOf(given, gijVersion).kind).toBe(kind);
});

test('says why it does not hold any more, and until when it rests', () => {
  expect(stateOf({ value: 'on', at: NOW - 200 * DAY })).toMatchObject({ why: 'age' });
  expect(stateOf({ value: 'on', gijVersion: '5.1.1' }, '5.2.1')).toMatchObject({ why: 'version' });
  expect(stateOf({ value: 'unknown', at: NOW - DAY })).toMatchObject({ until: NOW + 29 * DAY });
});

test('checks are judged by answers that hold, and by no other', () => {
  const decisions = [
    { setting: 'generalRequireUserPat', value: 'on', at: NOW - DAY },
    { setting: 'enforceGitPermissions', value: 'off', at: NOW - 200 * DAY },
    { setting: 'webhooks', value: 'unknown', at: NOW },
  ] as const;
  const all = decisions.reduce(withAnswer, NO_DECISIONS);
  const { generalRequireUserPat, ...others } = confirmationsOf(
    questionsOf(all, { now: NOW, gijVersion: undefined, askedAgainAfterDays: 180 }),
  );
  expect(generalRequireUserPat).toMatchObject({
    kind: 'known',
    value: true,
    stamp: { source: 'admin', readAt: NOW - DAY },
  });
  expect(Object.values(others).map(({ kind }) => kind)).toEqual(['absent', 'absent']);
});

test('a later answer takes the place of an earlier one', () => {
  const first = withAnswer(NO_DECISIONS, { setting: 'webhooks', value: 'on', at: NOW - DAY, by: 'Ada' });
  const second = withAnswer(first, { setting: 'webhooks', value: 'off', at: NOW });
  expect(second).toEqual({
    version: 1,
    revision: 2,
    entries: { 'answer:webhooks': { kind: 'answer', setting: 'webhooks', value: 'off', at: NOW } },
  });
});
