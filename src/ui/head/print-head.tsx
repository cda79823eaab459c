import { usePage } from '../page-context';
import { useNow } from '../state/use-now';

/** On paper only: of which Jira this is, and when it was printed. */
export function PrintHead() {
  const { texts: t, host } = usePage();
  const now = useNow();
  return (
    <p className="gic-print" aria-hidden="true">
      {t('checkup.printed', host.name, t.moment(now))}
    </p>
  );
}
