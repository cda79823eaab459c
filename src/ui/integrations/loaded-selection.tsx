import type { Report } from '../../report/report';
import { usePart } from '../load-part';
import { PartView } from '../part-view';
import { loadFix } from '../parts';
import type { Selection } from './use-selection';

interface Props extends Selection {
  readonly report: Pick<Report, 'subjects' | 'checks'>;
}

/** What can be done with the selected rows, once there are some. */
export function LoadedSelection({ report, selected, select }: Props) {
  const { part, tryAgain } = usePart(loadFix, selected.size > 0);
  if (selected.size === 0) return null;
  return (
    <PartView part={part} onTryAgain={tryAgain}>
      {({ SelectionBar }) => <SelectionBar report={report} selected={selected} select={select} />}
    </PartView>
  );
}
