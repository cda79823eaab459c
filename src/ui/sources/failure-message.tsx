import Button, { LinkButton } from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';

import type { SourceFailure } from '../../model/gathered';
import type { FailureKind, SourceId } from '../../model/reading';
import { usePage } from '../page-context';
import type { ShownFailure } from '../state/checkup';

/** Where in Jira the admin can do something about it. */
const PLACES: Partial<Record<FailureKind, string>> = {
  unauthorised: '/login.jsp',
  websudo: '/secure/admin/WebSudoAuthenticate!default.jspa',
  missing: '/plugins/servlet/upm',
};

/** What happened, what to do, what the answer said. Spans, because Atlaskit puts it into a paragraph in places. */
export function FailureText({ failure }: { readonly failure: SourceFailure }) {
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
    <LinkButton appearance="primary" href={host.jira + place} target="_blank" rel="noopener noreferrer">
      {t(`failure.${kind}.link`)}
    </LinkButton>
  );
}

interface Props {
  readonly failures: readonly ShownFailure[];
  readonly reading: readonly SourceId[];
  readonly onTryAgain: (source: SourceId) => void;
}

/** Failures for the same reason together: a session that ended fails all sources, and is told once. */
function byReason(failures: readonly ShownFailure[]): readonly (readonly [ShownFailure, ...ShownFailure[]])[] {
  const groups = new Map<string, [ShownFailure, ...ShownFailure[]]>();
  for (const failure of failures) {
    const reason = `${failure.kind} ${failure.status ?? ''} ${failure.detail ?? ''}`;
    const group = groups.get(reason);
    if (group) group.push(failure);
    else groups.set(reason, [failure]);
  }
  return [...groups.values()];
}

/** What could not be read, each reason once, with another try for each source alone. */
export function Failures({ failures, reading, onTryAgain }: Props) {
  const { texts: t } = usePage();
  return byReason(failures).map((group) => {
    const [first] = group;
    const list = group.map(({ source }) => t(`source.${source}`));
    const kept = group.flatMap(({ keptFrom }) => keptFrom ?? []);
    return (
      <SectionMessage key={first.source} appearance="warning" title={t('failure.title', { list })}>
        <FailureText failure={first} />
        {kept.length > 0 && <p>{t('failure.kept', { date: Math.min(...kept) })}</p>}
        <div className="gic-buttons">
          <FailureLink kind={first.kind} />
          {group.map(({ source }) => (
            <Button key={source} isLoading={reading.includes(source)} onClick={() => onTryAgain(source)}>
              {t('failure.try-again.source', t(`source.${source}`))}
            </Button>
          ))}
        </div>
      </SectionMessage>
    );
  });
}
