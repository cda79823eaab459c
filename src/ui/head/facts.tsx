import type { Outcome, ServerInfo } from '../../model/gathered';
import { SINGLE_REPOSITORIES } from '../../model/integration';
import type { Texts } from '../../i18n/texts';
import type { Report } from '../../report/report';
import { useTexts } from '../page-context';
import { useNow } from '../state/use-now';

/** Such as `8 integrations, 294 repositories, 6 repositories without an integration`; numbers that are not known are left out. */
function sizeText({ subjects, integrations, atLeast: isCut }: Report, t: Texts): string | undefined {
  if (subjects.length === 0) return undefined;
  const own = subjects.filter(({ key }) => key !== SINGLE_REPOSITORIES);
  const single = subjects.find(({ key }) => key === SINGLE_REPOSITORIES)?.repositories;
  const counts = own.flatMap(({ repositories }) => repositories ?? []);
  const isWhole = counts.length === own.length && counts.every(({ atLeast }) => !atLeast);
  const parts = [
    !isCut && t.counted('checkup.facts.integrations', integrations),
    isWhole &&
      t.counted(
        'checkup.facts.repositories',
        counts.reduce((sum, { value }) => sum + value, 0),
      ),
    single && !single.atLeast && t.counted('checkup.facts.single', single.value),
  ];
  const said = parts.filter((part) => typeof part === 'string');
  return said.length === 0 ? undefined : said.join(', ');
}

interface Props {
  readonly report: Report | undefined;
  /** When the integrations that are shown were read, milliseconds since the epoch; undefined before that. */
  readonly checkedAt: number | undefined;
  readonly serverInfo: Outcome<ServerInfo> | undefined;
  /** Of the first reading, while it is under way. */
  readonly progress: readonly [done: number, total: number] | undefined;
}

/** When it was checked, which Jira, and how much of it. The time moves on without saying so. */
export function Facts({ report, checkedAt, serverInfo, progress }: Props) {
  const t = useTexts();
  const now = useNow();
  const others = [
    serverInfo?.state === 'read' && t('checkup.jira', serverInfo.value.version),
    progress ? t('loading.progress', ...progress) : report && sizeText(report, t),
  ].filter((fact) => typeof fact === 'string');
  return (
    <p className="gic-subtle gic-facts">
      {checkedAt !== undefined && (
        <time dateTime={new Date(checkedAt).toISOString()} title={t.moment(checkedAt)}>
          {t('checkup.checked', t.ago(checkedAt, now))}
        </time>
      )}
      {checkedAt !== undefined && others.length > 0 && ' · '}
      {others.join(' · ')}
    </p>
  );
}
