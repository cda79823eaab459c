import { webhooks } from '../../src/checks/webhooks';
import type { ConfirmationChanges } from '../support/facts';
import { inFull, judgeInstance, type Case } from '../support/judging';

const wanted = 'check.webhooks.wanted';

const cases: Case<ConfirmationChanges>[] = [
  ['nobody confirmed it', {}, `to-confirm <- webhooks absent -> ${wanted}`],
  ['unreadable', { webhooks: 'unreadable' }, `to-confirm <- webhooks unreadable -> ${wanted}`],
  ['another setting confirmed', { generalRequireUserPat: true }, `to-confirm <- webhooks absent -> ${wanted}`],
  ['confirmed on', { webhooks: true }, 'pass <- webhooks=true'],
  ['confirmed off', { webhooks: false }, `fail <- webhooks=false -> ${wanted}`],
];

test.each(cases)('%s', (_, confirmations, expected) => {
  expect(inFull(judgeInstance(webhooks, { confirmations }))).toBe(expected);
});

test('weighs low', () => expect(webhooks.severity).toBe('low'));
