import { usePart } from './load-part';
import { loadHelp } from './parts';
import { Modal } from './modal';
import { useTexts } from './page-context';
import { PartView } from './part-view';

/** Help and legend, over the page. */
export function OpenHelp({ onClose }: { readonly onClose: () => void }) {
  const t = useTexts();
  const { part, tryAgain } = usePart(loadHelp, true);
  return (
    <Modal heading={t('checkup.help')} onClose={onClose}>
      <PartView part={part} onTryAgain={tryAgain}>
        {({ Help }) => <Help />}
      </PartView>
    </Modal>
  );
}
