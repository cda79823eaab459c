import { COMMAND_LINE_TEXTS } from '../../src/command-line/texts';
import messages from '../../src/entries/english';
import { createTexts, type Texts } from '../../src/i18n/texts';

export { messages };

/** What only the command line says. */
export const commandLineMessages = COMMAND_LINE_TEXTS;

/** The texts above have those of all parts. */
export const addTexts = () => Promise.resolve();

/** The panel's own texts. */
export function textsIn(locale: string | undefined): Texts {
  return createTexts(locale, messages, Date.now);
}
