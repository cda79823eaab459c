import { LinkButton } from '@atlaskit/button/new';
import type { ReactNode } from 'react';

import { useTexts } from './page-context';

interface Props {
  readonly href: string;
  readonly isPrimary?: boolean;
  readonly children: ReactNode;
}

/** A link that looks like a button and opens a tab of its own, which it says to those who cannot see it. */
export function NewTabLink({ href, isPrimary = false, children }: Props) {
  const t = useTexts();
  // LinkButton passes it on, and its type does not know it.
  const said = { newWindowLabel: t('link.new-tab') };
  return (
    <LinkButton
      href={href}
      appearance={isPrimary ? 'primary' : 'default'}
      target="_blank"
      rel="noopener noreferrer"
      {...said}
    >
      {children}
    </LinkButton>
  );
}
