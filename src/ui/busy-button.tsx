import Button from '@atlaskit/button/new';
import type { ReactNode } from 'react';

import { useTexts } from './page-context';

interface Props {
  /** What it starts is under way: until that is over it does nothing more. */
  readonly isBusy: boolean;
  readonly isDisabled?: boolean;
  readonly onClick?: () => void;
  readonly type?: 'button' | 'submit';
  readonly appearance?: 'default' | 'primary';
  readonly spacing?: 'default' | 'compact';
  readonly children: ReactNode;
}

/** Says that it is busy in the user's language: Atlaskit's own way to say so, `isLoading`, is English. */
export function BusyButton({ isBusy, onClick, children, ...props }: Props) {
  const t = useTexts();
  return (
    <Button {...props} aria-disabled={isBusy} onClick={(event) => (isBusy ? event.preventDefault() : onClick?.())}>
      <span className={isBusy ? 'gic-busy' : undefined}>
        <span>{children}</span>
      </span>
      {isBusy && <span className="gic-hidden"> {t('part.loading')}</span>}
    </Button>
  );
}
