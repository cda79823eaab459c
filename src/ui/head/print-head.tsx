import type { Outcome, ServerInfo } from '../../model/gathered';
import { useTexts } from '../page-context';
import { useNow } from '../state/use-now';

/** On paper only: of which Jira this is, and when it was printed. */
export function PrintHead({ serverInfo }: { readonly serverInfo: Outcome<ServerInfo> | undefined }) {
  const t = useTexts();
  const title = serverInfo?.state === 'read' ? serverInfo.value.title : undefined;
  const now = useNow();
  return (
    <p className="gic-print" aria-hidden="true">
      {t('checkup.printed', title ?? window.location.host, t.moment(now))}
    </p>
  );
}
