import type { SharingTrouble } from '../../decisions/sync';
import type { RequestFailure } from '../../model/gathered';
import { useTexts } from '../page-context';
import { FailureLink, FailureText } from '../sources/failure-message';

/** The place is missing or closed, and not Jira or the app. */
function isOfPlace({ kind }: RequestFailure): boolean {
  return kind === 'forbidden' || kind === 'missing';
}

function PlaceFailure({ failure: { kind, detail, request } }: { readonly failure: RequestFailure }) {
  const t = useTexts();
  return (
    <>
      <span className="gic-paragraph">{t(kind === 'missing' ? 'shared.place-missing' : 'shared.place-forbidden')}</span>
      {detail !== undefined && <span className="gic-paragraph">{t('failure.detail', detail)}</span>}
      <span className="gic-paragraph gic-subtle">{t('failure.request', request)}</span>
    </>
  );
}

/** What happened to what is shared, and what the admin can do. */
export function TroubleText({ trouble }: { readonly trouble: SharingTrouble }) {
  const t = useTexts();
  const failure = 'failure' in trouble ? trouble.failure : undefined;
  return (
    <>
      <p>{t(`shared.trouble.${trouble.why}`)}</p>
      {failure && <p>{isOfPlace(failure) ? <PlaceFailure failure={failure} /> : <FailureText failure={failure} />}</p>}
    </>
  );
}

/** Leads to where an admin gets the right to read and write again. */
export function TroubleLink({ trouble }: { readonly trouble: SharingTrouble }) {
  const kind = 'failure' in trouble ? trouble.failure?.kind : undefined;
  // What is missing here is a place for properties, and not an app.
  return kind === 'unauthorised' || kind === 'websudo' ? <FailureLink kind={kind} /> : null;
}
