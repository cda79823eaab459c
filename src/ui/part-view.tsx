import Button from '@atlaskit/button/new';
import type { ReactNode } from 'react';

import type { Part } from './load-part';
import { MessageBox } from './message-box';
import { useTexts } from './page-context';

interface Props<Content> {
  readonly part: Part<Content>;
  readonly onTryAgain: () => void;
  readonly children: (content: Content) => ReactNode;
}

/** A part that is loaded later; until then that it is being loaded, or that it could not be. */
export function PartView<Content>({ part, onTryAgain, children }: Props<Content>) {
  const t = useTexts();
  if (part.state === 'loaded') return <>{children(part.content)}</>;
  if (part.state === 'loading') return <p className="gic-part">{t('part.loading')}</p>;
  return (
    <div className="gic-part">
      <MessageBox appearance="error" title={t('part.failed')} headingLevel="h3">
        <Button onClick={onTryAgain}>{t('failure.try-again')}</Button>
      </MessageBox>
    </div>
  );
}
