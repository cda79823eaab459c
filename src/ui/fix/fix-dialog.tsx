import type { FixProps } from '../dialogs';
import { Modal } from '../modal';
import { useTexts } from '../page-context';

export function FixDialog({ onClose }: FixProps) {
  const t = useTexts();
  return (
    <Modal heading={t('fix.heading')} onClose={onClose}>
      <p>{t('fix.intro')}</p>
    </Modal>
  );
}
