import { readKeptCheck } from '../../../last-check/read-kept-check';
import { usePage } from '../../page-context';

/** The way to GIJ's page of the queue, where Jira has a link to it; there it is recorded, unless admins want none of that. */
export function QueueLink() {
  const { texts: t, host } = usePage();
  if (host.indexingQueue === undefined) return null;
  return (
    <>
      <a href={host.indexingQueue} target="_blank" rel="noopener noreferrer">
        {t('reindex.path.open')}
      </a>{' '}
      {readKeptCheck(host.jira)?.badges !== 'off' && t('reindex.path.recorded')}
    </>
  );
}
