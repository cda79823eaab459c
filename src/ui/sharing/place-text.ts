import type { Place } from '../../decisions/kept-sharing';
import type { Texts } from '../../i18n/texts';

/** Where decisions are kept, and who can read them, in one sentence. */
export function placeText(place: Place, t: Texts): string {
  switch (place.kind) {
    case 'browser':
      return t('shared.place.browser');
    case 'issue-type':
      return t('shared.place.issue-type', place.name);
    case 'project':
      return t('shared.place.project', place.key);
  }
}
