/** @jest-environment node */
import { isRight, type Known, type Said } from './verdict';

/** A round of 20 minutes, 22 at its p95: ideal is 25, twice that 50. */
const truth = { median: 20, p95: 22, longest: 23, ideal: 25, largestShare: 0.1 };
const known = (current: number | undefined, change: Partial<Known> = {}): Known => ({
  current,
  webhooks: false,
  webhookShare: 0,
  showsRound: true,
  ...change,
});
const VERDICTS = ['too-short', 'tight', 'good', 'longer-than-needed', 'current-unknown', 'not-proven'];
const right = (kind: Said['kind'], situation: Known, bound?: number) =>
  VERDICTS.filter((verdict) => isRight({ kind, verdict, bound }, situation, truth));

test.each<[number, string[]]>([
  [18, ['too-short']],
  [19, ['too-short', 'tight']],
  [23, ['too-short', 'tight']],
  [23.1, ['tight']],
  [23.75, ['tight', 'good']],
  [26.2, ['tight', 'good']],
  [26.25, ['good']],
  [47.4, ['good']],
  [47.5, ['good', 'longer-than-needed']],
  [52.5, ['good', 'longer-than-needed']],
  [52.6, ['longer-than-needed']],
])('an interval of %s minutes is %s', (current, verdicts) => {
  expect(right('suggestion', known(current))).toEqual(verdicts);
});

test.each<[string, Partial<Known>, string[]]>([
  ['none', {}, ['longer-than-needed']],
  ['not shown', { webhooks: true }, ['longer-than-needed']],
  ['hardly shown', { webhooks: true, webhookShare: 0.002 }, ['good', 'longer-than-needed']],
  ['shown', { webhooks: true, webhookShare: 0.1 }, ['good']],
])('webhooks allow up to a day: %s', (_, change, verdicts) => {
  expect(right('suggestion', known(200, change))).toEqual(verdicts);
});

test('an interval that was not given is unknown', () => {
  expect(right('suggestion', known(undefined))).toEqual(['current-unknown']);
  expect(right('at-least', known(undefined, { showsRound: false }))).toEqual(['current-unknown']);
});

test.each<[string, number, number, boolean, string[]]>([
  ['no round shown', 30, 10, false, ['not-proven']],
  ['no round shown, and the interval shorter', 21, 10, false, ['too-short', 'not-proven']],
  ['no round shown, and the interval at the 0.95 quantile', 22, 10, false, ['not-proven']],
  ['an interval under the bound', 9, 10, false, ['too-short']],
  ['a round shown', 18, 10, true, ['too-short']],
])('at least, %s', (_, current, bound, showsRound, verdicts) => {
  expect(new Set(right('at-least', known(current, { showsRound }), bound))).toEqual(new Set(verdicts));
});
