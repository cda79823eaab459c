import fc from 'fast-check';
import { createTexts, hasTexts, supportedLocale } from '../../src/i18n/texts';
import { countedMessage, message } from '../../src/model/message';
import { messages, textsIn } from '../support/texts';
import { DAY, HOUR, MINUTE, NOW } from '../support/facts';

const english = textsIn('en_US');

test.each([
  ['en_UK', 'en-GB'],
  ['en_US', 'en-US'],
  ['de_DE', 'de-DE'],
  ['pt_BR', 'pt-BR'],
  ['zh-CN', 'zh-CN'],
  ['de', 'de'],
  [undefined, 'en'],
  ['', 'en'],
  ['not a locale!', 'en'],
  ['x', 'en'],
])('Jira’s locale %s is %s', (jira, locale) => {
  expect(supportedLocale(jira)).toBe(locale);
  expect(createTexts(jira, {}, Date.now).locale).toBe(locale);
});

test.each([
  ['de_DE', 'de', 'de-DE'],
  ['de_AT', 'de', 'de-AT'],
  ['zh_TW', 'zh-TW', 'zh-TW'],
  ['pt_BR', 'pt', 'pt-BR'],
  ['fr_FR', 'en', 'en-FR'],
  ['fr', 'en', 'en'],
  ['de_DE', 'en', 'en-DE'],
  [undefined, 'de', 'de'],
])('in Jira’s locale %s, texts that came in %s are written as in %s', (jira, language, locale) => {
  expect(createTexts(jira, { 'texts.language': language }, Date.now).locale).toBe(locale);
});

test('where there are no texts in the user’s language, nothing in it stands inside of the English ones', () => {
  const french = textsIn('fr_FR');
  expect(french.counted('problem.title', 0)).toBe('0 rows of an answer could not be used');
  expect(french('check.indexing-freshness.reason.age', { duration: 95 * MINUTE })).toBe(
    'Last indexed 1 hour, 35 minutes ago.',
  );
  expect(french('check.unused-features.reason.on', { list: ['a', 'b'] })).toBe('On: a and b.');
  expect(french.relative(NOW - DAY, NOW)).toBe('1 day ago');
});

test.each(['en_UK', 'not a locale!'])('texts work in %s', (locale) => {
  const t = textsIn(locale);
  expect(t('health.at-risk')).toBe('At risk');
  expect(t.date(NOW)).toMatch(/2026/);
});

test.each([NaN, Infinity, -Infinity, 1.7e18, 9e15])('%d is shown as no date, and takes nothing down', (time) => {
  expect(english.date(time)).toBe('Unknown');
  expect(english(message('failure.kept', { date: time }))).toContain('Unknown');
  expect(english.relative(time, NOW)).toBe('Unknown');
  expect(english(message('check.indexing-freshness.reason.age', { duration: time }))).toBe('Last indexed Unknown ago.');
});

test.each([NaN, Infinity])('%d is shown as no number', (value) => {
  expect(english.number(value)).toBe('Unknown');
  expect(english('checkup.at-least', value)).not.toMatch(/NaN|∞/);
});

test('a host that left the texts out, or one of them, is noticed', () => {
  expect(hasTexts(messages)).toBe(true);
  expect(hasTexts({ 'a.b': 'Text', 'c.d': 'git-integration-checkup.c.d' })).toBe(false);
});

test('texts may be given', () => {
  expect(createTexts('en_US', { 'a.b': 'Given {0}' }, Date.now)('a.b', 1_000)).toBe('Given 1,000');
});

test('a key that is missing shows itself', () => {
  expect(english('no.such.key')).toBe('no.such.key');
  expect(english(message('no.such.key', 'x'))).toBe('no.such.key');
  expect(english.counted('no.such.key', 2)).toBe('no.such.key');
});

test.each([
  [0, '0 rows of an answer could not be used'],
  [1, '1 row of an answer could not be used'],
  [2, '2 rows of an answer could not be used'],
  [1_200, '1,200 rows of an answer could not be used'],
])('counted: %d', (count, text) => {
  expect(english.counted('problem.title', count)).toBe(text);
  expect(english(countedMessage('problem.title', count))).toBe(text);
});

test('counted: a key without forms is taken as it is', () => {
  expect(english.counted('checkup.jira', 1)).toBe('Jira 1');
});

test('counted: further arguments follow the count', () => {
  expect(english.counted('table.shown', 3, 8)).toBe('3 of 8 shown');
});

test('counted: a language with more forms falls back to other', () => {
  expect(createTexts('pl_PL', { ...messages, 'texts.language': 'pl' }, Date.now).counted('problem.title', 3)).toBe(
    '3 rows of an answer could not be used',
  );
});

test('arguments: text, number, message and list, in the order of the language', () => {
  expect(english('table.open', 'Payments')).toBe('Open the checklist of Payments');
  expect(textsIn('de_DE')('check.repository-count.reason.near', 1_900, 2_000)).toMatch(/^1\.900 .* 2\.000/);
  expect(english('reason.source-failed', message('source.repositories'), message('failure.timeout.short'))).toBe(
    'Repositories could not be read: no answer in time.',
  );
  const list = { list: [message('feature.smart-commits'), message('feature.commit-emails'), message('feature.tags')] };
  expect(english('check.unused-features.reason.on', list)).toBe(
    'On: smart commits, commit e-mails, and tags without a filter.',
  );
  expect(createTexts('de', { on: 'An: {0}' }, Date.now)('on', { list: ['a', 'b'] })).toBe('An: a und b');
});

