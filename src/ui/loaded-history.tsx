import { usePart } from './load-part';
import { loadHistory } from './parts';
import { PartView } from './part-view';
import type { Judged } from './state/judged';
import type { LoadedAdvisor } from './use-advisor';
import type { LoadedSnapshots } from './use-snapshots';

interface Props {
  readonly judged: Judged;
  readonly snapshots: LoadedSnapshots;
  readonly advisor: LoadedAdvisor;
}

/** What changed over time, once its tab was opened. */
export function LoadedHistory({ judged, snapshots, advisor }: Props) {
  const { part, tryAgain } = usePart(loadHistory, true);
  return (
    <PartView part={snapshots.part} onTryAgain={snapshots.tryAgain}>
      {() => (
        <PartView part={part} onTryAgain={tryAgain}>
          {({ HistoryTab }) =>
            snapshots.store && <HistoryTab judged={judged} snapshots={snapshots.store} advisor={advisor.part} />
          }
        </PartView>
      )}
    </PartView>
  );
}
