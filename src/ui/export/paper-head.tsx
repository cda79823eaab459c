import type { Texts } from '../../i18n/texts';
import { provenanceLines } from '../../report/formats/provenance-texts';
import { checkName } from '../../report/formats/subject-texts';
import { usePrinting } from '../integrations/use-printing';
import { usePage } from '../page-context';
import type { Judged } from '../state/judged';
import type { ViewState } from '../state/view-state';
import { filterOf, shownNow } from './shown';

interface Props {
  readonly judged: Judged;
  readonly view: ViewState;
}

/** What the table is filtered by, in the words of its filters; blank where it is not. */
function filterText(view: ViewState, t: Texts): string {
  const { search, health, host: product, check } = filterOf(view);
  return [
    health && t(`health.${health}`),
    check !== undefined && checkName(check, t),
    product && t(`product.${product}`),
    search.trim() !== '' && t('exporting.paper.search', search.trim()),
  ]
    .filter((part) => typeof part === 'string')
    .join(', ');
}

/** On paper: which Jira this is of, when and by whom it was printed, and what of it is shown. */
export function PaperHead({ judged, view }: Props) {
  const page = usePage();
  const { texts: t } = page;
  if (!usePrinting()) return null;
  const exported = shownNow(judged, view, page);
  const filter = filterText(view, t);
  const lines = provenanceLines(exported, t).map((line) =>
    line.label === t('export.exported') ? { ...line, label: t('exporting.paper.printed') } : line,
  );
  if (filter !== '') lines.push({ label: t('exporting.paper.filter'), text: filter });
  return (
    <dl className="gic-print gic-paper-head" aria-hidden="true">
      {lines.map(({ label, text }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
