import { PSEUDO, pseudoTexts } from '../../src/demo/pseudo';
import { withDemoBrowser } from '../support/demo-browser';
import { ENGLISH, openedIn, tooLong } from '../support/languages/opened';
import { untranslated } from '../support/languages/page-texts';
import { STOPS } from '../support/languages/walk';

jest.setTimeout(120_000);

withDemoBrowser();

test.each(STOPS)('$name: nothing is said but texts and data, and texts may be longer than in English', async (stop) => {
  const { page, complaints } = await openedIn(PSEUDO, stop, pseudoTexts(ENGLISH));
  expect(await untranslated(page)).toEqual([]);
  expect(await tooLong(page, `${stop.name}-${PSEUDO}`)).toEqual([]);
  expect(complaints).toEqual([]);
  await page.context().close();
});
