import { LANGUAGES, translation } from '../../build/source-texts';
import { watchedPage } from '../support/browser';
import { browser, site, withDemoBrowser } from '../support/demo-browser';
import { ENGLISH, openedIn, tooLong } from '../support/languages/opened';
import { textsOnPage } from '../support/languages/page-texts';
import { STOPS } from '../support/languages/walk';

jest.setTimeout(120_000);

withDemoBrowser();

describe.each(LANGUAGES)('in %s', (language) => {
  const messages = { ...ENGLISH, ...translation(language) };
  const translated = new Set(Object.values(messages));
  // A single word may be what GIJ calls something, in the steps of a check.
  const english = new Set(Object.values(ENGLISH).filter((text) => text.includes(' ') && !translated.has(text)));

  test.each(STOPS)('$name: nothing is English, and everything has its place', async (stop) => {
    const { page, complaints } = await openedIn(language, stop, messages);
    expect((await textsOnPage(page)).filter((text) => english.has(text))).toEqual([]);
    expect(await tooLong(page, `${stop.name}-${language}`)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

test('the demo shows the languages that there are, and one of them after it was chosen', async () => {
  const { page, complaints } = await watchedPage(browser);
  await page.goto(`${site.url}/`);
  await page.getByLabel('Language').selectOption({ label: 'Deutsch' });
  await page.getByRole('button', { name: 'Erneut prüfen' }).waitFor();
  expect(await page.locator('#git-integration-checkup').getAttribute('lang')).toBe('de');
  expect(complaints).toEqual([]);
  await page.context().close();
});
