import type { DialogProps } from '../dialogs';
import { Modal } from '../modal';
import { useTexts } from '../page-context';

export function SharingDialog({ onClose }: DialogProps) {
  const t = useTexts();
  return (
    <Modal heading={t('sharing.heading')} onClose={onClose}>
      <p>{t('sharing.intro')}</p>
    </Modal>
  );
}
