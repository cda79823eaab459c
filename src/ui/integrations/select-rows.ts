import type { Texts } from '../../i18n/texts';
import { HEALTHS } from '../../report/health';
import type { SubjectReport } from '../../report/report';
import type { SortKey, ViewState } from '../state/view-state';
import { hostText, subjectName } from '../../report/formats/subject-texts';

type Selection = Pick<ViewState, 'search' | 'health' | 'host' | 'check' | 'sort' | 'descending'>;

/** The order that the first click on a column gives, which shows the worst first. */
export const FIRST_DESCENDING: Readonly<Record<SortKey, boolean>> = {
  name: false,
  health: false,
  'to-fix': true,
  repositories: true,
  'last-indexed': false,
};

/** In either direction, what could not be read comes first; disabled ones have nothing to fix, and come last. */
function placeOf({ health, repositories, lastIndexed }: SubjectReport, sort: SortKey): number {
  switch (sort) {
    case 'name':
      return 0;
    case 'health':
      return health === 'disabled' ? 1 : 0;
    case 'to-fix':
      return health === 'disabled' ? 1 : health === 'not-checked' ? -1 : 0;
    case 'repositories':
      return repositories === undefined ? -1 : 0;
    case 'last-indexed':
      return lastIndexed.kind === 'unreadable' ? -1 : 0;
  }
}

function sizeOf({ health, counts, repositories, lastIndexed }: SubjectReport, sort: Exclude<SortKey, 'name'>): number {
  switch (sort) {
    case 'health':
      return HEALTHS.indexOf(health);
    case 'to-fix':
      return counts.fails;
    case 'repositories':
      return repositories?.value ?? 0;
    case 'last-indexed':
      return lastIndexed.kind === 'known' ? lastIndexed.value : -Infinity;
  }
}

function comparison(sort: SortKey, t: Texts): (one: SubjectReport, other: SubjectReport) => number {
  if (sort !== 'name') return (one, other) => Math.sign(sizeOf(one, sort) - sizeOf(other, sort)) || 0;
  const { compare } = new Intl.Collator(t.locale, { numeric: true, sensitivity: 'base' });
  return (one, other) => compare(subjectName(one, t), subjectName(other, t));
}

function isAbout({ findings }: SubjectReport, check: string): boolean {
  return findings.some((finding) => finding.check === check);
}

function failsOn({ findings }: SubjectReport, check: string): boolean {
  return findings.some((finding) => finding.check === check && finding.verdict === 'fail');
}

/**
 * The rows that match the search (in name and host, ignoring case) and the filters, as they are sorted. A check that no
 * row has, such as one of the instance, filters nothing.
 *
 * @param subjects worst first, which is the order of rows that are alike
 */
export function selectRows(subjects: readonly SubjectReport[], view: Selection, t: Texts): readonly SubjectReport[] {
  const { search, health, host, sort, descending } = view;
  const wanted = search.trim().toLowerCase();
  const check = subjects.some((subject) => view.check !== undefined && isAbout(subject, view.check))
    ? view.check
    : undefined;
  const rows = subjects.filter(
    (subject) =>
      (health === undefined || subject.health === health) &&
      (host === undefined || subject.product === host) &&
      (check === undefined || failsOn(subject, check)) &&
      (wanted === '' || `${subjectName(subject, t)} ${hostText(subject, t)}`.toLowerCase().includes(wanted)),
  );
  const compare = comparison(sort, t);
  const direction = descending ? -1 : 1;
  return rows.sort((one, other) => placeOf(one, sort) - placeOf(other, sort) || direction * compare(one, other));
}
