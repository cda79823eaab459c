import type { AcceptProps } from '../dialogs';
import { Modal } from '../modal';
import { useTexts } from '../page-context';

export function AcceptDialog({ onClose }: AcceptProps) {
  const t = useTexts();
  return (
    <Modal heading={t('accept.heading')} onClose={onClose}>
      <p>{t('accept.intro')}</p>
    </Modal>
  );
}
