import type { Report } from '../report/report';
import { usePart } from './load-part';
import { loadChecks } from './parts';
import { PartView } from './part-view';
import type { ViewState } from './state/view-state';

interface Props {
  readonly report: Report;
  readonly view: ViewState;
  /** Milliseconds since the epoch, by Jira's clock. */
  readonly now: number;
  readonly onChange: (change: Partial<ViewState>) => void;
}

/** All checks, once their tab was opened. */
export function LoadedChecks(props: Props) {
  const { part, tryAgain } = usePart(loadChecks, true);
  return (
    <PartView part={part} onTryAgain={tryAgain}>
      {({ ChecksTab }) => <ChecksTab {...props} />}
    </PartView>
  );
}
