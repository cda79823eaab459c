import type { Texts } from '../../i18n/texts';
import type { Message } from '../../model/message';
import { SINGLE_REPOSITORIES } from '../../model/integration';
import { HEALTHS, needsSomething } from '../../report/health';
import type { Report } from '../../report/report';

/** Single repositories are no integration; they are named where they need something. */
function singleRepositoriesText({ subjects }: Report, t: Texts): string | undefined {
  const health = subjects.find(({ key }) => key === SINGLE_REPOSITORIES)?.health;
  return health === undefined || !needsSomething(health)
    ? undefined
    : t('checkup.summary.single-repositories', t(`health.${health}`));
}

/** One line that sums up, such as `2 at risk, 3 need attention; 4 settings to confirm; set the reindex interval to 22 minutes`. */
export function summaryText(report: Report, reindex: Message | undefined, t: Texts): string {
  const { healths, nothingElse } = report;
  const counted = HEALTHS.filter((health) => healths[health] > 0);
  const health = counted.map((one) => t.counted(`health.count.${one}`, healths[one])).join(', ');
  const parts = [
    nothingElse ? t('checkup.summary.nothing-else') : health === '' ? t('checkup.summary.none') : health,
    nothingElse ? undefined : singleRepositoriesText(report, t),
    reindex && t(reindex),
  ];
  return parts.filter((part) => part !== undefined).join('; ');
}
