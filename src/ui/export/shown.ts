import { baseUrlOf } from '../../host-page/host-page';
import type { Gathered } from '../../model/gathered';
import { provenanceOf, type Exported, type Provenance } from '../../report/formats/exported';
import { selectRows } from '../integrations/select-rows';
import type { PageContext } from '../page-context';
import type { Judged } from '../state/judged';
import type { ViewState } from '../state/view-state';

const NO_FILTER = { search: '', health: undefined, host: undefined, check: undefined } as const;

/** What filters the table that is shown: on other tabs nothing does. */
export function filterOf(view: ViewState): ViewState {
  return view.tab === 'integrations' ? view : { ...view, ...NO_FILTER };
}

export function provenanceNow(gathered: Gathered, { host, version: appVersion, now }: PageContext): Provenance {
  return provenanceOf(gathered, { baseUrl: baseUrlOf(host), appVersion, now: now() });
}

/** What the table shows, all pages of it, in its order. */
export function shownNow({ gathered, report }: Judged, view: ViewState, page: PageContext): Exported {
  return {
    report,
    subjects: selectRows(report.subjects, filterOf(view), page.texts),
    provenance: provenanceNow(gathered, page),
  };
}

/** Such as `git-integration-checkup-jira.example.com-2026-11-26.csv`, by the day of the check in UTC. */
export function fileNameOf({ baseUrl, checkedAt, exportedAt }: Provenance, ending: string): string {
  const host = new URL(baseUrl).host.replace(/[^a-z0-9.-]+/gi, '-');
  const day = new Date(checkedAt ?? exportedAt).toISOString().slice(0, 10);
  return `git-integration-checkup-${host}-${day}.${ending}`;
}
