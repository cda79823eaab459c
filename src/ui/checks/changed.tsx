import type { Decisions } from '../../decisions/decisions';
import { settingProblem } from '../../decisions/settings';
import { useDecisions } from '../decide';
import { useTexts } from '../page-context';
import { useStore } from '../state/use-store';

/** Settings that a check is judged by, beside its own; each is a name or what names begin with. */
const OTHERS: Readonly<Record<string, string>> = {
  'repository-count': 'limit.repositories',
  'indexing-freshness': 'limit.stale-rounds',
  'display-name': 'name-pattern',
  'reindex-interval': 'policy.',
};

/** Whether an admin set one of the settings whose names begin so. */
function isChanged({ entries }: Decisions, beginnings: readonly string[]): boolean {
  return Object.values(entries).some(
    (entry) =>
      entry.kind === 'setting' &&
      beginnings.some((beginning) => entry.name.startsWith(beginning)) &&
      settingProblem(entry.name, entry.value) === undefined,
  );
}

/** The settings that a check is judged by. */
function settingsBehind(check: string): readonly string[] {
  const other = OTHERS[check];
  return [['check', check, ''].join('.'), ...(other === undefined ? [] : [other])];
}

/** Says beside a check that settings it is judged by are not as recommended. */
export function Changed({ check }: { readonly check: string }) {
  const t = useTexts();
  const { decisions } = useStore(useDecisions());
  if (!isChanged(decisions, settingsBehind(check))) return null;
  return (
    <span className="gic-subtle" title={t('checks.changed')}>
      {t('changed.mark')}
    </span>
  );
}
