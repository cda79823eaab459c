import Button, { LinkButton } from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';

import type { FailureKind, GatheredSource, SourceFailure } from '../../model/gathered';
import { usePage } from '../page-context';
import type { ShownFailure } from '../state/use-checkup';

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
  const what = kind === 'http' && status !== undefined && status !== 200 ? t('failure.http.what.status', String(status)) : t(`failure.${kind}.what`);
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

interface ActionsProps {
  readonly kind: FailureKind;
  readonly tryAgain: string;
  readonly reading: boolean;
  readonly onTryAgain: () => void;
}

/** A link to where it can be mended, and another try. */
export function FailureActions({ kind, tryAgain, reading, onTryAgain }: ActionsProps) {
  const { texts: t, host } = usePage();
  const place = PLACES[kind];
  return (
    <div className="gic-buttons">
      {place !== undefined && (
        <LinkButton appearance="primary" href={host.jira + place} target="_blank" rel="noopener noreferrer">
          {t(`failure.${kind}.link`)}
        </LinkButton>
      )}
      <Button onClick={onTryAgain} isLoading={reading}>
        {tryAgain}
      </Button>
    </div>
  );
}

interface Props {
  readonly failures: readonly ShownFailure[];
  readonly reading: readonly GatheredSource[];
  readonly onTryAgain: (source: GatheredSource) => void;
}

/** Each source that could not be read, once, with another try for it alone. */
export function Failures({ failures, reading, onTryAgain }: Props) {
  const { texts: t } = usePage();
  return failures.map((failure) => {
    const source = failure.source as GatheredSource;
    const name = t(`source.${source}`);
    return (
      <SectionMessage key={source} appearance="warning" title={t('failure.title', name)}>
        <FailureText failure={failure} />
        {failure.keptFrom !== undefined && <p>{t('failure.kept', { date: failure.keptFrom })}</p>}
        <FailureActions
          kind={failure.kind}
          tryAgain={t('failure.try-again.source', name)}
          reading={reading.includes(source)}
          onTryAgain={() => onTryAgain(source)}
        />
      </SectionMessage>
    );
  });
}
