import SectionMessage from '@atlaskit/section-message';

import type { Report } from '../../report/report';
import { usePart } from '../load-part';
import { useTexts } from '../page-context';
import { loadChecklist } from '../parts';

/** Says once what this version of GIJ does not report, instead of at each integration. */
export function NotReported({ fields }: { readonly fields: Report['notReported'] }) {
  const t = useTexts();
  // The names of fields come with the checklists.
  const { part } = usePart(loadChecklist, fields.length > 0);
  const of = (wanted: 'integrations' | 'repositories') =>
    fields.filter(({ source }) => source === wanted).map(({ field }) => t(`field.${field}`));
  const [integrations, repositories] = [of('integrations'), of('repositories')];
  if (fields.length === 0 || part.state !== 'loaded') return null;
  return (
    <SectionMessage appearance="information">
      {integrations.length > 0 && <p>{t('not-reported.integrations', { list: integrations })}</p>}
      {repositories.length > 0 && <p>{t('not-reported.repositories', { list: repositories })}</p>}
    </SectionMessage>
  );
}
