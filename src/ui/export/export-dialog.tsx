import Button from '@atlaskit/button/new';

import { recordingText } from '../../sources/write-recording';
import { Selected } from '../checklist/copy-buttons';
import type { ExportProps } from '../dialogs';
import { downloadText } from '../download-text';
import { Modal } from '../modal';
import { usePage } from '../page-context';
import { fileNameOf, provenanceNow } from './shown';

/** What a recording holds, and what not, before it is saved; with a text, what the browser did not let the page copy. */
export function ExportDialog({ dialog: { text }, judged, onClose }: ExportProps) {
  const page = usePage();
  const { texts: t } = page;
  if (text !== undefined) {
    return (
      <Modal heading={t('exporting.by-hand.title')} onClose={onClose}>
        <p>{t('exporting.by-hand')}</p>
        <Selected label={t('exporting.by-hand.title')} text={text} />
      </Modal>
    );
  }
  const save = () => {
    if (!judged) return;
    const { gathered } = judged;
    const provenance = provenanceNow(gathered, page);
    const { baseUrl, appVersion, exportedAt: now } = provenance;
    const name = fileNameOf(provenance, 'recording.json');
    downloadText(recordingText(gathered, { baseUrl, appVersion, now }), name);
    onClose(t('exporting.saved.recording', name));
  };
  return (
    <Modal heading={t('exporting.recording.title')} onClose={onClose}>
      {['what', 'holds', 'holds-not', 'where'].map((part) => (
        <p key={part} className="gic-recording">
          {t(`exporting.recording.${part}`)}
        </p>
      ))}
      <div className="gic-buttons">
        <Button appearance="primary" onClick={save}>
          {t('exporting.recording.save')}
        </Button>
        <Button onClick={() => onClose()}>{t('modal.cancel')}</Button>
      </div>
    </Modal>
  );
}
