import ErrorIcon from '@atlaskit/icon/core/status-error';
import InformationIcon from '@atlaskit/icon/core/status-information';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import SectionMessage, { type SectionMessageProps } from '@atlaskit/section-message';
import type { ComponentProps } from 'react';

import { useTexts } from './page-context';

type Appearance = 'warning' | 'error' | 'information';

/** The icon says what kind of message it is, in the user's language: Atlaskit's own says so in English. */
function iconOf(appearance: Appearance, Icon: typeof WarningIcon) {
  return function MessageIcon({ color }: Pick<ComponentProps<typeof WarningIcon>, 'color'>) {
    const t = useTexts();
    return <Icon label={t(`message.${appearance}`)} spacing="spacious" {...(color && { color })} />;
  };
}

const ICONS = {
  warning: iconOf('warning', WarningIcon),
  error: iconOf('error', ErrorIcon),
  information: iconOf('information', InformationIcon),
};

type Props = Pick<SectionMessageProps, 'title' | 'headingLevel' | 'children'> & { readonly appearance: Appearance };

/** What the page has to say of itself: what failed, and what may be missing. */
export function MessageBox(props: Props) {
  return <SectionMessage {...props} icon={ICONS[props.appearance]} />;
}
