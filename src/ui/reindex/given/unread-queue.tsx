import { isQueueUnread } from '../../../evidence/unread-queue';
import { usePage } from '../../page-context';

/** Says that the page of the queue was not recorded, as it was shown in a language that nobody here reads. */
export function UnreadQueue() {
  const { texts: t, host, now } = usePage();
  return isQueueUnread(host.jira, now()) ? <p className="gic-need">{t('reindex.unread-queue')}</p> : null;
}
