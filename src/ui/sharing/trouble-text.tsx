import type { SharingTrouble } from '../../decisions/sync';
import { useTexts } from '../page-context';
import { FailureLink, FailureText } from '../sources/failure-message';

/** What happened to what is shared, and what the admin can do. */
export function TroubleText({ trouble }: { readonly trouble: SharingTrouble }) {
  const t = useTexts();
  const failure = 'failure' in trouble ? trouble.failure : undefined;
  return (
    <>
      <p>{t(`shared.trouble.${trouble.why}`)}</p>
      {failure && (
        <p>
          <FailureText failure={failure} />
        </p>
      )}
    </>
  );
}

/** Leads to where an admin gets the right to read and write again. */
export function TroubleLink({ trouble }: { readonly trouble: SharingTrouble }) {
  const kind = 'failure' in trouble ? trouble.failure?.kind : undefined;
  // What is missing here is a place for properties, and not an app.
  return kind === 'unauthorised' || kind === 'websudo' ? <FailureLink kind={kind} /> : null;
}
