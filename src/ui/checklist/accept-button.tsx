import Button from '@atlaskit/button/new';

import { useReadOnly } from '../decide';
import { useOpenDialog } from '../dialogs';
import { useTexts } from '../page-context';

interface Props {
  /** Id of the check. */
  readonly check: string;
  /** What it fails on; without any there is no button. */
  readonly keys: readonly string[];
}

/** Opens the dialog in which Fails are accepted. */
export function AcceptButton({ check, keys }: Props) {
  const t = useTexts();
  const open = useOpenDialog();
  if (useReadOnly() || keys.length === 0) return null;
  return (
    <Button spacing="compact" onClick={() => open({ kind: 'accept', check, keys })}>
      {keys.length === 1 ? t('accept.open') : t.counted('accept.open.several', keys.length)}
      <span className="gic-hidden">: {t(`check.${check}.name`)}</span>
    </Button>
  );
}
