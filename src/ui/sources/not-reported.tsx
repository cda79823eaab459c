import type { Report } from '../../report/report';
import { MessageBox } from '../message-box';
import { useTexts } from '../page-context';

/** Says once what this version of GIJ does not report, instead of at each integration. */
export function NotReported({ fields }: { readonly fields: Report['notReported'] }) {
  const t = useTexts();
  const of = (wanted: 'integrations' | 'repositories') =>
    fields.filter(({ source }) => source === wanted).map(({ field }) => t(`field.${field}`));
  const [integrations, repositories] = [of('integrations'), of('repositories')];
  if (fields.length === 0) return null;
  return (
    <MessageBox appearance="information">
      {integrations.length > 0 && <p>{t('not-reported.integrations', { list: integrations })}</p>}
      {repositories.length > 0 && <p>{t('not-reported.repositories', { list: repositories })}</p>}
    </MessageBox>
  );
}
