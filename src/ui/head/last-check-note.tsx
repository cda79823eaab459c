import type { Texts } from '../../i18n/texts';
import type { Change } from '../../report/changes';
import { subjectName } from '../../report/formats/subject-texts';
import { useTexts } from '../page-context';
import type { LastCheck, LastCheckStore } from '../state/last-check';
import { useNow } from '../state/use-now';
import { useStore } from '../state/use-store';

const MINUTE = 60_000;
const IN_WORDS = 3;

function changeText(change: Change, t: Texts): string {
  const { kind, subject } = change;
  const name = subject ? subjectName(subject, t) : t('changes.all');
  return 'check' in change ? t(`changes.${kind}`, name, t(`check.${change.check}.name`)) : t(`changes.${kind}`, name);
}

/** Such as `2 changes: GitLab: payments – SSL verification is fixed; Gerrit: firmware is gone.` */
function changesText({ changes, hasFailed }: LastCheck, t: Texts): string {
  if (hasFailed) return t('changes.failed');
  if (changes.length === 0) return t('changes.none');
  const said = changes.slice(0, IN_WORDS).map((change) => changeText(change, t));
  const more = changes.length - said.length;
  if (more > 0) said.push(t.counted('changes.more', more));
  return t.counted('changes.some', changes.length, said.join('; '));
}

/** Says what checking again brought, once; what changed stays to be read, without being said anew. */
export function LastCheckNote({ lastCheck }: { readonly lastCheck: Pick<LastCheckStore, 'subscribe' | 'snapshot'> }) {
  const t = useTexts();
  const { last } = useStore(lastCheck);
  const now = useNow();
  const isFresh = last !== undefined && now - last.at < MINUTE;
  return (
    <>
      <p className="gic-last-check" role="status">
        {isFresh && t('changes.now', changesText(last, t))}
      </p>
      {last && !isFresh && last.changes.length > 0 && (
        <p className="gic-last-check">{t('changes.earlier', changesText(last, t))}</p>
      )}
    </>
  );
}
