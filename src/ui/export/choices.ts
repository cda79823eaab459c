import type { Texts } from '../../i18n/texts';
import { csvReport } from '../../report/formats/csv';
import type { Exported, Format } from '../../report/formats/exported';
import { jsonReport } from '../../report/formats/json';
import { shownText } from '../../report/formats/provenance-texts';
import { markdownReport } from '../../report/formats/report-markdown';
import { completenessOf } from '../../snapshots/completeness';
import { copyText } from '../copy-text';
import type { OpenDialog } from '../dialogs';
import { downloadText } from '../download-text';
import type { Choice } from '../head/menu';
import type { PageContext } from '../page-context';
import type { Judged } from '../state/judged';
import type { ViewState } from '../state/view-state';
import { fileNameOf, shownNow } from './shown';

export interface ToExport {
  /** Undefined until the integrations gave anything. */
  readonly judged: Judged | undefined;
  readonly view: ViewState;
  readonly page: PageContext;
  readonly open: OpenDialog;
  /** Says in the head of the page what was done. */
  readonly say: (said: string) => void;
}

/** Why there are no findings to export; undefined where there are. */
export function whyNothing(judged: Judged | undefined, t: Texts): string | undefined {
  if (judged?.gathered.integrations.state === 'failed') return t('exporting.nothing.unread');
  if (!judged || completenessOf(judged.gathered, judged.report) === 'pending') return t('exporting.nothing.reading');
  return undefined;
}

/** What the menu *Export* offers. */
export function exportChoices({ judged, view, page, open, say }: ToExport): readonly Choice[] {
  const { texts: t } = page;
  const isDisabled = whyNothing(judged, t) !== undefined;
  const exporting = (write: (exported: Exported) => void) => ({
    isDisabled,
    choose: () => judged && write(shownNow(judged, view, page)),
  });
  const saving = (format: Format, ending: string, type: string) =>
    exporting((exported) => {
      const name = fileNameOf(exported.provenance, ending);
      downloadText(format(exported, t), name, type);
      say(t('exporting.saved', name, shownText(exported, t)));
    });
  return [
    { label: t('exporting.csv'), ...saving(csvReport, 'csv', 'text/csv;charset=utf-8') },
    { label: t('exporting.json'), ...saving(jsonReport, 'json', 'application/json') },
    {
      label: t('exporting.markdown'),
      ...exporting((exported) => {
        const text = markdownReport(exported, t);
        void copyText(text, null).then((how) =>
          how === 'copied' ? say(t('exporting.copied', shownText(exported, t))) : open({ kind: 'export', text }),
        );
      }),
    },
    { label: t('exporting.print'), choose: () => window.print() },
    {
      label: t('exporting.recording'),
      isDisabled: !judged,
      choose: () => open({ kind: 'export' }),
    },
  ];
}
