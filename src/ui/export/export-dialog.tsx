import { Selected } from '../checklist/copy-buttons';
import type { ExportProps } from '../dialogs';
import { Modal } from '../modal';
import { useTexts } from '../page-context';

/** Shows what the browser did not let the page copy. */
export function ExportDialog({ dialog: { text }, onClose }: ExportProps) {
  const t = useTexts();
  return (
    <Modal heading={t('exporting.by-hand.title')} onClose={onClose}>
      <p>{t('exporting.by-hand')}</p>
      <Selected label={t('exporting.by-hand.title')} text={text ?? ''} />
    </Modal>
  );
}
