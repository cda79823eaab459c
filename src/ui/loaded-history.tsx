import type { HistoryProps } from './history/history-tab';
import { usePart } from './load-part';
import { loadHistory } from './parts';
import { PartView } from './part-view';

/** What changed over time, once its tab was opened. */
export function LoadedHistory(props: HistoryProps) {
  const { part, tryAgain } = usePart(loadHistory, true);
  return (
    <PartView part={part} onTryAgain={tryAgain}>
      {({ HistoryTab }) => <HistoryTab {...props} />}
    </PartView>
  );
}
