/** @jest-environment jest-fixed-jsdom */
import { setLocale, translator } from '../../src/entries/languages';

const ENGLISH = { 'texts.language': 'en', 'health.healthy': 'Healthy', 'not.translated': 'English' };

test.each(['de', 'de_DE', 'de_AT'])(
  'texts for users of %s are German, and English where there is none',
  async (locale) => {
    const texts = await translator(locale)(ENGLISH);
    expect(texts).toMatchObject({
      'texts.language': 'de',
      'health.healthy': 'In Ordnung',
      'not.translated': 'English',
    });
  },
);

test.each(['en_US', 'fr_FR', ''])('texts for users of %j stay as they are', async (locale) => {
  expect(await translator(locale)(ENGLISH)).toEqual(ENGLISH);
});

test('the page says whose locale it is', () => {
  document.head.innerHTML = '<meta name="ajs-user-locale" content="en_US">';
  setLocale(document, 'de');
  expect(document.querySelector('meta')?.content).toBe('de');
});
