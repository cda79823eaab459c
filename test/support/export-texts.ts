import { translation } from '../../build/source-texts';
import { createTexts, type Texts } from '../../src/i18n/texts';
import { NOW } from './facts';
import { messages } from './texts';

/** The texts of what is exported, on a fixed day and in UTC. */
export function exportTexts(language: 'en' | 'de' = 'en'): Texts {
  const texts = language === 'en' ? messages : translation(language);
  const t = createTexts(language === 'en' ? 'en_GB' : 'de_DE', texts, () => NOW);
  t.inZone('UTC');
  return t;
}
