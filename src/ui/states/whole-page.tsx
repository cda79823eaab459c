import { LinkButton } from '@atlaskit/button/new';
import type { ReactNode } from 'react';

import { vendorPage } from '../../model/vendor';
import type { SourceFailure } from '../../model/gathered';
import type { FailureKind } from '../../model/reading';
import type { Report } from '../../report/report';
import { NewTabLink } from '../new-tab-link';
import { usePage } from '../page-context';
import { FailureLink, FailureText } from '../sources/failure-message';
import { BusyButton } from '../busy-button';
import { BeforeFirst } from './before-first';

/** Kinds of failure that leave nothing else to say. */
const TITLES: Partial<Record<FailureKind, string>> = {
  missing: 'missing.title',
  forbidden: 'forbidden.title',
  unauthorised: 'unauthorised.title',
};

/** True where a failure of the integrations is told instead of the page's content. */
export function takesThePage({ kind }: SourceFailure): boolean {
  return TITLES[kind] !== undefined;
}

interface MessageProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons and links. */
  readonly actions: ReactNode;
}

function Message({ title, children, actions }: MessageProps) {
  return (
    <div className="gic-whole-page">
      <h3>{title}</h3>
      <p>{children}</p>
      <div className="gic-buttons">{actions}</div>
    </div>
  );
}

interface FailedProps {
  readonly failure: SourceFailure;
  readonly reading: boolean;
  readonly onTryAgain: () => void;
}

/** GIJ is missing, the session has ended, or the account is no admin's. */
export function FailedPage({ failure, reading, onTryAgain }: FailedProps) {
  const { texts: t } = usePage();
  return (
    <Message
      title={t(TITLES[failure.kind] ?? 'crash.title')}
      actions={
        <>
          <FailureLink kind={failure.kind} />
          <BusyButton isBusy={reading} onClick={onTryAgain}>
            {t('failure.try-again')}
          </BusyButton>
        </>
      }
    >
      <FailureText failure={failure} />
    </Message>
  );
}

/** True where Jira has no integration, and none can be missing from its answer. */
export function isNothingConnected({ subjects, problems, atLeast }: Report): boolean {
  return subjects.length + problems.length === 0 && !atLeast;
}

/** Nothing is connected: where to connect something, and what to mind before. */
export function NothingConnected() {
  const { texts: t, host } = usePage();
  const link = host.manageIntegrations;
  return (
    <>
      <Message
        title={t('empty.title')}
        actions={
          <>
            {link !== undefined && (
              <LinkButton appearance="primary" href={link}>
                {t('empty.link')}
              </LinkButton>
            )}
            <NewTabLink href={vendorPage('add-new-integration-gij-self-managed')}>{t('empty.docs')}</NewTabLink>
          </>
        }
      >
        {t('empty.body')}
      </Message>
      <BeforeFirst />
    </>
  );
}
