import type { Texts } from '../../i18n/texts';
import type { Message } from '../../model/message';
import { SINGLE_REPOSITORIES } from '../../model/integration';
import { needsSomething, type Health } from '../health';
import type { CheckReport } from '../check-reports';
import type { Report } from '../report';

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

/** How many integrations need nothing; an all-clear where nothing else does either. */
function wellText(report: Report, isClear: boolean, t: Texts): readonly (string | false)[] {
  const healthy = countOf(report, (health) => health === 'healthy');
  const disabled = countOf(report, (health) => health === 'disabled');
  return [
    healthy > 0 && t.counted(isClear ? 'checkup.summary.clear' : 'checkup.summary.healthy', healthy),
    disabled > 0 && t.counted('checkup.summary.disabled', disabled),
  ];
}

function namesOf(checks: readonly CheckReport[], t: Texts) {
  return { list: checks.map(({ check }) => t(`check.${check}.name`)) };
}

function sentence(parts: readonly (string | false)[]): string {
  return `${parts.filter((part) => part !== false).join('; ')}.`;
}

/** What an admin accepted of the reindex interval, or switched off, the summary is silent on. */
export function isIntervalOpen({ instance }: Report): boolean {
  const verdict = instance.find(({ check }) => check === 'reindex-interval')?.verdict;
  return verdict !== 'accepted' && verdict !== 'not-applicable';
}

/**
 * One sentence that sums up, with the numbers of the table: `5 of 8 integrations need something; 2 are at risk.` Where
 * nothing needs anything it is an all-clear.
 *
 * @param reindex what is advised on the reindex interval
 */
export function summaryText(report: Report, reindex: Message | undefined, t: Texts): string {
  const { subjects, nothingElse, checks } = report;
  const accepted = checks.reduce((sum, check) => sum + check.accepted, 0);
  if (subjects.length === 0) return t('checkup.summary.none');
  const single = subjects.find(({ key }) => key === SINGLE_REPOSITORIES)?.health;
  const failing = checks.filter(({ scope, state }) => scope === 'instance' && state === 'failing');
  const named = failing.filter(({ check }) => reindex === undefined || check !== 'reindex-interval');
  const unchecked = checks.filter(({ state }) => state === 'question' || state === 'unread');
  const needs = needText(report, t).filter((part) => part !== false);
  // The rest may change with the next source.
  if (countOf(report, (health) => health === 'checking') > 0) return sentence(needs);
  const isSingleWell = single === undefined || !needsSomething(single);
  const isWell = needs.length === 0 && !nothingElse;
  const isWhole = !report.atLeast && report.problems.length === 0;
  const isClear = isWhole && isSingleWell && failing.length === 0 && report.gate?.kind !== 'wait';
  return sentence([
    nothingElse && t('checkup.summary.nothing-else'),
    ...(nothingElse ? [] : needs),
    ...(isWell ? wellText(report, isClear, t) : []),
    !nothingElse && !isSingleWell && t('checkup.summary.single-repositories', t(`health.${single}`)),
    named.length > 0 && t('checkup.summary.of-all', namesOf(named, t)),
    reindex !== undefined && t(reindex),
    accepted > 0 && t.counted('checkup.summary.accepted', accepted),
    isWell && unchecked.length > 0 && t('checkup.summary.unchecked', namesOf(unchecked, t)),
  ]);
}
