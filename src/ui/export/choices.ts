import type { Texts } from '../../i18n/texts';
import { completenessOf } from '../../snapshots/completeness';
import type { OpenDialog } from '../dialogs';
import type { Choice } from '../head/menu';
import type { PageContext } from '../page-context';
import type { Judged } from '../state/judged';
import type { ViewState } from '../state/view-state';

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
export function exportChoices({ page: { texts: t } }: ToExport): readonly Choice[] {
  return [{ label: t('exporting.print'), choose: () => window.print() }];
}
