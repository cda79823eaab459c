import type { Texts } from '../../i18n/texts';
import type { RequestFailure } from '../../model/gathered';
import type { FailureKind, SourceId } from '../../model/reading';
import { checksWithout } from '../../report/checks-without';
import type { Report } from '../../report/report';
import { NewTabLink } from '../new-tab-link';
import { usePage } from '../page-context';
import { BusyButton } from '../busy-button';
import { MessageBox } from '../message-box';
import type { ShownFailure } from '../state/checkup';

/** Where in Jira the admin can do something about it. */
const PLACES: Partial<Record<FailureKind, string>> = {
  unauthorised: '/login.jsp',
  websudo: '/secure/admin/WebSudoAuthenticate!default.jspa',
  missing: '/plugins/servlet/upm',
};

/** What happened, what to do, what the answer said. Spans, because Atlaskit puts it into a paragraph in places. */
export function FailureText({ failure }: { readonly failure: RequestFailure }) {
  const { texts: t } = usePage();
  const { kind, status, detail, request } = failure;
  const what =
    kind === 'http' && status !== undefined && status !== 200
      ? t('failure.http.what.status', String(status))
      : t(`failure.${kind}.what`);
  return (
    <>
      <span className="gic-paragraph">
        {what} {t(`failure.${kind}.do`)}
      </span>
      {detail !== undefined && <span className="gic-paragraph">{t('failure.detail', detail)}</span>}
      <span className="gic-paragraph gic-subtle">{t('failure.request', request)}</span>
    </>
  );
}

/** Leads to where in Jira it can be fixed; nothing where there is no such place. */
export function FailureLink({ kind }: { readonly kind: FailureKind }) {
  const { texts: t, host } = usePage();
  const place = PLACES[kind];
  if (place === undefined) return null;
  return (
    <NewTabLink isPrimary href={host.jira + place}>
      {t(`failure.${kind}.link`)}
    </NewTabLink>
  );
}

/** Failures for one reason. */
type Group = readonly [ShownFailure, ...ShownFailure[]];

/** A session that ended fails all sources, and is told once. */
function byReason(failures: readonly ShownFailure[]): readonly Group[] {
  const groups = new Map<string, [ShownFailure, ...ShownFailure[]]>();
  for (const failure of failures) {
    const reason = `${failure.kind} ${failure.status ?? ''} ${failure.detail ?? ''}`;
    const group = groups.get(reason);
    if (group) group.push(failure);
    else groups.set(reason, [failure]);
  }
  return [...groups.values()];
}

/** What the admin has to do without. */
function effectText({ source, keptFrom }: ShownFailure, report: Report, t: Texts): string {
  if (keptFrom !== undefined) return t('failure.kept', t(`source.${source}`), { date: keptFrom });
  const missing = source === 'repositories' ? checksWithout(report, source) : 0;
  return missing > 0
    ? t.counted('failure.effect.checks', missing, t(`source.${source}`))
    : t(`failure.effect.${source}`);
}

/** Such as `You see what was read at 13:24.`: one time where all of it is of one reading. */
function effectTexts(group: Group, report: Report, t: Texts): readonly string[] {
  const kept = group.flatMap(({ keptFrom }) => keptFrom ?? []);
  if (kept.length === group.length) return [t('failure.all-kept', { date: Math.min(...kept) })];
  return group.map((failure) => effectText(failure, report, t));
}

interface GroupProps {
  readonly group: Group;
  readonly report: Report;
  readonly isReading: boolean;
  readonly onTryAgain: () => void;
}

function FailureMessage({ group, report, isReading, onTryAgain }: GroupProps) {
  const { texts: t } = usePage();
  const [first, ...others] = group;
  const effects = effectTexts(group, report, t);
  const [effect = ''] = effects;
  const isAccess = first.kind === 'unauthorised' || first.kind === 'websudo';
  const isTitle = !isAccess && others.length === 0 && first.keptFrom === undefined;
  const list = group.map(({ source }) => t(`source.${source}`));
  const title = isAccess ? t(`failure.${first.kind}.title`) : isTitle ? effect : t('failure.title', { list });
  return (
    <MessageBox appearance="warning" title={title} headingLevel="h3">
      {!isTitle && effects.map((one) => <p key={one}>{one}</p>)}
      {!isAccess && <FailureText failure={first} />}
      <div className="gic-buttons">
        <FailureLink kind={first.kind} />
        <BusyButton isBusy={isReading} onClick={onTryAgain}>
          {t('failure.try-again')}
        </BusyButton>
      </div>
    </MessageBox>
  );
}

interface Props {
  readonly failures: readonly ShownFailure[];
  readonly report: Report;
  readonly reading: readonly SourceId[];
  readonly onTryAgain: (sources: readonly SourceId[]) => void;
}

/** What could not be read, each reason once, with what it takes away and one way to try again. */
export function Failures({ failures, report, reading, onTryAgain }: Props) {
  return (
    <div role="status" className="gic-messages">
      {byReason(failures).map((group) => {
        const sources = group.map(({ source }) => source);
        return (
          <FailureMessage
            key={sources.join()}
            group={group}
            report={report}
            isReading={sources.some((source) => reading.includes(source))}
            onTryAgain={() => onTryAgain(sources)}
          />
        );
      })}
    </div>
  );
}
