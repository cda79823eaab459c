import type { DialogProps } from '../dialogs';
import { Modal } from '../modal';
import { useTexts } from '../page-context';
import { PartView } from '../part-view';
import { useSharing } from '../sharing-context';
import { SharingContent } from './sharing-content';

/** Where decisions are kept and who can read them, what is still to be chosen, and decisions as a file. */
export function SharingDialog({ judged, onClose }: DialogProps) {
  const t = useTexts();
  const { part, control, tryAgain } = useSharing();
  return (
    <Modal heading={t('sharing.heading')} onClose={onClose}>
      <PartView part={part} onTryAgain={tryAgain}>
        {() => control && <SharingContent control={control} judged={judged} />}
      </PartView>
    </Modal>
  );
}
