import { countedMessage, message, type MessageArgument } from '../../../src/model/message';
import { isoTime, reasonText, sentenceOf, withTimes } from '../../../src/report/formats/finding-texts';
import { finding } from '../../support/finding';
import { NOW } from '../../support/facts';
import { exportTexts } from '../../support/export-texts';
import { textsIn } from '../../support/texts';

const written = '2026-03-02T09:15:00.000Z';

test.each<[MessageArgument, MessageArgument]>([
  [{ date: NOW }, written],
  [{ list: [{ date: NOW }, 'one'] }, { list: [written, 'one'] }],
  [message('a', { date: NOW }), message('a', written)],
  [{ duration: NOW }, { duration: NOW }],
  [NOW, NOW],
  ['text', 'text'],
])('of %j the time is written: %j', (argument, expected) => {
  expect(withTimes(message('key', argument), isoTime)).toEqual(message('key', expected));
});

test('a text that depends on a count still does', () => {
  expect(withTimes(countedMessage('key', 2), isoTime)).toEqual(countedMessage('key', 2));
  expect(withTimes(message('key'), isoTime)).toEqual(message('key'));
});

test('the reason of a finding says the day of a time, also where that is today', () => {
  const t = textsIn('en');
  const reason = message('check.initial-indexing.reason.since', { date: NOW });
  expect(reasonText(finding({ reason }), isoTime, t)).toBe(`Created ${written}, and not indexed since.`);
  expect(reasonText(finding(), isoTime, t)).toBeUndefined();
});

test('a sentence that is read elsewhere says the day of a time, also where that is today', () => {
  const t = exportTexts();
  const reason = message('check.initial-indexing.reason.since', { date: NOW });
  const given = finding({ check: 'initial-indexing', verdict: 'fail', reason });
  expect(sentenceOf(given, t)).toBe(
    'Initial indexing is not finished – Created 2 Mar 2026, 09:15 UTC, and not indexed since.',
  );
  expect(sentenceOf(finding({ verdict: 'fail' }), t)).toBe('The display name does not say what is connected');
});
