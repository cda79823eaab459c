import type { Texts } from '../../i18n/texts';
import type { SubjectReport } from '../../report/report';
import type { SortKey, ViewState } from '../state/view-state';
import { hostText, subjectName } from './subject-texts';

type Selection = Pick<ViewState, 'search' | 'health' | 'host' | 'sort' | 'descending'>;

/** What each column is sorted by. What could not be read comes before everything that was. */
function sortValue(subject: SubjectReport, sort: Exclude<SortKey, 'health'>, t: Texts): string | number {
  const { counts, lastIndexed } = subject;
  switch (sort) {
    case 'name':
      return subjectName(subject, t);
    case 'to-fix':
      return -counts.fails;
    case 'repositories':
      return subject.repositories?.value ?? -1;
    case 'last-indexed':
      return lastIndexed.kind === 'known' ? lastIndexed.value : -1;
  }
}

function compare(one: string | number, other: string | number, locale: string): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return String(one).localeCompare(String(other), locale, { numeric: true, sensitivity: 'base' });
}

/**
 * The rows that match the search (in name and host, ignoring case) and the filters, as they are sorted.
 *
 * @param subjects worst first, which is the order of the column of health, and of rows that are alike
 */
export function selectRows(subjects: readonly SubjectReport[], view: Selection, t: Texts): readonly SubjectReport[] {
  const { search, health, host, sort, descending } = view;
  const wanted = search.trim().toLowerCase();
  const rows = subjects.filter(
    (subject) =>
      (health === undefined || subject.health === health) &&
      (host === undefined || subject.product === host) &&
      (wanted === '' || `${subjectName(subject, t)} ${hostText(subject, t)}`.toLowerCase().includes(wanted)),
  );
  if (sort === 'health') return descending ? rows.reverse() : rows;
  const direction = descending ? -1 : 1;
  return rows.sort((one, other) => direction * compare(sortValue(one, sort, t), sortValue(other, sort, t), t.locale));
}
