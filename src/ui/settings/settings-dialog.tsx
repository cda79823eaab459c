import type { DialogProps } from '../dialogs';
import { Modal } from '../modal';
import { useTexts } from '../page-context';

export function SettingsDialog({ onClose }: DialogProps) {
  const t = useTexts();
  return (
    <Modal heading={t('settings.heading')} onClose={onClose}>
      <p>{t('settings.intro')}</p>
    </Modal>
  );
}