test('what is put in is never read as a text of ours', () => {
  expect(english('problem.row', '{1}', '$&')).toBe('{1}: $&');
  expect(english('table.open', 'health.at-risk')).toBe('Open the checklist of health.at-risk');
});

test('a hole without an argument stays', () => {
  expect(english('problem.row', '10.3')).toBe('10.3: {1}');
});

test('dates are written in the locale', () => {
  const inLocale = (locale: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(NOW);
  expect(english('failure.all-kept', { date: NOW })).toBe(`You see what was read at ${inLocale('en-US')}.`);
  expect(createTexts('de_DE', {}, Date.now).date(NOW)).toBe(inLocale('de-DE'));
  expect(inLocale('de-DE')).not.toBe(inLocale('en-US'));
});

describe('at 9:15 in UTC', () => {
  const now = () => NOW;

  test('a time of today stands without the day, and alone with day and zone', () => {
    const t = createTexts('en_GB', messages, now);
    t.inZone('UTC');
    expect(t.date(NOW - 9 * HOUR)).toBe('00:15');
    expect(t.date(NOW - 9 * HOUR - 15 * MINUTE - 1)).toBe('1 Mar 2026, 23:59');
    expect(t.moment(NOW)).toBe('2 Mar 2026, 09:15 UTC');
  });

  test('dates are those of the zone that is set, today too', () => {
    const t = createTexts('en_GB', messages, now);
    t.inZone('Asia/Tokyo');
    expect(t.date(NOW)).toBe('18:15');
    expect(t.date(NOW - 18 * HOUR)).toBe('00:15');
    expect(t.date(NOW - 19 * HOUR)).toBe('1 Mar 2026, 23:15');
    expect(t.moment(NOW)).toBe('2 Mar 2026, 18:15 GMT+9');
  });

  test.each(['Mars/Olympus', '', 'UTC+1:75'])('a zone %j that nobody knows changes nothing', (zone) => {
    const t = createTexts('en_GB', messages, now);
    t.inZone('Asia/Tokyo');
    t.inZone(zone);
    expect(t.date(NOW)).toBe('18:15');
  });

  test.each([NaN, Infinity, 9e15])('%d is no moment', (time) => {
    expect(createTexts('en_GB', messages, now).moment(time)).toBe('Unknown');
  });
});

test.each([
  [3 * DAY + 23.5 * HOUR, '3 days, 23 hours'],
  [DAY, '1 day'],
  [DAY - 1, '23 hours, 59 minutes'],
  [95 * MINUTE, '1 hour, 35 minutes'],
  [60 * MINUTE, '1 hour'],
  [26.5 * MINUTE, '26 minutes, 30 seconds'],
  [18.3 * MINUTE, '18 minutes, 18 seconds'],
  [59_999, '59 seconds'],
  [0, '0 seconds'],
])('a duration of %d milliseconds is %s', (duration, text) => {
  expect(english('check.indexing-freshness.reason.age', { duration })).toBe(`Last indexed ${text} ago.`);
});

test('what is over a limit never reads like the limit', () => {
  const written = (duration: number, isOver?: true) =>
    english('check.indexing-freshness.reason.age', { duration, ...(isOver && { isOver }) });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40 * DAY }), fc.integer({ min: 1, max: 2 * DAY }), (limit, more) => {
      expect(written(limit + more, true)).not.toBe(written(limit));
    }),
  );
  expect(written(1471 * MINUTE)).toBe('Last indexed 1 day ago.');
  expect(written(1471 * MINUTE + 1, true)).toBe('Last indexed 1 day, 1 hour ago.');
  expect(written(DAY - 1, true)).toBe('Last indexed 1 day ago.');
});

test.each([
  ['de', '1 Stunde, 35 Minuten'],
  ['sv', '1 timme, 35 minuter'],
])('a duration in the locale %s', (locale, text) => {
  expect(createTexts(locale, {}, Date.now).durations.long(95)).toBe(text);
});

test.each([
  [0.5, '30 sec'],
  [30, '30 min'],
  [90, '1.5 hr'],
  [95, '95 min'],
  [2880, '2 days'],
  [76_861_433_640_456, '53.4B days'],
])('on an axis %d minutes are %s', (minutes, text) => {
  expect(english.durations.tick(minutes)).toBe(text);
});

test.each([
  [-5 * MINUTE, '5 minutes ago'],
  [-DAY, '1 day ago'],
  [3_000, 'in 3 seconds'],
  [2 * HOUR, 'in 2 hours'],
  [0, '0 seconds ago'],
])('%d milliseconds from now is %s', (difference, text) => {
  expect(english.relative(NOW + difference, NOW)).toBe(text);
});

test.each([
  [HOUR, '1 hour ago'],
  [MINUTE, '1 minute ago'],
  [MINUTE - 1, 'just now'],
  [0, 'just now'],
  [-HOUR, 'just now'],
  [NaN, 'Unknown'],
])('%d milliseconds ago is %s', (age, text) => {
  expect(english.ago(NOW - age, NOW)).toBe(text);
});

test('numbers are written in the locale', () => {
  expect(english.number(12_000)).toBe('12,000');
  expect(createTexts('de', {}, Date.now).number(12_000)).toBe('12.000');
});

test('learns no format of the language before one is asked for', () => {
  const made = jest.spyOn(Intl, 'DateTimeFormat');
  const t = createTexts('en_US', messages, () => NOW);
  expect(made).not.toHaveBeenCalled();
  t.date(NOW);
  const times = made.mock.calls.length;
  t.date(NOW);
  expect(made).toHaveBeenCalledTimes(times);
  expect(times).toBeGreaterThan(0);
  made.mockRestore();
});
