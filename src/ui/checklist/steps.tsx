import { stepsOf, type GijPage } from '../../report/formats/steps';
import { useGijVersion } from '../checkup-context';
import type { HostPage } from '../../host-page/host-page';
import { usePage } from '../page-context';

const LINKS: Readonly<Record<GijPage, keyof HostPage & ('manageIntegrations' | 'generalSettings' | 'indexingQueue')>> =
  {
    manage: 'manageIntegrations',
    general: 'generalSettings',
    queue: 'indexingQueue',
  };

/** How to put a check right by hand, with links to the pages of GIJ where Jira's page has them. */
export function Steps({ check }: { readonly check: string }) {
  const { texts: t, host } = usePage();
  const version = useGijVersion();
  return (
    <ol>
      {stepsOf(check, version, t).map(({ text, page }) => {
        const href = page && host[LINKS[page]];
        return (
          <li key={text}>
            {text}
            {href !== undefined && (
              <>
                {' '}
                <a href={href} target="_blank" rel="noopener noreferrer">
                  {t('checklist.steps.open')}
                  <span className="gic-hidden"> {t('link.new-tab')}</span>
                </a>
              </>
            )}
          </li>
        );
      })}
    </ol>
  );
}
