import type { Texts } from '../../i18n/texts';
import type { Message } from '../../model/message';
import { SINGLE_REPOSITORIES } from '../../model/integration';
import { needsSomething, type Health } from '../../report/health';
import type { Report } from '../../report/report';

/** How many integrations have one of these; the repositories without an integration are none. */
function countOf({ subjects }: Report, has: (health: Health) => boolean): number {
  return subjects.filter(({ key, health }) => key !== SINGLE_REPOSITORIES && has(health)).length;
}

/** Such as `5 of 8 integrations need something; 2 are at risk`. */
function needText(report: Report, t: Texts): readonly (string | false)[] {
  const needing = countOf(report, (health) => needsSomething(health) && health !== 'checking');
  const checking = countOf(report, (health) => health === 'checking');
  const risky = countOf(report, (health) => health === 'at-risk');
  const total = report.integrations;
  return [
    needing > 0 && t.counted('checkup.summary.need', needing, total),
    risky > 0 && t.counted('checkup.summary.at-risk', risky),
    checking > 0 &&
      (needing > 0
        ? t.counted('checkup.summary.checking', checking)
        : t.counted('checkup.summary.only-checking', checking, total)),
  ];
}

/** That nothing of the integrations needs anything, and what that does not cover. */
function wellText(report: Report, isClear: boolean, t: Texts): readonly (string | false)[] {
  const healthy = countOf(report, (health) => health === 'healthy');
  const disabled = countOf(report, (health) => health === 'disabled');
  const open = report.checks.filter(({ state }) => state === 'question' || state === 'unread');
  return [
    healthy > 0 && t.counted(isClear ? 'checkup.summary.clear' : 'checkup.summary.healthy', healthy),
    disabled > 0 && t.counted('checkup.summary.disabled', disabled),
    open.length > 0 && t('checkup.summary.unchecked', { list: open.map(({ check }) => t(`check.${check}.name`)) }),
  ];
}

/**
 * One sentence that sums up, with the numbers of the table: `5 of 8 integrations need something; 2 are at risk.` Where
 * nothing needs anything it is an all-clear.
 *
 * @param reindex what is advised on the reindex interval
 */
export function summaryText(report: Report, reindex: Message | undefined, t: Texts): string {
  const { subjects, nothingElse, checks } = report;
  if (subjects.length === 0) return t('checkup.summary.none');
  const single = subjects.find(({ key }) => key === SINGLE_REPOSITORIES)?.health;
  const ofAll = checks.filter(
    ({ check, scope, state }) =>
      scope === 'instance' && state === 'failing' && !(reindex && check === 'reindex-interval'),
  );
  const isSingleWell = single === undefined || !needsSomething(single);
  const needs = needText(report, t).filter((part) => part !== false);
  const parts = [
    ...(nothingElse
      ? [t('checkup.summary.nothing-else')]
      : needs.length > 0
        ? needs
        : wellText(report, isSingleWell && ofAll.length === 0, t)),
    !nothingElse && !isSingleWell && t('checkup.summary.single-repositories', t(`health.${single}`)),
    ofAll.length > 0 && t('checkup.summary.of-all', { list: ofAll.map(({ check }) => t(`check.${check}.name`)) }),
    reindex !== undefined && t(reindex),
  ];
  return `${parts.filter((part) => part !== false).join('; ')}.`;
}
