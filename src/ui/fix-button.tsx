import Button from '@atlaskit/button/new';

import { useReadOnly } from './decide';
import { useOpenDialog } from './dialogs';
import { useTexts } from './page-context';

interface Props {
  /** Id of the check. */
  readonly check: string;
  /** Integrations that can be put right from here; without any there is no button. */
  readonly keys: readonly string[];
  /** What is wrong, for those who hear the button alone. */
  readonly about: string;
  /** It stands at one integration. */
  readonly isSingle?: boolean;
}

/** Opens the preview of a fix. */
export function FixButton({ check, keys, about, isSingle = false }: Props) {
  const t = useTexts();
  const open = useOpenDialog();
  const isReadOnly = useReadOnly();
  if (isReadOnly || keys.length === 0) return null;
  return (
    <Button spacing="compact" appearance="primary" onClick={() => open({ kind: 'fix', check, keys })}>
      {isSingle ? t('fix.open-one') : t.counted('fix.open', keys.length)}
      <span className="gic-hidden">: {about}</span>
    </Button>
  );
}
