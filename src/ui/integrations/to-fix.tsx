import type { Texts } from '../../i18n/texts';
import type { Finding } from '../../model/finding';
import { failsOf, unreadOf } from '../../report/checklist';
import type { SubjectReport } from '../../report/report';
import { useTexts } from '../page-context';
import { checkName } from '../../report/formats/subject-texts';

const NAMED = 3;

/** The names of the first checks, such as `Require User PAT, SSL verification`, and how many there are besides. */
function checksText(findings: readonly Finding[], t: Texts): string {
  const names = findings.slice(0, NAMED).map(({ check }) => checkName(check, t));
  const more = findings.length - names.length;
  return more === 0 ? names.join(', ') : t.counted('table.to-fix.more', more, names.join(', '));
}

/** What fails, the weightiest first; else what nobody could check; else a dash. */
export function ToFix({ subject: { health, findings } }: { readonly subject: SubjectReport }) {
  const t = useTexts();
  if (health === 'disabled') return null;
  const fails = failsOf(findings);
  if (fails.length > 0) return checksText(fails, t);
  if (health === 'checking') return <span className="gic-muted">{t('health.checking')}</span>;
  const unread = unreadOf(findings);
  if (unread.length > 0) return <span className="gic-muted">{t('table.unread', checksText(unread, t))}</span>;
  return (
    <>
      <span aria-hidden="true">-</span>
      <span className="gic-hidden">{t('table.to-fix.none')}</span>
    </>
  );
}
