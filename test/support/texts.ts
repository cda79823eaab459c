import messages from '../../resources/i18n/checkup.properties';
import { createTexts, type Texts } from '../../src/i18n/texts';

/** The panel's own texts. */
export function textsIn(locale: string | undefined): Texts {
  return createTexts(locale, messages);
}
