import type { ThemeAppearance } from '@atlaskit/lozenge';
import Lozenge from '@atlaskit/lozenge/new/lozenge';

import type { Health } from '../../report/health';
import { useTexts } from '../page-context';

const APPEARANCE: Readonly<Record<Health, ThemeAppearance>> = {
  'at-risk': 'removed',
  'needs-attention': 'moved',
  'partly-checked': 'inprogress',
  'not-checked': 'default',
  checking: 'default',
  healthy: 'success',
  disabled: 'default',
};

export function HealthBadge({ health }: { readonly health: Health }) {
  const t = useTexts();
  return <Lozenge appearance={APPEARANCE[health]}>{t(`health.${health}`)}</Lozenge>;
}
